#include "author/import_manifest.h"

#include <string>
#include <vector>

#include "import_fixture.h"
#include "support/catch.h"

namespace zoomc::author {
namespace {

using namespace testing;

// A manifest of an app on Unified with those scopes, with that beside `oauth_information`.
std::string manifest(const std::string& usage, const std::vector<std::string>& scopes,
                     const std::string& more = {},
                     const std::string& redirect = "https://api.unified.to/oauth/code") {
  std::string list;
  for (const std::string& scope : scopes) {
    const bool optional = scope.ends_with('?');
    list += (list.empty() ? "" : ", ") + std::string(R"({"scope": ")") +
            scope.substr(0, scope.size() - (optional ? 1 : 0)) + R"(", "optional": )" +
            (optional ? "true}" : "false}");
  }
  return R"({"display_information": {"display_name": "A"}, "oauth_information": {"usage": ")" +
         usage + R"(", "development_redirect_uri": ")" + redirect +
         R"(", "production_redirect_uri": ")" + redirect + R"(", "oauth_allow_list": [")" +
         redirect + R"("], "strict_mode": true, "subdomain_strict_mode": true, "scopes": [)" +
         list + "]}" + more + "}";
}

// Without the head and what every one of these files begins with.
std::string body(const ImportedApp& imported) {
  const std::string start = "app:\n  name: A\n";
  const std::size_t at = imported.text.find(start);
  REQUIRE(at != std::string::npos);
  std::string text = imported.text.substr(at + start.size());
  const std::size_t description =
      text.find("manifest_extra:\n  oauth_information:\n    # The manifest has none.");
  return text.substr(0, description);
}

TEST_CASE("A member of a composite that may be declined comes back", "[author][import]") {
  const std::string source =
      "zoomc: 1\napp:\n  name: A\n  purpose: call logging\nregion: us\nscope_names: guide\n"
      "features:\n  webinars: [manage]\n  groups: [read, write]\n"
      "optional: [webinars.panelists, webinars.delete]\n";
  const driver::Checked compiled = driver::check({"app.zoom.yaml", source}, with_rules());
  REQUIRE(errors_of(compiled) == std::vector<std::string>{});
  const ImportedApp imported = import_text(compiled.manifest);
  CHECK(losses_of(imported) == std::vector<std::string>{});
  CHECK(errors_of(imported.checked) == std::vector<std::string>{});
  CHECK(body(imported) ==
        "  purpose: call logging  # from the texts for reviewers\n"
        "region: us  # from the redirect URL\n"
        "scope_names: guide\n"
        "# Inferred from the scopes. Check that the app does all of this.\n"
        "features:\n"
        "  webinars: [manage]\n"
        "  groups: [read, write]\n"
        "optional: [webinars.delete, webinars.panelists]\n");
}

TEST_CASE("The level is told only where nothing else tells it", "[author][import]") {
  ImportedApp imported = import_text(
      manifest("ADMIN_MANAGEMENT", {"user:read:user:admin", "meeting:read:list_meetings:admin"}));
  CHECK(losses_of(imported).empty());
  CHECK(body(imported) ==
        "managed_by: admin\n"
        "region: us  # from the redirect URL\n"
        "# Inferred from the scopes. Check that the app does all of this.\n"
        "features:\n"
        "  meetings: [read]\n");
  imported =
      import_text(manifest("USER_OPERATION", {"user:read:user", "meeting:read:list_meetings"}));
  CHECK(body(imported).substr(0, 9) == "region: u");
  imported = import_text(
      manifest("ADMIN_MANAGEMENT", {"user:read:user:admin", "user:read:list_users:admin"}));
  CHECK(body(imported).substr(0, 9) == "region: u");
}

TEST_CASE("What may be declined stays so", "[author][import]") {
  const ImportedApp imported = import_text(manifest(
      "USER_OPERATION", {"user:read:user", "meeting:read:list_meetings?", "meeting:write:meeting",
                         "cloud_recording:read:list_user_recordings?", "made:up?"}));
  CHECK(losses_of(imported).empty());
  CHECK(errors_of(imported.checked).empty());
  CHECK(
      body(imported) ==
      "region: us  # from the redirect URL\n"
      "# Inferred from the scopes. Check that the app does all of this.\n"
      "features:\n"
      "  meetings: [create, read]\n"
      "optional: [meetings.read, 'GET /users/{userId}/recordings', made:up]\n"
      "# Each is the only call that its scope allows.\n"
      "operations:\n"
      "  - GET /users/{userId}/recordings  # cloud_recording:read:list_user_recordings\n"
      "# No feature or single call needs these alone. Write the calls that the app makes with "
      "them under\n"
      "# `operations`: zoomc then adds the scopes. For the others, explain the use in `justify`.\n"
      "extra_scopes:\n"
      "  - made:up  # not in the catalog of " +
          std::string(catalog::builtin_catalog().date) + "\n");
}

TEST_CASE("What Zoom adds by itself is left out and said", "[author][import]") {
  ImportedApp imported = import_text(manifest(
      "USER_OPERATION", {"user:read:user", "meeting:read:list_meetings", "meeting:read:meeting"}));
  CHECK(losses_of(imported).empty());
  CHECK(body(imported).find("meeting:read:meeting") == std::string::npos);
  CHECK(imported.text.find(
            "# The manifest has `meeting:read:meeting` too: Zoom adds it by itself.\n") !=
        std::string::npos);
  const std::vector<std::string> scopes = {"user:read:user", "user:read:zak"};
  imported = import_text(manifest("USER_OPERATION", scopes,
                                  R"(, "features": {"embed": {"meeting_sdk": {"enable": true}}})"));
  CHECK(losses_of(imported).empty());
  CHECK(imported.text.find("# The manifest has `user:read:zak` too: Zoom adds it by itself.\n") !=
        std::string::npos);
  // Without the SDK it is the app's own.
  imported = import_text(manifest("USER_OPERATION", scopes));
  CHECK(body(imported).find("user:read:zak") != std::string::npos);
}

TEST_CASE("An app that lacks what signing in needs is not put on the platform",
          "[author][import]") {
  const ImportedApp imported =
      import_text(manifest("USER_OPERATION", {"meeting:read:list_meetings"}));
  CHECK(losses_of(imported).empty());
  CHECK(body(imported).substr(0, 207) ==
        "# The redirect URL is that of Unified (US), but the manifest does not ask for what\n"
        "# signing in there needs. To add it: `platform: unified` and `region: us`,\n"
        "# without `oauth.redirect_url`.\n"
        "platform: custom\n");
}

TEST_CASE("Every region that is allow-listed is named", "[author][import]") {
  std::string text = manifest("USER_OPERATION", {"user:read:user"});
  const std::string list = R"(["https://api.unified.to/oauth/code"])";
  text.replace(text.find(list), list.size(),
               R"(["https://api-au.unified.to/oauth/code", "https://api.unified.to/oauth/code"])");
  CHECK(body(import_text(text)) == "region: [us, au]  # from the redirect URL\n");
  text.replace(text.find("https://api-au.unified.to/oauth/code"), 36, "https://b.example/oauth");
  CHECK(body(import_text(text)) ==
        "region: us  # from the redirect URL\noauth:\n  allow_list: [https://b.example/oauth, "
        "https://api.unified.to/oauth/code]\n");
}

TEST_CASE("Who made the app is one contact, unless the listing says other things",
          "[author][import]") {
  const auto developer = [](const std::string& members) {
    std::string text = manifest("USER_OPERATION", {"user:read:user"},
                                ", \"developer_information\": {" + members + "}");
    const std::string name = R"("display_name": "A")";
    return text.replace(text.find(name), name.size(),
                        name + R"(, "privacy_url": "https://a.example/p")");
  };
  ImportedApp imported =
      import_text(developer(R"("developer_name": "Dana", "website": "https://a.example",
                                                  "privacy_policy": "https://a.example/p", "phone": 5)"));
  CHECK(losses_of(imported).empty());
  CHECK(imported.text.find("  contact: {name: Dana}\n  links:\n    website: https://a.example\n"
                           "    privacy: https://a.example/p\n") != std::string::npos);
  CHECK(imported.text.find("  developer_information:\n    phone: 5\n") != std::string::npos);
  for (const std::string members :
       {R"("developer_name": "Dana")", R"("privacy_policy": "https://a.example/p")",
        R"("developer_name": 5, "privacy_policy": "https://a.example/p")"}) {
    imported = import_text(developer(members));
    CHECK(imported.text.find("contact:") == std::string::npos);
    CHECK(imported.text.find("\n  developer_information:\n") != std::string::npos);
    CHECK(losses_of(imported).empty());
  }
}

TEST_CASE("The purpose is taken from the texts for reviewers if it explains them all",
          "[author][import]") {
  std::string text = manifest("USER_OPERATION", {"user:read:user", "meeting:read:list_meetings"});
  const auto describe = [&text](const std::string& description) {
    std::string described = text;
    const std::string place = R"("strict_mode")";
    return described.replace(described.find(place), place.size(),
                             R"("scope_description": ")" + description + R"(", "strict_mode")");
  };
  ImportedApp imported = import_text(
      describe("Identify the connecting user for CRM logging. List meetings for CRM logging."));
  CHECK(losses_of(imported).empty());
  CHECK(imported.text.find("  purpose: CRM logging  # from the texts for reviewers\n") !=
        std::string::npos);
  CHECK(imported.text.find("scope_description") == std::string::npos);
  imported = import_text(
      describe("Identify the connecting user to log calls. List meetings to log calls."));
  CHECK(imported.text.find("  purpose: to log calls  # from") != std::string::npos);
  imported = import_text(describe("Identify the connecting user. List meetings."));
  CHECK(imported.text.find("purpose:") == std::string::npos);
  CHECK(imported.text.find("scope_description") == std::string::npos);
  imported = import_text(describe("We list meetings for fun."));
  CHECK(imported.text.find("purpose:") == std::string::npos);
  CHECK(imported.text.find("    scope_description: We list meetings for fun.\n") !=
        std::string::npos);
  CHECK(losses_of(imported).empty());
}

TEST_CASE("Subscriptions that say more than `events` can are kept whole", "[author][import]") {
  const auto with = [](const std::string& members, const std::string& enable = "true") {
    return manifest("USER_OPERATION", {"user:read:user", "meeting:read:meeting"},
                    R"(, "features": {"event_subscription": {"enable": )" + enable +
                        R"(, "events": [{"event_types": ["meeting.started"], )" + members + "}]}}");
  };
  const std::string usual =
      R"("subscription_name": "S", "production_webhook_url": "https://a.example/h")";
  CHECK(import_text(
            with(usual + R"(, "communicate_type": "WEB_HOOK", "event_usage": "EVENT_FOR_USER")"))
            .text.find(
                "\nevents:\n  - name: S\n    types: [meeting.started]\n    url:\n      production: "
                "https://a.example/h\n") != std::string::npos);
  for (const std::string& odd :
       {with(R"("production_webhook_url": "https://a.example/h")"),
        with(R"("subscription_name": "S")"), with(usual + R"(, "communicate_type": "WEB_SOCKET")"),
        with(usual + R"(, "event_usage": "EVENT_FOR_ADMIN")"), with(usual + R"(, "header": "x")"),
        with(usual, "false")}) {
    const ImportedApp imported = import_text(odd);
    CHECK(losses_of(imported).empty());
    CHECK(imported.text.find("    # Not under `events`, which has no word for something in it.\n"
                             "    event_subscription:\n") != std::string::npos);
  }
}

TEST_CASE("A large manifest is imported in reasonable time", "[author][import]") {
  std::vector<std::string> scopes;
  for (int i = 0; i < 9000; ++i) scopes.push_back("made:up:scope_" + std::to_string(i));
  driver::CheckOptions options;
  options.catalog = &catalog::builtin_catalog();
  const ImportedApp imported = import_text(manifest("USER_OPERATION", scopes), options);
  CHECK(losses_of(imported).empty());
  CHECK(errors_of(imported.checked).empty());
}

}  // namespace
}  // namespace zoomc::author
