#include <algorithm>

#include "catalog/lookup.h"
#include "resolved_case.h"
#include "review/justification_report.h"
#include "support/catch.h"

namespace zoomc::review {
namespace {

using Lines = std::vector<std::string>;

Lines authority_of_app(const std::string& rest) {
  const ResolvedCase made(kCustomApp + rest);
  const JustificationReport report = make_justification_report(made.resolved);
  const AuthorityUse use = authority_use_of(report);
  Lines lines;
  for (const ScopeAuthority& scope : use.scopes) {
    lines.push_back(std::string(report.scopes[scope.scope].scope->name) + " " +
                    std::to_string(scope.needed()) + " of " +
                    (scope.is_known ? std::to_string(scope.allowed) : "unknown"));
  }
  lines.push_back(std::to_string(use.allowed) + " allowed, " + std::to_string(use.excess) +
                  " beyond");
  return lines;
}

TEST_CASE("what scopes allow beyond what they are for") {
  CHECK(authority_of_app("features: {phone: call_history}\n") ==
        Lines{"phone:read:call_log:admin 1 of 5", "phone:read:list_call_logs:admin 1 of 8",
              "13 allowed, 11 beyond"});
}

TEST_CASE("scopes by hand count, and names that nobody knows do not") {
  CHECK(authority_of_app("features: {meetings: read}\n"
                         "extra_scopes: [\"meeting:read:summary\", \"x:y\"]\n") ==
        Lines{"meeting:read:list_meetings 1 of 1", "meeting:read:summary 0 of 1",
              "x:y 0 of unknown", "2 allowed, 1 beyond"});
}

TEST_CASE("a call that two scopes allow is one call") {
  const ResolvedCase made(kCustomApp +
                          "managed_by: admin\nscope_names: classic\n"
                          "operations: [GET /devices, GET /devices/groups, POST /devices]\n");
  const JustificationReport report = make_justification_report(made.resolved);
  const AuthorityUse use = authority_use_of(report);
  REQUIRE(use.scopes.size() == 2);
  CHECK(use.allowed < use.scopes[0].allowed + use.scopes[1].allowed);
  // It is needed, whichever of the two tells of it.
  const catalog::OperationId devices =
      catalog::find_operations(catalog::builtin_catalog(), "GET /devices")[0];
  for (const ScopeAuthority& scope : use.scopes) {
    CHECK(std::count(scope.excess.begin(), scope.excess.end(), devices) == 0);
  }
}

}  // namespace
}  // namespace zoomc::review
