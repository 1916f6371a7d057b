#include "resolve/selection.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "catalog/lookup.h"
#include "resolve/choice.h"
#include "resolve/codes.h"

namespace zoomc {
namespace {

// Those of the requirements and, where the guide's names stand in for them, of the features.
std::set<OperationId> required_operations(const ResolvedApp& resolved) {
  std::set<OperationId> operations;
  for (const Subject& subject : resolved.subjects) {
    if (subject.kind != SubjectKind::feature && subject.kind != SubjectKind::sign_in) continue;
    const auto& row = resolved.catalog->features[*subject.row].operations;
    operations.insert(row.begin(), row.end());
  }
  for (const Requirement& requirement : resolved.requirements) {
    if (requirement.kind == RequirementKind::operation) operations.insert(requirement.row);
  }
  return operations;
}

// The scopes that some requirement admits, ascending by id, which within one model is by name.
std::vector<ScopeId> candidates_of(const ResolvedApp& resolved) {
  std::set<ScopeId> candidates;
  for (const Requirement& requirement : resolved.requirements) {
    candidates.insert(requirement.alternatives.begin(), requirement.alternatives.end());
  }
  return {candidates.begin(), candidates.end()};
}

ChoiceProblem make_problem(const ResolvedApp& resolved, const std::vector<ScopeId>& candidates) {
  const std::set<OperationId> required = required_operations(resolved);
  ChoiceProblem problem;
  std::map<ScopeId, std::uint32_t> number;
  for (const ScopeId candidate : candidates) {
    number.emplace(candidate, static_cast<std::uint32_t>(number.size()));
    auto& excess = problem.excess.emplace_back();
    for (const OperationId operation : resolved.catalog->scopes[candidate].operations) {
      if (required.count(operation) == 0) excess.push_back(operation);
    }
  }
  for (const Requirement& requirement : resolved.requirements) {
    auto& alternatives = problem.requirements.emplace_back();
    for (const ScopeId id : requirement.alternatives) alternatives.push_back(number.at(id));
  }
  return problem;
}

// Scopes by name while they are gathered; the map keeps them sorted and single.
using ScopeMap = std::map<std::string, ResolvedScope, std::less<>>;

ResolvedScope& scope_entry(ScopeMap& scopes, const ResolvedApp& resolved, std::string_view name,
                           ScopeSource source) {
  const auto place = scopes.find(name);
  if (place != scopes.end()) return place->second;
  ResolvedScope entry{.name = std::string(name), .source = source};
  entry.row = find_scope(*resolved.catalog, name, resolved.model);
  if (!entry.row) {
    const ScopeModel other =
        resolved.model == ScopeModel::granular ? ScopeModel::classic : ScopeModel::granular;
    entry.row = find_scope(*resolved.catalog, name, other);
  }
  return scopes.emplace(entry.name, std::move(entry)).first->second;
}

void add_derived(ResolvedApp& resolved, ScopeMap& scopes, Sink& sink) {
  const std::vector<ScopeId> candidates = candidates_of(resolved);
  const auto choice = choose(make_problem(resolved, candidates));
  if (!choice) {
    sink.add(finding(resolve_codes::kSearchTooLarge, {},
                     "the smallest set of scopes was not found within " +
                         std::to_string(choice.error().nodes) +
                         " steps: too many classic scopes overlap here; use `scope_names: "
                         "granular`, where there is nothing to choose, or split the app"));
    return;
  }
  resolved.excess_authority = choice->excess;
  resolved.search_nodes = choice->nodes;
  for (const std::uint32_t number : choice->chosen) {
    const Scope& scope = resolved.catalog->scopes[candidates[number]];
    scope_entry(scopes, resolved, scope.name, ScopeSource::derived);
  }
}

void add_guide(const ResolvedApp& resolved, ScopeMap& scopes) {
  for (std::uint32_t i = 0; i < resolved.subjects.size(); ++i) {
    const Subject& subject = resolved.subjects[i];
    if (subject.kind != SubjectKind::feature && subject.kind != SubjectKind::sign_in) continue;
    for (const std::string_view name : resolved.catalog->features[*subject.row].guide_scopes) {
      ResolvedScope& entry = scope_entry(scopes, resolved, name, ScopeSource::guide);
      entry.source = ScopeSource::guide;
      entry.guide_subjects.push_back(i);
    }
  }
}

void add_extra(const ResolvedApp& resolved, ScopeMap& scopes) {
  for (const Text& extra : resolved.app->extra_scopes) {
    if (scopes.find(extra.value) != scopes.end()) continue;
    ResolvedScope& entry = scope_entry(scopes, resolved, extra.value, ScopeSource::extra);
    entry.span = extra.span;
    const auto subject = resolved.subject_index.find(SubjectKind::extra_scope, extra.value);
    entry.optional = resolved.subjects[*subject].optional;
  }
}

// Which requirements each scope meets, and which would fall without it. An extra scope carries
// nothing: it was not chosen for any.
void prove(ResolvedApp& resolved) {
  std::map<ScopeId, std::size_t> place;
  for (std::size_t i = 0; i < resolved.scopes.size(); ++i) {
    if (resolved.scopes[i].row) place.emplace(*resolved.scopes[i].row, i);
  }
  for (std::uint32_t i = 0; i < resolved.requirements.size(); ++i) {
    std::vector<std::size_t> chosen;
    for (const ScopeId id : resolved.requirements[i].alternatives) {
      const auto found = place.find(id);
      if (found == place.end()) continue;
      resolved.scopes[found->second].meets.push_back(i);
      if (resolved.scopes[found->second].source != ScopeSource::extra) {
        chosen.push_back(found->second);
      }
    }
    if (chosen.size() == 1) resolved.scopes[chosen.front()].carries.push_back(i);
  }
}

void mark_optional(ResolvedApp& resolved) {
  for (ResolvedScope& scope : resolved.scopes) {
    if (scope.source == ScopeSource::extra) continue;
    const bool all_requirements =
        std::all_of(scope.meets.begin(), scope.meets.end(),
                    [&](std::uint32_t i) { return resolved.requirements[i].optional; });
    const bool all_features =
        std::all_of(scope.guide_subjects.begin(), scope.guide_subjects.end(),
                    [&](std::uint32_t i) { return resolved.subjects[i].optional; });
    scope.optional = all_requirements && all_features;
  }
}

void count_authority(ResolvedApp& resolved) {
  const std::set<OperationId> required = required_operations(resolved);
  for (ResolvedScope& scope : resolved.scopes) {
    if (!scope.row) continue;
    const auto& operations = resolved.catalog->scopes[*scope.row].operations;
    scope.operations_allowed = static_cast<std::uint32_t>(operations.size());
    scope.operations_needed = static_cast<std::uint32_t>(
        std::count_if(operations.begin(), operations.end(),
                      [&](OperationId operation) { return required.count(operation) != 0; }));
  }
}

}  // namespace

const ResolvedScope* find_resolved_scope(const ResolvedApp& resolved, std::string_view name) {
  const auto place = std::lower_bound(
      resolved.scopes.begin(), resolved.scopes.end(), name,
      [](const ResolvedScope& scope, std::string_view wanted) { return scope.name < wanted; });
  return place != resolved.scopes.end() && place->name == name ? &*place : nullptr;
}

void resolve_scopes(ResolvedApp& resolved, Sink& sink) {
  ScopeMap scopes;
  add_derived(resolved, scopes, sink);
  if (resolved.vocabulary == Vocabulary::guide) add_guide(resolved, scopes);
  add_extra(resolved, scopes);
  for (auto& entry : scopes) resolved.scopes.push_back(std::move(entry.second));
  prove(resolved);
  mark_optional(resolved);
  count_authority(resolved);
}

}  // namespace zoomc
