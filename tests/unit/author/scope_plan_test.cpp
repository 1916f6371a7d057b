#include "author/scope_plan.h"

#include <string>
#include <vector>

#include "catalog/builtin.h"
#include "catalog/lookup.h"
#include "support/catch.h"

namespace zoomc::author {
namespace {

using Words = std::vector<std::string>;

TargetScopes target(model::ManagedBy managed_by, WantedScopes scopes) {
  return {.catalog = &catalog::builtin_catalog(),
          .managed_by = managed_by,
          .scopes = std::move(scopes)};
}

ScopePlan plan_of(const TargetScopes& target) {
  return plan_features(target);
}

TEST_CASE("Features are those whose scopes are all wanted", "[author][plan]") {
  ScopePlan plan =
      plan_of(target(model::ManagedBy::admin, {{"user:read:user:admin", false},
                                               {"user:read:list_users:admin", false},
                                               {"meeting:read:list_meetings:admin", false}}));
  CHECK(plan.features == Words{"meetings.read", "users.read"});
  CHECK(plan.optional.empty());
  // One of the two scopes of a feature is not the feature.
  CHECK(plan_of(target(model::ManagedBy::admin, {{"user:read:list_users:admin", false}}))
            .features.empty());
  // Nor is a scope of the other level.
  CHECK(plan_of(target(model::ManagedBy::user, {{"meeting:read:list_meetings:admin", false}}))
            .features.empty());
  CHECK(plan_of(target(model::ManagedBy::user, {{"meeting:read:list_meetings", false}})).features ==
        Words{"meetings.read"});
  // What means the whole account is not for a user-managed app.
  CHECK(plan_of(target(model::ManagedBy::user, {{"user:write:user", false}})).features.empty());
  CHECK(plan_of(target(model::ManagedBy::user, {{"made:up", false}})).features.empty());
}

TEST_CASE("A composite stands for its members once all are there", "[author][plan]") {
  WantedScopes scopes = {{"meeting:write:meeting", false}, {"meeting:update:meeting", false}};
  CHECK(plan_of(target(model::ManagedBy::user, scopes)).features ==
        Words{"meetings.create", "meetings.update"});
  scopes.emplace("meeting:delete:meeting", false);
  scopes.emplace("meeting:read:list_meetings", false);
  CHECK(plan_of(target(model::ManagedBy::user, scopes)).features ==
        Words{"meetings.read", "meetings.write"});
  TargetScopes banned = target(model::ManagedBy::user, scopes);
  banned.banned = {"meetings.write", "meetings.delete"};
  CHECK(plan_of(banned).features == Words{"meetings.create", "meetings.read", "meetings.update"});
}

TEST_CASE("What may be declined is what only declinable scopes need", "[author][plan]") {
  TargetScopes users =
      target(model::ManagedBy::admin, {{"user:read:user:admin", false},
                                       {"user:read:list_users:admin", true},
                                       {"phone:read:list_call_recordings:admin", true},
                                       {"phone:read:call_recording:admin", true}});
  // Half of `users.read` is required, and nothing else requires it.
  CHECK(plan_of(users).features == Words{"phone.recordings"});
  CHECK(plan_of(users).optional == Words{"phone.recordings"});
  // Signing in does.
  users.sign_in = catalog::find_feature(catalog::builtin_catalog(), "sign_in");
  CHECK(plan_of(users).features == Words{"phone.recordings", "users.read"});
  CHECK(plan_of(users).optional == Words{"phone.recordings", "users.read"});
}

TEST_CASE("A composite is declared though only some of it may be declined", "[author][plan]") {
  TargetScopes meetings = target(model::ManagedBy::user, {{"meeting:write:meeting", true},
                                                          {"meeting:update:meeting", false},
                                                          {"meeting:delete:meeting", false}});
  for (const model::Vocabulary vocabulary :
       {model::Vocabulary::granular, model::Vocabulary::guide}) {
    meetings.vocabulary = vocabulary;
    CHECK(plan_of(meetings).features == Words{"meetings.write"});
    CHECK(plan_of(meetings).optional == Words{"meetings.create"});
  }
  meetings.scopes["meeting:update:meeting"] = true;
  meetings.scopes["meeting:delete:meeting"] = true;
  CHECK(plan_of(meetings).features == Words{"meetings.write"});
  CHECK(plan_of(meetings).optional == Words{"meetings.write"});
}

TEST_CASE("An event may be declined when its scope may", "[author][plan]") {
  TargetScopes meetings = target(model::ManagedBy::user, {{"meeting:read:meeting", true}});
  meetings.events = {"meeting.started", "meeting.ended", "meeting.started", "made.up"};
  CHECK(plan_of(meetings).optional == Words{"meeting.started", "meeting.ended"});
  meetings.scopes["meeting:read:meeting"] = false;
  CHECK(plan_of(meetings).optional.empty());
}

TEST_CASE("The guide's names are found in its tables", "[author][plan]") {
  TargetScopes guide = target(model::ManagedBy::admin, {{"user:write:admin", false},
                                                        {"phone:read:recording:admin", true},
                                                        {"meeting:read:list_meetings", false}});
  guide.vocabulary = model::Vocabulary::guide;
  CHECK(plan_of(guide).features == Words{"meetings.read", "phone.recordings", "users.write"});
  CHECK(plan_of(guide).optional == Words{"phone.recordings"});
}

TEST_CASE("A feature that adds nothing is left out", "[author][plan]") {
  TargetScopes classic =
      target(model::ManagedBy::admin, {{"phone:read:admin", false}, {"group:write:admin", false}});
  classic.vocabulary = model::Vocabulary::classic;
  const ScopePlan plan = plan_of(classic);
  REQUIRE(plan.features.size() == 2);
  CHECK(plan.features[0] == "groups.write");
}

TEST_CASE("The calls of each scope are counted in its vocabulary", "[author][plan]") {
  const auto operations = operations_of(
      target(model::ManagedBy::admin, {}),
      {"user:read:user:admin", "phone:read:list_call_logs:admin", "made:up", "user:read:admin"});
  REQUIRE(operations.size() == 2);
  REQUIRE(operations.at("user:read:user:admin").size() == 1);
  CHECK(catalog::display_name(
            catalog::builtin_catalog().operations[operations.at("user:read:user:admin")[0]]) ==
        "GET /users/{userId}");
  CHECK(operations.at("phone:read:list_call_logs:admin").size() == 8);
}

}  // namespace
}  // namespace zoomc::author
