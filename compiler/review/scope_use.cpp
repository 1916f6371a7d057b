#include "review/scope_use.h"

#include <algorithm>

namespace zoomc {
namespace {

void add(std::vector<ScopeUse>& uses, const ScopeUse& use) {
  if (std::find(uses.begin(), uses.end(), use) == uses.end()) uses.push_back(use);
}

bool allows(const Catalog& catalog, ScopeId scope, OperationId operation) {
  const Operation& call = catalog.operations[operation];
  const auto scopes = call.scopes(catalog.scopes[scope].model);
  return std::find(scopes.begin(), scopes.end(), scope) != scopes.end();
}

// The calls of a feature that a name of the guide is known to allow; all of them where that is not
// known, or of another level than Zoom's lists say.
void add_guide_uses(const ResolvedApp& resolved, const ResolvedScope& scope, std::uint32_t subject,
                    std::vector<ScopeUse>& uses) {
  const Feature& feature = resolved.catalog->features[*resolved.subjects[subject].row];
  std::vector<ScopeUse> allowed;
  for (const OperationId operation : feature.operations) {
    const bool is_known = scope.row && allows(*resolved.catalog, *scope.row, operation);
    if (is_known) allowed.push_back({.subject = subject, .operation = operation});
  }
  if (allowed.empty()) allowed.push_back({.subject = subject});
  for (const ScopeUse& use : allowed) add(uses, use);
}

// By requirement, the scope that tells of it.
std::vector<std::size_t> tellers(const ResolvedApp& resolved) {
  const std::size_t nobody = resolved.scopes.size();
  std::vector<std::size_t> tellers(resolved.requirements.size(), nobody);
  for (const bool by_hand : {false, true}) {
    for (std::size_t i = 0; i < resolved.scopes.size(); ++i) {
      if ((resolved.scopes[i].source == ScopeSource::extra) != by_hand) continue;
      for (const std::uint32_t number : resolved.scopes[i].meets) {
        if (tellers[number] == nobody) tellers[number] = i;
      }
    }
  }
  return tellers;
}

void add_requirement_uses(const ResolvedApp& resolved, std::uint32_t number,
                          std::vector<ScopeUse>& uses) {
  const Requirement& requirement = resolved.requirements[number];
  for (const std::uint32_t subject : requirement.subjects) {
    ScopeUse use{.subject = subject};
    if (requirement.kind == RequirementKind::operation) use.operation = requirement.row;
    if (requirement.kind == RequirementKind::event) use.event = requirement.row;
    add(uses, use);
  }
}

}  // namespace

std::vector<std::vector<ScopeUse>> uses_of_scopes(const ResolvedApp& resolved) {
  const std::vector<std::size_t> telling = tellers(resolved);
  std::vector<std::vector<ScopeUse>> all;
  for (std::size_t i = 0; i < resolved.scopes.size(); ++i) {
    const ResolvedScope& scope = resolved.scopes[i];
    auto& uses = all.emplace_back();
    for (const std::uint32_t subject : scope.guide_subjects) {
      add_guide_uses(resolved, scope, subject, uses);
    }
    for (const std::uint32_t number : scope.meets) {
      if (telling[number] == i) add_requirement_uses(resolved, number, uses);
    }
    const auto by_hand = find_subject(resolved, SubjectKind::extra_scope, scope.name);
    if (uses.empty() && by_hand) uses.push_back({.subject = *by_hand});
  }
  return all;
}

}  // namespace zoomc
