#include "explain/relations.h"

#include <algorithm>
#include <set>

#include "catalog/lookup.h"

namespace zoomc::explain {
namespace {

constexpr std::string_view kAdminSuffix = ":admin";
constexpr std::string_view kMasterSuffix = ":master";

bool contains(std::span<const catalog::ScopeId> scopes, catalog::ScopeId scope) {
  return std::ranges::find(scopes, scope) != scopes.end();
}

// The indices of the rows that match.
template <class Rows, class Holds>
std::vector<std::uint16_t> rows_where(const Rows& rows, Holds holds) {
  std::vector<std::uint16_t> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (holds(rows[i])) found.push_back(static_cast<std::uint16_t>(i));
  }
  return found;
}

std::string_view suffix_of(catalog::Level level) {
  if (level == catalog::Level::admin) return kAdminSuffix;
  return level == catalog::Level::master ? kMasterSuffix : std::string_view{};
}

}  // namespace

std::vector<catalog::OperationId> operations_of(const catalog::Catalog& catalog,
                                                catalog::ScopeId scope) {
  const auto& operations = catalog.scopes[scope].operations;
  return {operations.begin(), operations.end()};
}

std::vector<catalog::EventId> events_of(const catalog::Catalog& catalog, catalog::ScopeId scope) {
  const catalog::ScopeModel model = catalog.scopes[scope].model;
  return rows_where(catalog.events, [&](const catalog::Event& event) {
    return contains(event.scopes(model), scope);
  });
}

bool takes_level(const catalog::Feature& feature, catalog::Level level) {
  return level == catalog::Level::admin || (level == catalog::Level::user && !feature.admin_only);
}

std::vector<ServedFeature> features_of(const catalog::Catalog& catalog, catalog::ScopeId scope) {
  const catalog::Scope& row = catalog.scopes[scope];
  std::vector<ServedFeature> served;
  for (std::size_t i = 0; i < catalog.features.size(); ++i) {
    const catalog::Feature& feature = catalog.features[i];
    if (!takes_level(feature, row.level)) continue;
    std::optional<bool> only_way;
    for (const catalog::OperationId call : feature.operations) {
      const auto alternatives =
          at_level(catalog, catalog.operations[call].scopes(row.model), row.level);
      if (contains(alternatives, scope)) {
        only_way = only_way.value_or(false) || alternatives.size() == 1;
      }
    }
    if (only_way) served.push_back({static_cast<catalog::FeatureId>(i), *only_way});
  }
  return served;
}

std::vector<catalog::FeatureId> features_calling(const catalog::Catalog& catalog,
                                                 catalog::OperationId operation) {
  return rows_where(catalog.features, [&](const catalog::Feature& feature) {
    return std::ranges::find(feature.operations, operation) != feature.operations.end();
  });
}

std::vector<catalog::FeatureId> features_named_by_guide(const catalog::Catalog& catalog,
                                                        std::string_view scope) {
  return rows_where(catalog.features, [&](const catalog::Feature& feature) {
    return std::ranges::find(feature.guide_scopes, scope) != feature.guide_scopes.end();
  });
}

std::vector<const catalog::Composite*> composites_of(const catalog::Catalog& catalog,
                                                     catalog::FeatureId feature) {
  std::vector<const catalog::Composite*> found;
  for (const catalog::Composite& composite : catalog.composites) {
    const auto& members = composite.members;
    if (std::ranges::find(members, feature) != members.end()) found.push_back(&composite);
  }
  return found;
}

std::optional<catalog::ScopeId> counterpart(const catalog::Catalog& catalog,
                                            const catalog::Scope& scope, catalog::Level level) {
  std::string_view stem = scope.name;
  for (const std::string_view suffix : {kAdminSuffix, kMasterSuffix}) {
    if (stem.ends_with(suffix)) stem.remove_suffix(suffix.size());
  }
  const std::string name = std::string(stem) + std::string(suffix_of(level));
  const auto row = catalog::find_scope(catalog, name, scope.model);
  if (!row || catalog.scopes[*row].level != level) return std::nullopt;
  return row;
}

std::vector<catalog::ScopeId> relatives(const catalog::Catalog& catalog, catalog::ScopeId scope) {
  const catalog::Scope& row = catalog.scopes[scope];
  const catalog::ScopeModel other = row.model == catalog::ScopeModel::granular
                                        ? catalog::ScopeModel::classic
                                        : catalog::ScopeModel::granular;
  std::set<catalog::ScopeId> found;
  const auto add = [&](std::span<const catalog::ScopeId> scopes) {
    for (const catalog::ScopeId id : at_level(catalog, scopes, row.level)) found.insert(id);
  };
  for (const catalog::OperationId id : operations_of(catalog, scope)) {
    add(catalog.operations[id].scopes(other));
  }
  for (const catalog::EventId id : events_of(catalog, scope)) add(catalog.events[id].scopes(other));
  return {found.begin(), found.end()};
}

std::vector<catalog::ScopeId> scopes_named(const catalog::Catalog& catalog, std::string_view name) {
  return rows_where(catalog.scopes,
                    [&](const catalog::Scope& scope) { return scope.name == name; });
}

std::vector<catalog::ScopeId> at_level(const catalog::Catalog& catalog,
                                       std::span<const catalog::ScopeId> scopes,
                                       catalog::Level level) {
  std::vector<catalog::ScopeId> found;
  for (const catalog::ScopeId id : scopes) {
    if (catalog.scopes[id].level == level) found.push_back(id);
  }
  return found;
}

}  // namespace zoomc::explain
