#include "explain/relations.h"

#include <algorithm>
#include <set>

#include "catalog/lookup.h"

namespace zoomc {
namespace {

constexpr std::string_view kAdminSuffix = ":admin";
constexpr std::string_view kMasterSuffix = ":master";

bool contains(std::span<const ScopeId> scopes, ScopeId scope) {
  return std::ranges::find(scopes, scope) != scopes.end();
}

// The indices of the rows of which something holds.
template <class Rows, class Holds>
std::vector<std::uint16_t> rows_where(const Rows& rows, Holds holds) {
  std::vector<std::uint16_t> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (holds(rows[i])) found.push_back(static_cast<std::uint16_t>(i));
  }
  return found;
}

std::string_view suffix_of(Level level) {
  if (level == Level::admin) return kAdminSuffix;
  return level == Level::master ? kMasterSuffix : std::string_view{};
}

}  // namespace

std::vector<OperationId> operations_of(const Catalog& catalog, ScopeId scope) {
  const auto& operations = catalog.scopes[scope].operations;
  return {operations.begin(), operations.end()};
}

std::vector<EventId> events_of(const Catalog& catalog, ScopeId scope) {
  const ScopeModel model = catalog.scopes[scope].model;
  return rows_where(catalog.events,
                    [&](const Event& event) { return contains(event.scopes(model), scope); });
}

bool takes_level(const Feature& feature, Level level) {
  return level == Level::admin || (level == Level::user && !feature.admin_only);
}

std::vector<ServedFeature> features_of(const Catalog& catalog, ScopeId scope) {
  const Scope& row = catalog.scopes[scope];
  std::vector<ServedFeature> served;
  for (std::size_t i = 0; i < catalog.features.size(); ++i) {
    const Feature& feature = catalog.features[i];
    if (!takes_level(feature, row.level)) continue;
    std::optional<bool> only_way;
    for (const OperationId call : feature.operations) {
      const auto alternatives =
          at_level(catalog, catalog.operations[call].scopes(row.model), row.level);
      if (contains(alternatives, scope)) {
        only_way = only_way.value_or(false) || alternatives.size() == 1;
      }
    }
    if (only_way) served.push_back({static_cast<FeatureId>(i), *only_way});
  }
  return served;
}

std::vector<FeatureId> features_calling(const Catalog& catalog, OperationId operation) {
  return rows_where(catalog.features, [&](const Feature& feature) {
    return std::ranges::find(feature.operations, operation) != feature.operations.end();
  });
}

std::vector<FeatureId> features_named_by_guide(const Catalog& catalog, std::string_view scope) {
  return rows_where(catalog.features, [&](const Feature& feature) {
    return std::ranges::find(feature.guide_scopes, scope) != feature.guide_scopes.end();
  });
}

std::vector<const Composite*> composites_of(const Catalog& catalog, FeatureId feature) {
  std::vector<const Composite*> found;
  for (const Composite& composite : catalog.composites) {
    const auto& members = composite.members;
    if (std::ranges::find(members, feature) != members.end()) found.push_back(&composite);
  }
  return found;
}

std::optional<ScopeId> counterpart(const Catalog& catalog, const Scope& scope, Level level) {
  std::string_view stem = scope.name;
  for (const std::string_view suffix : {kAdminSuffix, kMasterSuffix}) {
    if (stem.ends_with(suffix)) stem.remove_suffix(suffix.size());
  }
  const std::string name = std::string(stem) + std::string(suffix_of(level));
  const auto row = find_scope(catalog, name, scope.model);
  if (!row || catalog.scopes[*row].level != level) return std::nullopt;
  return row;
}

std::vector<ScopeId> relatives(const Catalog& catalog, ScopeId scope) {
  const Scope& row = catalog.scopes[scope];
  const ScopeModel other =
      row.model == ScopeModel::granular ? ScopeModel::classic : ScopeModel::granular;
  std::set<ScopeId> found;
  const auto add = [&](std::span<const ScopeId> scopes) {
    for (const ScopeId id : at_level(catalog, scopes, row.level)) found.insert(id);
  };
  for (const OperationId id : operations_of(catalog, scope)) {
    add(catalog.operations[id].scopes(other));
  }
  for (const EventId id : events_of(catalog, scope)) add(catalog.events[id].scopes(other));
  return {found.begin(), found.end()};
}

std::vector<ScopeId> scopes_named(const Catalog& catalog, std::string_view name) {
  return rows_where(catalog.scopes, [&](const Scope& scope) { return scope.name == name; });
}

std::vector<ScopeId> at_level(const Catalog& catalog, std::span<const ScopeId> scopes,
                              Level level) {
  std::vector<ScopeId> found;
  for (const ScopeId id : scopes) {
    if (catalog.scopes[id].level == level) found.push_back(id);
  }
  return found;
}

}  // namespace zoomc
