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

Names shown(const std::vector<catalog::OperationId>& operations) {
  Names names;
  for (const catalog::OperationId id : operations)
    names.push_back(catalog::display_name(catalog::builtin_catalog().operations[id]));
  return names;
}

const catalog::Feature& feature_named(std::string_view name) {
  const auto id = catalog::find_feature(catalog::builtin_catalog(), name);
  REQUIRE(id);
  return catalog::builtin_catalog().features[*id];
}

TEST_CASE("every feature has a phrase for reviewers: an imperative in one line") {
  for (const catalog::Feature& feature : catalog::builtin_catalog().features) {
    CAPTURE(feature.name, feature.phrase);
    REQUIRE_FALSE(feature.phrase.empty());
    CHECK((feature.phrase.front() >= 'A' && feature.phrase.front() <= 'Z'));
    CHECK(feature.phrase.back() != '.');
    CHECK(feature.phrase.find('\n') == std::string_view::npos);
  }
  CHECK(feature_named("phone.call_history").phrase == "Read call history");
  CHECK(feature_named("meetings.read").phrase == "List meetings");
}

TEST_CASE("no two phrases are alike") {
  std::set<std::string_view> phrases;
  for (const catalog::Feature& feature : catalog::builtin_catalog().features)
    phrases.insert(feature.phrase);
  for (const catalog::Composite& composite : catalog::builtin_catalog().composites)
    phrases.insert(composite.phrase);
  CHECK(phrases.size() ==
        catalog::builtin_catalog().features.size() + catalog::builtin_catalog().composites.size());
}

TEST_CASE("the guide's sample sentences have no word of the stop list but `for`") {
  for (const char* word : {"read", "call", "history", "crm", "logging", "list", "meetings",
                           "calendar", "sync", "recordings", "webinars", "users"}) {
    CAPTURE(word);
    CHECK_FALSE(catalog::has_word(catalog::builtin_catalog(), catalog::WordList::stop, word));
  }
  for (const char* word : {"for", "the", "our", "is", "and", "needed", "required", "app", "use",
                           "access", "scope", "permission", "zoom", "functionality", "data"}) {
    CAPTURE(word);
    CHECK(catalog::has_word(catalog::builtin_catalog(), catalog::WordList::stop, word));
  }
}

TEST_CASE("the short lists of words") {
  const auto shown = [](catalog::WordList list) {
    Names names;
    for (const catalog::Word& word : catalog::words_of(catalog::builtin_catalog(), list))
      names.emplace_back(word.text);
    return names;
  };
  CHECK(shown(catalog::WordList::placeholder) == Names{"FIXME", "TODO", "change me", "change-me",
                                                       "change_me", "changeme", "dolor sit amet",
                                                       "lorem ipsum", "tbd"});
  CHECK(shown(catalog::WordList::example_host) ==
        Names{"example.com", "example.net", "example.org"});
  CHECK(shown(catalog::WordList::reserved_host) == Names{"example"});
  CHECK(shown(catalog::WordList::zoom_product) == Names{"meetings", "phone", "webinars"});
  CHECK(shown(catalog::WordList::official) == Names{"official", "officially"});
}

TEST_CASE("a composite stands for features of its own group") {
  for (const catalog::Composite& composite : catalog::builtin_catalog().composites) {
    CAPTURE(composite.name);
    CHECK_FALSE(composite.phrase.empty());
    CHECK(composite.members.size() > 1);
    for (const catalog::FeatureId id : composite.members) {
      const catalog::Feature& member = catalog::builtin_catalog().features[id];
      CHECK(composite.name.starts_with(std::string(member.group()) + "."));
    }
  }
  const catalog::Composite* write =
      catalog::find_composite(catalog::builtin_catalog(), "meetings.write");
  REQUIRE(write != nullptr);
  Names members;
  for (const catalog::FeatureId id : write->members) {
    members.emplace_back(catalog::builtin_catalog().features[id].name);
  }
  CHECK(members == Names{"meetings.create", "meetings.update", "meetings.delete"});
}

TEST_CASE("every call of a feature is explained, and no other") {
  std::set<catalog::OperationId> called;
  for (const catalog::Feature& feature : catalog::builtin_catalog().features) {
    const auto calls = catalog::calls_of(feature);
    called.insert(calls.begin(), calls.end());
  }
  REQUIRE_FALSE(called.empty());
  for (std::size_t i = 0; i < catalog::builtin_catalog().operations.size(); ++i) {
    const catalog::Operation& operation = catalog::builtin_catalog().operations[i];
    CAPTURE(catalog::display_name(operation));
    const bool is_called = called.count(static_cast<catalog::OperationId>(i)) != 0;
    CHECK(operation.does.empty() != is_called);
    CHECK(operation.without.empty() != is_called);
  }
  const catalog::Operation& calls = catalog::builtin_catalog().operations[catalog::find_operations(
      catalog::builtin_catalog(), "GET /phone/call_history")[0]];
  CHECK(calls.does == "lists calls");
  CHECK(calls.without == "lists no calls");
}

TEST_CASE("every call of a feature has a test step, and no two are alike") {
  std::set<std::string_view> actions;
  for (const catalog::Feature& feature : catalog::builtin_catalog().features) {
    CAPTURE(feature.name);
    REQUIRE(feature.test_steps.size() == catalog::calls_of(feature).size());
    for (const catalog::TestStep& step : feature.test_steps) {
      CAPTURE(step.action);
      CHECK_FALSE(step.expect.empty());
      CHECK((step.account.empty() || step.account.substr(0, 4) == "has "));
      CHECK(actions.insert(step.action).second);
    }
  }
  const catalog::Feature& phone = feature_named("phone.call_history");
  const catalog::OperationId list =
      catalog::find_operations(catalog::builtin_catalog(), "GET /phone/call_history")[0];
  REQUIRE(catalog::find_test_step(phone, list) != nullptr);
  CHECK(catalog::find_test_step(phone, list)->account == "has Zoom Phone and made a call today");
  CHECK(catalog::find_test_step(phone, list)->action == "open the call history");
  CHECK(catalog::find_test_step(phone, list)->expect == "that call with its time and length");
}

bool guide_allows(const catalog::Feature& feature, catalog::OperationId id) {
  const catalog::Operation& operation = catalog::builtin_catalog().operations[id];
  const auto named = [&](catalog::ScopeId scope) {
    return std::find(feature.guide_scopes.begin(), feature.guide_scopes.end(),
                     catalog::builtin_catalog().scopes[scope].name) != feature.guide_scopes.end();
  };
  return std::any_of(operation.granular.begin(), operation.granular.end(), named) ||
         std::any_of(operation.classic.begin(), operation.classic.end(), named);
}

TEST_CASE("the guide falls short exactly where it has names and they do not allow the calls") {
  for (const catalog::Feature& feature : catalog::builtin_catalog().features) {
    CAPTURE(feature.name);
    const bool allowed =
        std::all_of(feature.operations.begin(), feature.operations.end(),
                    [&](catalog::OperationId id) { return guide_allows(feature, id); });
    CHECK(feature.guide_shortfall.empty() == (allowed || !feature.is_in_guide()));
  }
  CHECK(feature_named("phone.users").guide_shortfall == "reads one user and not the list");
  CHECK(feature_named("phone.call_history").guide_shortfall == "reads one call and not the list");
  CHECK(feature_named("phone.recordings").guide_shortfall == "is in none of Zoom's lists");
  CHECK(feature_named("webinars.registrants").guide_shortfall ==
        "cannot change a registrant's status (Zoom lists no webinar:update:registrant)");
}

TEST_CASE("the redirect URLs are the guide's, byte for byte") {
  const catalog::Platform* unified = catalog::find_platform(catalog::builtin_catalog(), "unified");
  REQUIRE(unified != nullptr);
  CHECK(unified->title == "Unified");
  CHECK(unified->has_guide_names);
  for (const char* region : {"us", "eu", "au"}) REQUIRE(unified->find_region(region) != nullptr);
  CHECK(unified->find_region("us")->redirect_url == "https://api.unified.to/oauth/code");
  CHECK(unified->find_region("eu")->redirect_url == "https://api-eu.unified.to/oauth/code");
  CHECK(unified->find_region("au")->redirect_url == "https://api-au.unified.to/oauth/code");
  CHECK(unified->find_region("eu")->title == "EU");
  REQUIRE(unified->sign_in);
  CHECK(catalog::builtin_catalog().features[*unified->sign_in].name == "sign_in");
}

Names integrations_with(bool (*has)(const catalog::Integration&)) {
  Names names;
  for (const catalog::Integration& one :
       catalog::find_platform(catalog::builtin_catalog(), "unified")->integrations) {
    if (has(one)) names.emplace_back(one.id);
  }
  return names;
}

TEST_CASE("each group of features is of one integration of Unified's") {
  std::map<std::string_view, std::string_view> owner;
  std::set<std::string_view> groups;
  for (const catalog::Feature& feature : catalog::builtin_catalog().features) {
    if (!feature.action().empty()) groups.insert(feature.group());
  }
  for (const catalog::Integration& one :
       catalog::find_platform(catalog::builtin_catalog(), "unified")->integrations) {
    for (const std::string_view group : one.feature_groups) {
      CAPTURE(one.id, group);
      CHECK(groups.count(group) == 1);
      CHECK(owner.emplace(group, one.id).second);
    }
  }
  CHECK(owner["phone"] == "zoom_phone");
  CHECK(owner["meetings"] == "zoom");
}

TEST_CASE("the calendar is an integration that no feature needs") {
  const auto calendars = integrations_with([](const catalog::Integration& one) {
    return std::find(one.products.begin(), one.products.end(), "calendar") != one.products.end();
  });
  CHECK(calendars == Names{"zoom_calendar"});
  for (const catalog::Integration& one :
       catalog::find_platform(catalog::builtin_catalog(), "unified")->integrations) {
    if (one.id == "zoom_calendar") CHECK(one.feature_groups.empty());
  }
}

TEST_CASE("some scopes belong to settings and other scopes") {
  Names implied;
  for (const catalog::ImpliedScope& row : catalog::builtin_catalog().implied_scopes) {
    implied.push_back((row.is_setting ? "setting " : "scope ") + std::string(row.because_of) + " " +
                      std::string(catalog::to_string(row.effect)) + " " + std::string(row.scope));
  }
  CHECK(implied ==
        Names{"setting features.team_chat_subscription.enable needs imchat:bot",
              "setting features.team_chat_subscription.enable uses imchat:userapp",
              "scope meeting:read:list_meetings adds meeting:read:meeting",
              "setting features.plugin_sdk.enable uses plugin_sdk:read:connection_meta",
              "setting features.embed.meeting_sdk.enable adds user:read:zak",
              "setting features.in_client_feature.zoom_app_api.enable needs zoomapp:inmeeting"});
}

TEST_CASE("a chatbot posts with one scope, which an admin-managed app has") {
  const catalog::Catalog& rows = catalog::builtin_catalog();
  for (const char* call : {"POST /im/chat/messages", "PUT /im/chat/messages/{message_id}",
                           "DELETE /im/chat/messages/{message_id}"}) {
    CAPTURE(call);
    const catalog::Operation row = rows.operations[catalog::find_operations(rows, call).at(0)];
    for (const auto model : {catalog::ScopeModel::granular, catalog::ScopeModel::classic}) {
      REQUIRE(row.scopes(model).size() == 1);
      CHECK(rows.scopes[row.scopes(model)[0]].name == "imchat:bot");
      CHECK(rows.scopes[row.scopes(model)[0]].level == catalog::Level::admin);
    }
  }
}

TEST_CASE("each call for one user's phone has a user-level scope") {
  const catalog::Catalog& rows = catalog::builtin_catalog();
  std::size_t features = 0;
  for (const catalog::Feature& feature : rows.features) {
    features += feature.user_operations.empty() ? 0 : 1;
    for (const catalog::OperationId call : feature.user_operations) {
      for (const auto model : {catalog::ScopeModel::granular, catalog::ScopeModel::classic}) {
        const catalog::Operation row = rows.operations[call];
        CAPTURE(catalog::display_name(row), catalog::to_string(model));
        CHECK(std::ranges::any_of(row.scopes(model), [&](catalog::ScopeId id) {
          return rows.scopes[id].level == catalog::Level::user;
        }));
      }
    }
  }
  CHECK(features == 3);
}

bool is_master(const catalog::Operation& operation) {
  return operation.is_master;
}
bool is_master(const catalog::Event&) {
  return false;
}

TEST_CASE("a scope has the operations and events that take it, and no other") {
  const auto takers = [](const auto& rows) {
    std::vector<std::vector<std::uint16_t>> lists(catalog::builtin_catalog().scopes.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (const auto scopes : {rows[i].granular, rows[i].classic}) {
        if (is_master(rows[i])) continue;
        for (const catalog::ScopeId id : scopes) lists[id].push_back(static_cast<std::uint16_t>(i));
      }
    }
    return lists;
  };
  const auto operations = takers(catalog::builtin_catalog().operations);
  const auto events = takers(catalog::builtin_catalog().events);
  for (std::size_t i = 0; i < catalog::builtin_catalog().scopes.size(); ++i) {
    const catalog::Scope& scope = catalog::builtin_catalog().scopes[i];
    CAPTURE(scope.name);
    CHECK(std::vector(scope.operations.begin(), scope.operations.end()) == operations[i]);
    CHECK(std::vector(scope.events.begin(), scope.events.end()) == events[i]);
  }
  const catalog::Scope& list = catalog::builtin_catalog().scopes[*catalog::find_scope(
      catalog::builtin_catalog(), "phone:read:list_call_recordings:admin",
      catalog::ScopeModel::granular)];
  CHECK(shown({list.operations.begin(), list.operations.end()}) == Names{"GET /phone/recordings"});
  const catalog::Scope& master = catalog::builtin_catalog().scopes[*catalog::find_scope(
      catalog::builtin_catalog(), "account:master", catalog::ScopeModel::classic)];
  REQUIRE_FALSE(master.events.empty());
  CHECK(catalog::builtin_catalog().events[master.events[0]].name == "account.created");
}

TEST_CASE("a custom platform has nothing of its own") {
  const catalog::Platform* custom = catalog::find_platform(catalog::builtin_catalog(), "custom");
  REQUIRE(custom != nullptr);
  CHECK(custom->title == "Custom");
  CHECK(custom->regions.empty());
  CHECK_FALSE(custom->sign_in);
  CHECK_FALSE(custom->has_guide_names);
  CHECK(custom->integrations.empty());
}

TEST_CASE("real operations are found however they are written") {
  const auto found = [](std::string_view name) {
    return shown(catalog::find_operations(catalog::builtin_catalog(), name));
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

TEST_CASE("an operation id that several operations have means all of them") {
  // Of the account's own calls, and of all.
  std::map<std::string_view, std::pair<std::size_t, std::size_t>> count;
  for (const catalog::Operation& operation : catalog::builtin_catalog().operations) {
    if (operation.id.empty()) continue;
    if (!operation.is_master) ++count[operation.id].first;
    ++count[operation.id].second;
  }
  std::size_t of_master_only = 0;
  for (const auto& [id, times] : count) {
    CAPTURE(id);
    const std::size_t found = catalog::find_operations(catalog::builtin_catalog(), id).size();
    CHECK(found == (times.first > 0 ? times.first : times.second));
    of_master_only += times.first == 0;
  }
  CHECK(of_master_only > 0);
  CHECK(shown(catalog::find_operations(catalog::builtin_catalog(), "users")) ==
        Names{"GET /contact_center/users", "GET /users"});
}

}  // namespace
}  // namespace zoomc
