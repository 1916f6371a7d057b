#include "author/new_app.h"

#include <string>
#include <vector>

#include "catalog/builtin.h"
#include "catalog/lookup.h"
#include "import_fixture.h"
#include "support/catch.h"

namespace zoomc::author {
namespace {

using namespace testing;

NewApp unified(std::vector<std::string> features) {
  return {.name = "Acme",
          .platform = catalog::find_platform(catalog::builtin_catalog(), "unified"),
          .regions = {"eu"},
          .features = std::move(features)};
}

TEST_CASE("A new app has what was answered and comments", "[author][new]") {
  NewApp app = unified({"meetings.read", "users.write"});
  app.company = "Acme, Inc.";
  app.purpose = "true";
  CHECK(write_new_app(app) ==
        "# What the app does, for whom, and where. `zoomc lint` checks it, `zoomc compile` makes "
        "its\n"
        "# manifest for Zoom Marketplace, `zoomc checklist` lists what is left to do.\n"
        "zoomc: 1\n"
        "app:\n"
        "  name: Acme\n"
        "  company: Acme, Inc.\n"
        "  purpose: 'true'  # in the texts that reviewers read\n"
        "# Where your Unified workspace lives: it decides the redirect URL.\n"
        "region: eu\n"
        "# What it does; the scopes follow. `zoomc catalog features` lists all there is.\n"
        "features:\n"
        "  meetings: [read]\n"
        "  users: [write]\n"
        "# To be published it needs more: `app.summary`, `app.description`, `app.contact` and "
        "`app.links`.\n");
}

TEST_CASE("Every feature makes an app that lints clean", "[author][new]") {
  std::vector<std::vector<std::string>> lists = {{}};
  for (const FeatureChoice& choice : feature_choices(catalog::builtin_catalog()))
    lists.push_back({std::string(choice.name)});
  CHECK(lists.size() > 10);
  for (const std::vector<std::string>& features : lists) {
    for (NewApp app : {unified(features),
                       NewApp{.name = "Acme",
                       .platform = catalog::find_platform(catalog::builtin_catalog(), "custom"),
                       .redirect_url = "https://acme.example/code",
                       .features = features}}) {
      const std::string text = write_new_app(app);
      INFO(text);
      const driver::Checked checked = driver::check({"new.zoom.yaml", text}, with_rules());
      for (const Diagnostic& found : checked.findings) {
        INFO(found.message);
        CHECK(found.severity == Severity::note);
      }
    }
  }
}

TEST_CASE("The choices stand by group, reading first, and leave out what a composite stands for",
          "[author][new]") {
  std::vector<std::string> names;
  for (const FeatureChoice& choice : feature_choices(catalog::builtin_catalog()))
    names.emplace_back(choice.name);
  CHECK(names == std::vector<std::string>{"groups.read", "groups.write", "meetings.read",
                                          "meetings.write", "phone.call_history",
                                          "phone.recordings", "phone.users", "users.read",
                                          "users.write", "webinars.read", "webinars.manage"});
}

TEST_CASE("Some features mean the whole account", "[author][new]") {
  CHECK(is_admin_only(catalog::builtin_catalog(), "users.read"));
  CHECK(is_admin_only(catalog::builtin_catalog(), "groups.write"));
  CHECK_FALSE(is_admin_only(catalog::builtin_catalog(), "meetings.read"));
  CHECK_FALSE(is_admin_only(catalog::builtin_catalog(), "webinars.manage"));
  CHECK_FALSE(is_admin_only(catalog::builtin_catalog(), "made.up"));
}

}  // namespace
}  // namespace zoomc::author
