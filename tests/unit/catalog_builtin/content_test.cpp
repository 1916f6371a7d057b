#include <algorithm>
#include <map>
#include <set>

#include "catalog/builtin.h"
#include "catalog/lookup.h"
#include "support/catch.h"

// What the compiled-in tables say beyond the facts: phrases, composites, platforms.
namespace zoomc {
namespace {

using Names = std::vector<std::string>;

Names shown(const std::vector<OperationId>& operations) {
  Names names;
  for (const OperationId id : operations)
    names.push_back(display_name(builtin_catalog().operations[id]));
  return names;
}

TEST_CASE("every feature has its phrase") {
  std::map<std::string, std::string> phrases;
  for (const Feature& feature : builtin_catalog().features) {
    phrases.emplace(feature.name, feature.phrase);
  }
  CHECK(phrases == std::map<std::string, std::string>{
                       {"sign_in", "Identify the connecting user"},
                       {"users.read", "List users and read their profiles"},
                       {"users.create", "Create users"},
                       {"users.update", "Update user profiles"},
                       {"users.delete", "Delete users"},
                       {"groups.read", "List groups and their members"},
                       {"groups.create", "Create groups"},
                       {"groups.update", "Update groups"},
                       {"groups.delete", "Delete groups"},
                       {"groups.members", "Add and remove group members"},
                       {"meetings.read", "List meetings"},
                       {"meetings.create", "Create meetings"},
                       {"meetings.update", "Update meetings"},
                       {"meetings.delete", "Delete meetings"},
                       {"webinars.read", "List webinars"},
                       {"webinars.create", "Create webinars"},
                       {"webinars.update", "Update webinars"},
                       {"webinars.delete", "Delete webinars"},
                       {"webinars.registrants", "Add, approve and remove webinar registrants"},
                       {"webinars.panelists", "Add and remove webinar panelists"},
                       {"phone.users", "List Zoom Phone users and read their profiles"},
                       {"phone.call_history", "Read call history"},
                       {"phone.recordings", "List and download call recordings"},
                   });
}

TEST_CASE("no two phrases are alike") {
  std::set<std::string_view> phrases;
  for (const Feature& feature : builtin_catalog().features) phrases.insert(feature.phrase);
  for (const Composite& composite : builtin_catalog().composites) phrases.insert(composite.phrase);
  CHECK(phrases.size() == builtin_catalog().features.size() + builtin_catalog().composites.size());
}

TEST_CASE("the guide's sample sentences have no word of the stop list but `for`") {
  for (const char* word : {"read", "call", "history", "crm", "logging", "list", "meetings",
                           "calendar", "sync", "recordings", "webinars", "users"}) {
    CAPTURE(word);
    CHECK_FALSE(has_word(builtin_catalog(), WordList::stop, word));
  }
  for (const char* word : {"for", "the", "our", "is", "and", "needed", "required", "app", "use",
                           "access", "scope", "permission", "zoom", "functionality", "data"}) {
    CAPTURE(word);
    CHECK(has_word(builtin_catalog(), WordList::stop, word));
  }
}

TEST_CASE("the short lists of words") {
  const auto shown = [](WordList list) {
    Names names;
    for (const Word& word : words_of(builtin_catalog(), list)) names.emplace_back(word.text);
    return names;
  };
  CHECK(shown(WordList::placeholder) == Names{"FIXME", "TODO", "change me", "change-me",
                                              "change_me", "changeme", "dolor sit amet",
                                              "lorem ipsum", "tbd"});
  CHECK(shown(WordList::example_host) == Names{"example.com", "example.net", "example.org"});
  CHECK(shown(WordList::reserved_host) == Names{"example"});
  CHECK(shown(WordList::zoom_product) == Names{"meetings", "phone", "webinars"});
  CHECK(shown(WordList::official) == Names{"official", "officially"});
}

TEST_CASE("composites are the guide's rows") {
  std::map<std::string, Names> members;
  for (const Composite& composite : builtin_catalog().composites) {
    for (const FeatureId id : composite.members) {
      members[std::string(composite.name)].emplace_back(builtin_catalog().features[id].name);
    }
    CHECK_FALSE(composite.phrase.empty());
  }
  CHECK(members ==
        std::map<std::string, Names>{
            {"users.write", {"users.create", "users.update", "users.delete"}},
            {"groups.write", {"groups.create", "groups.update", "groups.delete", "groups.members"}},
            {"meetings.write", {"meetings.create", "meetings.update", "meetings.delete"}},
            {"webinars.manage",
             {"webinars.create", "webinars.update", "webinars.delete", "webinars.registrants",
              "webinars.panelists"}},
        });
}

TEST_CASE("every call of a feature is explained, and no other") {
  std::set<OperationId> called;
  for (const Feature& feature : builtin_catalog().features) {
    called.insert(feature.operations.begin(), feature.operations.end());
  }
  CHECK(called.size() == 32);
  for (std::size_t i = 0; i < builtin_catalog().operations.size(); ++i) {
    const Operation& operation = builtin_catalog().operations[i];
    CAPTURE(display_name(operation));
    const bool is_called = called.count(static_cast<OperationId>(i)) != 0;
    CHECK(operation.does.empty() != is_called);
    CHECK(operation.without.empty() != is_called);
  }
  const Operation& calls =
      builtin_catalog()
          .operations[find_operations(builtin_catalog(), "GET /phone/call_history")[0]];
  CHECK(calls.does == "lists calls");
  CHECK(calls.without == "lists no calls");
}

TEST_CASE("every call of a feature has a test step, and no two are alike") {
  std::set<std::string_view> actions;
  std::size_t calls = 0;
  for (const Feature& feature : builtin_catalog().features) {
    REQUIRE(feature.test_steps.size() == feature.operations.size());
    calls += feature.operations.size();
    for (const TestStep& step : feature.test_steps) {
      CAPTURE(feature.name, step.action);
      CHECK_FALSE(step.expect.empty());
      CHECK((step.account.empty() || step.account.substr(0, 4) == "has "));
      CHECK(actions.insert(step.action).second);
    }
  }
  CHECK(calls == 33);
  const Feature& phone =
      builtin_catalog().features[*find_feature(builtin_catalog(), "phone.call_history")];
  const OperationId list = find_operations(builtin_catalog(), "GET /phone/call_history")[0];
  REQUIRE(find_test_step(phone, list) != nullptr);
  CHECK(find_test_step(phone, list)->account == "has Zoom Phone and made a call today");
  CHECK(find_test_step(phone, list)->action == "open the call history");
  CHECK(find_test_step(phone, list)->expect == "that call with its time and length");
}

bool guide_allows(const Feature& feature, OperationId id) {
  const Operation& operation = builtin_catalog().operations[id];
  const auto named = [&](ScopeId scope) {
    return std::find(feature.guide_scopes.begin(), feature.guide_scopes.end(),
                     builtin_catalog().scopes[scope].name) != feature.guide_scopes.end();
  };
  return std::any_of(operation.granular.begin(), operation.granular.end(), named) ||
         std::any_of(operation.classic.begin(), operation.classic.end(), named);
}

TEST_CASE("the guide falls short exactly where its names do not allow the calls") {
  std::map<std::string, std::string> shortfalls;
  for (const Feature& feature : builtin_catalog().features) {
    CAPTURE(feature.name);
    const bool allowed = std::all_of(feature.operations.begin(), feature.operations.end(),
                                     [&](OperationId id) { return guide_allows(feature, id); });
    CHECK(feature.guide_shortfall.empty() == allowed);
    if (!allowed) shortfalls.emplace(feature.name, feature.guide_shortfall);
  }
  CHECK(shortfalls ==
        std::map<std::string, std::string>{
            {"phone.users", "reads one user and not the list"},
            {"phone.call_history", "reads one call and not the list"},
            {"phone.recordings", "is in none of Zoom's lists"},
            {"webinars.registrants",
             "cannot change a registrant's status (Zoom lists no webinar:update:registrant)"},
        });
}

TEST_CASE("the redirect URLs are the guide's, byte for byte") {
  const Platform* unified = find_platform(builtin_catalog(), "unified");
  REQUIRE(unified != nullptr);
  CHECK(unified->title == "Unified");
  CHECK(unified->has_guide_names);
  REQUIRE(unified->regions.size() == 3);
  CHECK(unified->regions[0].id == "us");
  CHECK(unified->regions[1].id == "eu");
  CHECK(unified->regions[2].id == "au");
  REQUIRE(unified->find_region("us") != nullptr);
  CHECK(unified->find_region("us")->redirect_url == "https://api.unified.to/oauth/code");
  CHECK(unified->find_region("eu")->redirect_url == "https://api-eu.unified.to/oauth/code");
  CHECK(unified->find_region("au")->redirect_url == "https://api-au.unified.to/oauth/code");
  CHECK(unified->find_region("eu")->title == "EU");
  REQUIRE(unified->sign_in);
  CHECK(builtin_catalog().features[*unified->sign_in].name == "sign_in");
}

TEST_CASE("Unified's integrations know their feature groups") {
  std::map<std::string, Names> groups;
  for (const Integration& integration : find_platform(builtin_catalog(), "unified")->integrations) {
    groups[std::string(integration.id)] = {integration.feature_groups.begin(),
                                           integration.feature_groups.end()};
  }
  CHECK(groups == std::map<std::string, Names>{
                      {"zoom", {"users", "groups", "meetings", "webinars"}},
                      {"zoom_phone", {"phone"}},
                      {"zoom_calendar", {}},
                  });
}

TEST_CASE("only the calendar is an integration that no feature needs") {
  std::map<std::string, Names> products;
  for (const Integration& integration : find_platform(builtin_catalog(), "unified")->integrations) {
    products[std::string(integration.id)] = {integration.products.begin(),
                                             integration.products.end()};
  }
  CHECK(products == std::map<std::string, Names>{
                        {"zoom", {}}, {"zoom_phone", {}}, {"zoom_calendar", {"calendar"}}});
}

TEST_CASE("Zoom adds two scopes by itself") {
  Names implied;
  for (const ImpliedScope& row : builtin_catalog().implied_scopes) {
    implied.push_back(std::string(row.scope) + " because of " +
                      (row.is_setting ? "the setting " : "the scope ") +
                      std::string(row.because_of));
  }
  CHECK(implied == Names{"meeting:read:meeting because of the scope meeting:read:list_meetings",
                         "user:read:zak because of the setting features.embed.meeting_sdk.enable"});
}

TEST_CASE("a scope has the operations and events that take it, and no other") {
  const auto takers = [](const auto& rows) {
    std::vector<std::vector<std::uint16_t>> lists(builtin_catalog().scopes.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (const auto scopes : {rows[i].granular, rows[i].classic}) {
        for (const ScopeId id : scopes) lists[id].push_back(static_cast<std::uint16_t>(i));
      }
    }
    return lists;
  };
  const auto operations = takers(builtin_catalog().operations);
  const auto events = takers(builtin_catalog().events);
  for (std::size_t i = 0; i < builtin_catalog().scopes.size(); ++i) {
    const Scope& scope = builtin_catalog().scopes[i];
    CAPTURE(scope.name);
    CHECK(std::vector(scope.operations.begin(), scope.operations.end()) == operations[i]);
    CHECK(std::vector(scope.events.begin(), scope.events.end()) == events[i]);
  }
  const Scope& list = builtin_catalog().scopes[*find_scope(
      builtin_catalog(), "phone:read:list_call_recordings:admin", ScopeModel::granular)];
  CHECK(shown({list.operations.begin(), list.operations.end()}) == Names{"GET /phone/recordings"});
  const Scope& master =
      builtin_catalog()
          .scopes[*find_scope(builtin_catalog(), "account:master", ScopeModel::classic)];
  REQUIRE_FALSE(master.events.empty());
  CHECK(builtin_catalog().events[master.events[0]].name == "account.created");
}

TEST_CASE("a custom platform has nothing of its own") {
  CHECK(builtin_catalog().platforms.size() == 2);
  const Platform* custom = find_platform(builtin_catalog(), "custom");
  REQUIRE(custom != nullptr);
  CHECK(custom->title == "Custom");
  CHECK(custom->regions.empty());
  CHECK_FALSE(custom->sign_in);
  CHECK_FALSE(custom->has_guide_names);
  CHECK(custom->integrations.empty());
}

TEST_CASE("real operations are found however they are written") {
  const auto found = [](std::string_view name) {
    return shown(find_operations(builtin_catalog(), name));
  };
  CHECK(found("GET /users/{userId}/recordings") == Names{"GET /users/{userId}/recordings"});
  CHECK(found("GET /users/{id}/recordings") == Names{"GET /users/{userId}/recordings"});
  CHECK(found("GET /users/me/recordings") == Names{"GET /users/{userId}/recordings"});
  CHECK(found("GET /users/me/zak") == Names{"GET /users/me/zak"});
  CHECK(found("GET /users/{userId}/zak").empty());
  CHECK(found("DELETE /chat/channels/{id}/members/me") ==
        Names{"DELETE /chat/channels/{channelId}/members/me"});
  CHECK(found("getPhoneRecordings") == Names{"GET /phone/recordings"});
  CHECK(found("GET /users/{userId}/nothing").empty());
}

TEST_CASE("21 operation ids mean two operations each") {
  std::map<std::string_view, int> count;
  for (const Operation& operation : builtin_catalog().operations) ++count[operation.id];
  std::set<std::string_view> ambiguous;
  for (const auto& [id, times] : count) {
    CAPTURE(id);
    CHECK(find_operations(builtin_catalog(), id).size() == static_cast<std::size_t>(times));
    if (times == 1) continue;
    CHECK(times == 2);
    ambiguous.insert(id);
  }
  CHECK(ambiguous == std::set<std::string_view>{"createRole",
                                                "deleteRole",
                                                "getRoleInformation",
                                                "updateRole",
                                                "AddRoleMembers",
                                                "CreateTeam",
                                                "users",
                                                "userDelete",
                                                "userUpdate",
                                                "UpdateVideoChannel",
                                                "deleteDevice",
                                                "deletePeeringPhoneNumbers",
                                                "listPeeringPhoneNumbers",
                                                "updatePeeringPhoneNumbers",
                                                "addPeeringPhoneNumbers",
                                                "listAccountSMSCampaigns",
                                                "GetSMSCampaign",
                                                "unassignCampaignPhoneNumber",
                                                "assignCampaignPhoneNumbers",
                                                "listZoomRooms",
                                                "createChannel"});
  CHECK(shown(find_operations(builtin_catalog(), "users")) ==
        Names{"GET /contact_center/users", "GET /users"});
}

}  // namespace
}  // namespace zoomc
