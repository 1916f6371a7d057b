#include <algorithm>
#include <map>

#include "catalog/lookup.h"
#include "resolved_case.h"
#include "review/scope_reason.h"
#include "support/catch.h"

namespace zoomc::review {
namespace {

using Lines = std::vector<std::string>;

std::map<std::string, Lines> uses_of(const std::string& text) {
  const ResolvedCase made(text);
  const auto uses = uses_of_scopes(made.resolved);
  REQUIRE(uses.size() == made.resolved.scopes.size());
  std::map<std::string, Lines> lines;
  for (std::size_t i = 0; i < uses.size(); ++i) {
    for (const ScopeUse& use : uses[i]) {
      std::string line = made.resolved.requests[use.request].key;
      const catalog::Catalog& catalog = catalog::builtin_catalog();
      if (use.operation) line += ": " + catalog::display_name(catalog.operations[*use.operation]);
      if (use.event) line += ": " + std::string(catalog.events[*use.event].name);
      lines[std::string(made.resolved.scopes[i].name)].push_back(line);
    }
  }
  return lines;
}

using Uses = std::map<std::string, Lines>;

TEST_CASE("a scope is used for its requirements by their requests") {
  CHECK(uses_of("zoomc: 1\napp: {name: Acme}\nregion: us\nfeatures: {users: read}\n") ==
        Uses{{"user:read:list_users:admin", {"users.read: GET /users"}},
             {"user:read:user:admin",
              {"sign_in: GET /users/{userId}", "users.read: GET /users/{userId}"}}});
}

TEST_CASE("what several scopes meet is told once, and is never lost") {
  CHECK(uses_of(kCustomApp + "managed_by: admin\nscope_names: classic\n"
                             "operations: [GET /devices, GET /devices/groups, POST /devices]\n") ==
        Uses{{"device:read:admin",
              {"GET /devices: GET /devices", "GET /devices/groups: GET /devices/groups"}},
             {"device:write:admin", {"POST /devices: POST /devices"}}});
}

TEST_CASE("a scope by hand that others stand for is used by itself") {
  CHECK(uses_of(kCustomApp +
                "features: {meetings: read}\nextra_scopes: [\"meeting:read:summary\"]\n") ==
        Uses{{"meeting:read:list_meetings", {"meetings.read: GET /users/{userId}/meetings"}},
             {"meeting:read:summary", {"meeting:read:summary"}}});
}

TEST_CASE("a name of the guide is used for what it is known to allow, else for its feature") {
  CHECK(uses_of("zoomc: 1\napp: {name: Acme}\nregion: us\nscope_names: guide\n"
                "features: {phone: [call_history, recordings]}\n") ==
        Uses{{"phone:read:call_log:admin",
              {"phone.call_history: GET /phone/call_history/{callHistoryUuid}"}},
             {"phone:read:recording:admin", {"phone.recordings"}},
             {"user:read", {"sign_in: GET /users/{userId}"}},
             {"user_info:read", {"sign_in: GET /users/{userId}"}},
             {"user_profile", {"sign_in: GET /users/{userId}"}}});
}

}  // namespace
}  // namespace zoomc::review
