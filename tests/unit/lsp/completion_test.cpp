#include "lsp/completion.h"

#include <algorithm>
#include <set>

#include "catalog/builtin.h"
#include "catalog/lookup.h"
#include "config/keys.h"
#include "model/keys.h"
#include "support/catch.h"
#include "unit/lsp/support.h"

using namespace zoomc;
using namespace zoomc::lsp;
using namespace zoomc::lsp;
using test::app_with;
using test::completed;
using test::completion_at;
using test::labels;

namespace {

using Words = std::vector<std::string>;

Words labels_at(const std::string& text) {
  return labels(completion_at(text));
}

const CompletionItem* find(const Completion& completion, const std::string& label) {
  const auto found = std::find_if(completion.candidates.begin(), completion.candidates.end(),
                                  [&](const CompletionItem& one) { return one.label == label; });
  return found == completion.candidates.end() ? nullptr : &*found;
}

// What the catalog has, in the order of completion.
Words groups_of(const catalog::Catalog& catalog) {
  std::set<std::string> groups;
  for (const catalog::Feature& feature : catalog.features) {
    if (!feature.action().empty()) groups.emplace(feature.group());
  }
  return {groups.begin(), groups.end()};
}

// With the words for several features.
Words actions_of(const catalog::Catalog& catalog, const std::string& group) {
  std::set<std::string> actions;
  const auto add = [&](std::string_view name) {
    if (name.starts_with(group + ".")) actions.emplace(name.substr(group.size() + 1));
  };
  for (const catalog::Feature& feature : catalog.features) add(feature.name);
  for (const catalog::Composite& composite : catalog.composites) add(composite.name);
  return {actions.begin(), actions.end()};
}

// In the order of the platform.
Words regions_but(std::string_view without) {
  Words regions;
  for (const catalog::Region& region :
       catalog::find_platform(catalog::builtin_catalog(), "unified")->regions) {
    if (region.id != without) regions.emplace_back(region.id);
  }
  return regions;
}

// The keys of a mapping but for some.
template <class Keys>
Words keys_but(const Keys& keys, const Words& without) {
  Words names;
  for (const model::KeySpec& key : keys) {
    const std::string name(key.name);
    if (std::find(without.begin(), without.end(), name) == without.end()) names.push_back(name);
  }
  return names;
}

}  // namespace

TEST_CASE("keys are offered with their colon, those that are there are not") {
  CHECK(labels_at("zoomc: 1\napp: {name: x}\nregion: eu\nmana@@\nstage: testing\n") ==
        keys_but(model::kRootKeys, {"zoomc", "app", "region", "stage"}));
  CHECK(completed("zoomc: 1\nmana@@", "managed_by") == "zoomc: 1\nmanaged_by: ");
  CHECK(completed("zoomc: 1\nfeat@@", "features") == "zoomc: 1\nfeatures:");
  CHECK(completed("zoomc: 1\nfeat@@: {}\n", "features") == "zoomc: 1\nfeatures: {}\n");
  CHECK(completed("app: {na@@", "name") == "app: {name: ");
  CHECK(completed("app:\n  name: x\n  links:\n    pri@@\n", "privacy") ==
        "app:\n  name: x\n  links:\n    privacy: \n");
  CHECK(labels_at("events:\n  - @@") == Words{"name", "id", "types", "url"});
  CHECK(completed("events:\n  @@", "name") == "events:\n  - name: ");
  CHECK(labels_at("events:\n  - name: x\n    @@") == Words{"id", "types", "url"});
  const Completion keys = completion_at("app:\n  pur@@");
  REQUIRE(find(keys, "purpose") != nullptr);
  CHECK(find(keys, "purpose")->detail == "Purpose");
  CHECK(find(keys, "purpose")->documentation ==
        "What the app is for, as a short noun phrase: the sentences for Zoom's reviewers that are "
        "generated end with it (\"Read call history for CRM logging\").\n\nExample: `CRM logging`");
}

TEST_CASE("words of enums, also where a list is meant") {
  CHECK(labels_at("stage: @@") == Words{"testing", "published"});
  CHECK(completed("stage:@@", "published") == "stage: published");
  CHECK(labels_at("region: @@") == regions_but(""));
  CHECK(labels_at("region: [eu, @@]") == regions_but("eu"));
  CHECK(completed("region:\n  @@", "eu") == "region:\n  - eu");
  CHECK(find(completion_at("region: @@"), "eu")->detail == "https://api-eu.unified.to/oauth/code");
  CHECK(labels_at("platform: @@") == Words{"custom", "unified"});
  CHECK(labels_at("oauth:\n  strict_mode: @@") == Words{"true", "false"});
  CHECK(labels_at("accounts:\n  - {name: A, authorizer: @@}") == Words{"owner", "admin", "member"});
  CHECK(labels_at("unified: {integrations: [zoom, @@]}") ==
        Words{"zoom_phone", "zoom_phone_user", "zoom_calendar", "zoom_meeting_bot",
              "zoom_contact_center"});
  CHECK(completed("surface:\n  products: @@", "ZOOM_PHONE") ==
        "surface:\n  products: [ZOOM_PHONE]");
}

TEST_CASE("features") {
  CHECK(labels_at("features:\n  @@") == groups_of(catalog::builtin_catalog()));
  CHECK(completed("features:\n  pho@@", "phone") == "features:\n  phone: ");
  const Words phone = actions_of(catalog::builtin_catalog(), "phone");
  CHECK(labels_at("features: {phone: [@@]}") == phone);
  Words others = phone;
  std::erase(others, "users");
  REQUIRE(others.size() + 1 == phone.size());
  CHECK(labels_at("features: {phone: [users, @@]}") == others);
  const Completion meetings = completion_at("features:\n  meetings: @@");
  CHECK(labels(meetings) == actions_of(catalog::builtin_catalog(), "meetings"));
  CHECK(find(meetings, "write")->detail == "Create, update and delete meetings");
  CHECK(find(meetings, "write")->topic.name == "meetings.write");
}

TEST_CASE("scopes are of the app's level and vocabulary, with what they grant") {
  const std::string admin = app_with("managed_by: admin\nextra_scopes: [meeting:read:summary@@]\n");
  const Completion scopes = completion_at(admin);
  REQUIRE_FALSE(scopes.candidates.empty());
  CHECK(scopes.incomplete);
  CHECK(scopes.candidates.front().label == "meeting:read:summary:admin");
  CHECK(scopes.candidates.front().detail ==
        "admin level, GET /meetings/{meetingId}/meeting_summary, 7 events");
  CHECK(find(completion_at(app_with("managed_by: user\nextra_scopes: [meeting:read:summary@@]\n")),
             "meeting:read:summary")
            ->detail == "user level, GET /meetings/{meetingId}/meeting_summary, 7 events");
  for (const std::string& label : labels(scopes)) CHECK(label.ends_with(":admin"));
  const std::string classic =
      app_with("managed_by: admin\nscope_names: classic\nextra_scopes: [phone_rec@@]\n");
  CHECK(labels_at(classic).front() == "phone_recording:read:admin");
  CHECK(labels_at(app_with("extra_scopes: [@@]\n")).size() == kMaxItems);
}

TEST_CASE("operations are quoted where YAML needs it") {
  const std::string label = "GET /users/{userId}/recordings";
  // Without quotes the braces have ended the word.
  CHECK(labels_at("operations: [GET /users/{userId}/rec@@]\n").empty());
  CHECK(completed("operations: [\"GET /users/{userId}/rec@@\"]\n", label) ==
        "operations: [\"GET /users/{userId}/recordings\"]\n");
  CHECK(completed("operations: [GET /users/@@]\n", "GET /users/{userId}") ==
        "operations: [\"GET /users/{userId}\"]\n");
  CHECK(completed("operations:\n  - GET /users/@@\n", "GET /users/{userId}") ==
        "operations:\n  - GET /users/{userId}\n");
  CHECK(completed("operations: GET /phone/record@@", "GET /phone/recordings") ==
        "operations: [GET /phone/recordings]");
  CHECK(find(completion_at("operations: [GET /phone/recordings@@"), "GET /phone/recordings")
            ->detail == "Get call recordings");
}

TEST_CASE("events by any letters in their order") {
  const Completion events = completion_at("events:\n  - types: [reccomp@@]\n");
  CHECK(find(events, "recording.completed") != nullptr);
  CHECK(labels_at("events:\n  - types: [recording.comp@@]\n").front() == "recording.completed");
}

TEST_CASE("justify, test_plan and optional know what the app declares") {
  const std::string app = app_with(
      "features: {webinars: [manage], users: read}\noperations: [GET /phone/recordings]\n"
      "extra_scopes: [meeting:read:summary:admin]\n");
  const Words names{"webinars.manage", "webinars.create",       "webinars.update",
                    "webinars.delete", "webinars.registrants",  "webinars.panelists",
                    "users.read",      "GET /phone/recordings", "meeting:read:summary:admin"};
  CHECK(labels_at(app + "justify:\n  @@\n") == names);
  CHECK(labels_at(app + "test_plan: {users.read: x, @@}\n").size() == names.size() - 1);
  CHECK(labels_at(app + "optional: [@@]\n") == names);
  CHECK(completed(app + "justify:\n  us@@\n", "users.read") == app + "justify:\n  users.read: \n");
  // The line that is being typed is no YAML; what the file was before still counts.
  const driver::Checked last = test::checked(app);
  CHECK(labels(completion_at(app + "justify: {users.read: x,\n  \"web@@", &last)) ==
        Words{"webinars.manage", "webinars.create", "webinars.update", "webinars.delete",
              "webinars.registrants", "webinars.panelists", "GET /phone/recordings",
              "meeting:read:summary:admin"});
  CHECK(labels(completion_at(app + "justify:\n  @@", nullptr)).empty());
}

TEST_CASE("allowances: the directive, then the rules, those first that found something here") {
  CHECK(labels_at("region: eu # @@") == Words{"zoomc: allow"});
  CHECK(completed("region: eu #@@", "zoomc: allow") == "region: eu # zoomc: allow ");
  CHECK(completed("region: eu # zoo@@", "zoomc: allow") == "region: eu # zoomc: allow ");
  CHECK(labels_at("region: eu # see zoo@@").empty());
  CHECK(labels_at("region: eu # zoomc: allow x -- be@@").empty());
  const std::string app = app_with("extra_scopes: [everything] # zoomc: allow \n");
  const driver::Checked last = test::checked(app);
  const std::string marked = app_with("extra_scopes: [everything] # zoomc: allow @@\n");
  const Completion rules = completion_at(marked, &last);
  CHECK(rules.candidates.front().label == "unknown-scope");
  CHECK(rules.candidates.front().text == "unknown-scope -- ");
  CHECK(find(rules, "unused-allowance") == nullptr);
  const Completion second =
      completion_at(app_with("# zoomc: allow unknown-scope, dupl@@ -- why\nregion: eu\n"));
  REQUIRE(find(second, "duplicate-scope") != nullptr);
  CHECK(find(second, "duplicate-scope")->text == "duplicate-scope");
}

TEST_CASE("policies can be allowed too") {
  const test::Marked marked = test::unmark("region: eu # zoomc: allow policy@@");
  const std::vector<config::Policy> policies{{.id = "eu-only", .message = "contracts"}};
  const Completion found = complete({.text = marked.text,
                                     .offset = marked.offset,
                                     .language = test::app_language(),
                                     .policies = policies});
  CHECK(labels(found) == Words{"policy-violation/eu-only"});
}

TEST_CASE("completion in settings") {
  const auto at = [](const std::string& text) {
    return completion_at(text, nullptr, test::settings_language());
  };
  CHECK(labels(at("@@")) == keys_but(config::kRootKeys, {}));
  CHECK(find(at("lint:\n  rules:\n    @@"), "unknown-scope")->text == "unknown-scope: ");
  CHECK(labels(at("lint:\n  rules:\n    unknown-scope: @@")) ==
        Words{"error", "warning", "note", "off"});
  CHECK(labels(at("policy:\n  - id: a\n    @@")) == keys_but(config::kPolicyKeys, {"id"}));
  CHECK(labels(at("policy:\n  - allow: {regions: [@@]}")) == regions_but(""));
  CHECK(labels(at("policy:\n  - deny: {features: [phone.@@]}")).size() > 20);
}
