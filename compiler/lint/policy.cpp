#include "lint/policy.h"

namespace zoomc {

bool applies(const Policy& policy, const ResolvedApp& resolved) {
  const PolicyCondition& when = policy.when;
  return (!when.stage || *when.stage == resolved.app->stage_or_default()) &&
         (!when.managed_by || *when.managed_by == resolved.managed_by) &&
         (!when.scope_names || *when.scope_names == resolved.vocabulary);
}

std::string suppressed_as(const Diagnostic& found) {
  std::string name(found.id);
  return found.policy.empty() ? name : name + "/" + found.policy;
}

}  // namespace zoomc
