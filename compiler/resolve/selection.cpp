#include <algorithm>
#include <fmt/core.h>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/lookup.h"
#include "diagnostics/codes.h"
#include "resolve/choice.h"
#include "resolve/steps.h"

namespace zoomc::resolve {
namespace {

// Small numbers of the catalog, ascending and each once.
using Ids = std::vector<std::uint16_t>;

void sort_and_single(Ids& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

bool has(const Ids& ids, std::uint16_t id) {
  return std::binary_search(ids.begin(), ids.end(), id);
}

// The operations of the requirements and, where the guide's names are used instead, of the
// features.
Ids required_operations(const ResolvedApp& resolved) {
  Ids operations;
  operations.reserve(2 * resolved.requirements.size());
  for (const Request& request : resolved.requests) {
    if (request.kind != RequestKind::feature && request.kind != RequestKind::sign_in) continue;
    const auto row = resolved.operations_of(resolved.catalog->features[*request.row]);
    operations.insert(operations.end(), row.begin(), row.end());
  }
  for (const Requirement& requirement : resolved.requirements) {
    if (requirement.kind == RequirementKind::operation) operations.push_back(requirement.row);
  }
  sort_and_single(operations);
  return operations;
}

// The scopes that some requirement admits; within one model the order of ids is that of names.
Ids candidates_of(const ResolvedApp& resolved) {
  Ids candidates;
  candidates.reserve(resolved.requirements.size());
  for (const Requirement& requirement : resolved.requirements) {
    candidates.insert(candidates.end(), requirement.alternatives.begin(),
                      requirement.alternatives.end());
  }
  sort_and_single(candidates);
  return candidates;
}

ChoiceProblem make_problem(const ResolvedApp& resolved, const Ids& candidates,
                           const Ids& required) {
  ChoiceProblem problem;
  problem.excess.reserve(candidates.size());
  for (const catalog::ScopeId candidate : candidates) {
    auto& excess = problem.excess.emplace_back();
    for (const catalog::OperationId operation : resolved.catalog->scopes[candidate].operations) {
      if (!has(required, operation)) excess.push_back(operation);
    }
  }
  problem.requirements.reserve(resolved.requirements.size());
  for (const Requirement& requirement : resolved.requirements) {
    auto& alternatives = problem.requirements.emplace_back();
    for (const catalog::ScopeId id : requirement.alternatives) {
      const auto place = std::lower_bound(candidates.begin(), candidates.end(), id);
      alternatives.push_back(static_cast<std::uint32_t>(place - candidates.begin()));
    }
  }
  return problem;
}

struct Chosen {
  // Ascending.
  Ids scopes;
  std::uint32_t excess = 0;
  std::uint64_t nodes = 0;
};

bool is_forced(const ResolvedApp& resolved) {
  return std::all_of(
      resolved.requirements.begin(), resolved.requirements.end(),
      [](const Requirement& requirement) { return requirement.alternatives.size() == 1; });
}

// If every requirement admits one scope, as in the granular vocabulary, all candidates are needed.
Chosen take_all(const ResolvedApp& resolved, Ids candidates, const Ids& required) {
  Ids unasked;
  for (const catalog::ScopeId candidate : candidates) {
    for (const catalog::OperationId operation : resolved.catalog->scopes[candidate].operations) {
      if (!has(required, operation)) unasked.push_back(operation);
    }
  }
  sort_and_single(unasked);
  const auto excess = static_cast<std::uint32_t>(unasked.size());
  return {std::move(candidates), excess, 0};
}

tl::expected<Chosen, SearchTooLarge> choose_scopes(const ResolvedApp& resolved,
                                                   const Ids& required) {
  Ids candidates = candidates_of(resolved);
  if (is_forced(resolved)) return take_all(resolved, std::move(candidates), required);
  const auto choice = choose(make_problem(resolved, candidates, required));
  if (!choice) return tl::unexpected(choice.error());
  Chosen chosen{{}, choice->excess, choice->nodes};
  for (const std::uint32_t number : choice->chosen) chosen.scopes.push_back(candidates[number]);
  return chosen;
}

// Adds a scope that may be in no list. The vocabulary in use is looked up first.
ResolvedScope& add_named(ResolvedApp& resolved, std::string_view name, ScopeSource source) {
  std::optional<catalog::ScopeId> row =
      catalog::find_scope(*resolved.catalog, name, resolved.model);
  if (!row) {
    const catalog::ScopeModel other = resolved.model == catalog::ScopeModel::granular
                                          ? catalog::ScopeModel::classic
                                          : catalog::ScopeModel::granular;
    row = catalog::find_scope(*resolved.catalog, name, other);
  }
  return resolved.scopes.emplace_back(ResolvedScope{.name = name, .row = row, .source = source});
}

void add_derived(ResolvedApp& resolved, const Ids& required, Sink& sink) {
  const auto chosen = choose_scopes(resolved, required);
  if (!chosen) {
    sink.add(finding(resolve_codes::kSearchTooLarge, {},
                     fmt::format("zoomc did not find the smallest set of scopes within {} steps: "
                                 "too many classic scopes overlap here; use `scope_names: "
                                 "granular`, where there is nothing to choose, or split the app",
                                 chosen.error().nodes)));
    return;
  }
  resolved.excess_authority = chosen->excess;
  resolved.search_nodes = chosen->nodes;
  resolved.scopes.reserve(chosen->scopes.size() + resolved.app->extra_scopes.size());
  for (const catalog::ScopeId row : chosen->scopes) {
    resolved.scopes.push_back({.name = resolved.catalog->scopes[row].name, .row = row});
  }
}

void add_guide(ResolvedApp& resolved) {
  for (std::uint32_t i = 0; i < resolved.requests.size(); ++i) {
    const Request& request = resolved.requests[i];
    if (request.kind != RequestKind::feature && request.kind != RequestKind::sign_in) continue;
    for (const std::string_view name : resolved.catalog->features[*request.row].guide_scopes) {
      add_named(resolved, name, ScopeSource::guide).guide_requests.push_back(i);
    }
  }
}

void add_extra(ResolvedApp& resolved) {
  for (const Text& extra : resolved.app->extra_scopes) {
    ResolvedScope& entry = add_named(resolved, extra.value, ScopeSource::extra);
    entry.span = extra.span;
    const auto request = find_request(resolved, RequestKind::extra_scope, extra.value);
    entry.optional = resolved.requests[*request].optional;
  }
}

// Sorts the scopes by name; those of one name stay in their order. The derived ones, which are
// nearly all, are sorted already.
void sort_by_name(std::vector<ResolvedScope>& scopes) {
  const auto before = [](const ResolvedScope& a, const ResolvedScope& b) {
    return a.name < b.name;
  };
  const auto rest = std::is_sorted_until(scopes.begin(), scopes.end(), before);
  std::stable_sort(rest, scopes.end(), before);
  std::inplace_merge(scopes.begin(), rest, scopes.end(), before);
}

// Merges the scopes of one name. The first stays, but if the guide names it the guide is its
// source.
void merge_by_name(std::vector<ResolvedScope>& scopes) {
  sort_by_name(scopes);
  std::size_t merged = 0;
  for (std::size_t i = 1; i < scopes.size(); ++i) {
    ResolvedScope& first = scopes[merged];
    ResolvedScope& scope = scopes[i];
    if (first.name != scope.name) {
      if (++merged != i) scopes[merged] = std::move(scope);
    } else if (scope.source == ScopeSource::guide) {
      first.source = ScopeSource::guide;
      first.guide_requests.insert(first.guide_requests.end(), scope.guide_requests.begin(),
                                  scope.guide_requests.end());
    }
  }
  if (!scopes.empty()) scopes.resize(merged + 1);
}

// Finds the scopes of the manifest by the catalog's row.
class ScopesByRow {
 public:
  explicit ScopesByRow(const std::vector<ResolvedScope>& scopes) {
    numbers_.reserve(scopes.size());
    for (std::uint32_t i = 0; i < scopes.size(); ++i) {
      if (scopes[i].row) numbers_.emplace_back(*scopes[i].row, i);
    }
    std::sort(numbers_.begin(), numbers_.end());
  }
  std::optional<std::uint32_t> find(catalog::ScopeId row) const {
    const auto place = std::lower_bound(numbers_.begin(), numbers_.end(), std::pair(row, 0U));
    const bool found = place != numbers_.end() && place->first == row;
    return found ? std::optional(place->second) : std::nullopt;
  }

 private:
  std::vector<std::pair<catalog::ScopeId, std::uint32_t>> numbers_;
};

// Finds the requirements that each scope meets, and those that only it meets. An extra scope
// carries nothing: it was not chosen for any.
void prove(ResolvedApp& resolved) {
  const ScopesByRow by_row(resolved.scopes);
  for (std::uint32_t i = 0; i < resolved.requirements.size(); ++i) {
    std::uint32_t chosen = 0;
    std::size_t choices = 0;
    for (const catalog::ScopeId id : resolved.requirements[i].alternatives) {
      const auto scope = by_row.find(id);
      if (!scope) continue;
      resolved.scopes[*scope].satisfies.push_back(i);
      if (resolved.scopes[*scope].source == ScopeSource::extra) continue;
      chosen = *scope;
      ++choices;
    }
    if (choices == 1) resolved.scopes[chosen].uniquely_satisfies.push_back(i);
  }
}

void mark_optional(ResolvedApp& resolved) {
  for (ResolvedScope& scope : resolved.scopes) {
    if (scope.source == ScopeSource::extra) continue;
    const bool all_requirements =
        std::all_of(scope.satisfies.begin(), scope.satisfies.end(),
                    [&](std::uint32_t i) { return resolved.requirements[i].optional; });
    const bool all_features =
        std::all_of(scope.guide_requests.begin(), scope.guide_requests.end(),
                    [&](std::uint32_t i) { return resolved.requests[i].optional; });
    scope.optional = all_requirements && all_features;
  }
}

void count_authority(ResolvedApp& resolved, const Ids& required) {
  for (ResolvedScope& scope : resolved.scopes) {
    if (!scope.row) continue;
    const auto& operations = resolved.catalog->scopes[*scope.row].operations;
    scope.operations_allowed = static_cast<std::uint32_t>(operations.size());
    scope.operations_needed = static_cast<std::uint32_t>(
        std::count_if(operations.begin(), operations.end(),
                      [&](catalog::OperationId operation) { return has(required, operation); }));
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
  const Ids required = required_operations(resolved);
  add_derived(resolved, required, sink);
  if (resolved.vocabulary == model::Vocabulary::guide) add_guide(resolved);
  add_extra(resolved);
  merge_by_name(resolved.scopes);
  prove(resolved);
  mark_optional(resolved);
  count_authority(resolved, required);
}

}  // namespace zoomc::resolve
