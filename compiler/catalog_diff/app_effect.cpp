#include "catalog_diff/app_effect.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "catalog/lookup.h"

namespace zoomc {
namespace {

using NameSet = std::set<std::string, std::less<>>;

struct Uses {
  ScopeModel model = ScopeModel::granular;
  NameSet operations;
  NameSet events;
  NameSet scopes;
};

void add_uses(const ResolvedApp& resolved, Uses& uses) {
  const Catalog& catalog = *resolved.catalog;
  for (const Requirement& requirement : resolved.requirements) {
    if (requirement.kind == RequirementKind::operation) {
      uses.operations.insert(display_name(catalog.operations[requirement.row]));
    } else {
      uses.events.emplace(catalog.events[requirement.row].name);
    }
  }
  for (const Subject& subject : resolved.subjects) {
    // Also what no scope of the vocabulary allows, and so is no requirement.
    for (const OperationId id : subject.unscoped) {
      uses.operations.insert(display_name(catalog.operations[id]));
    }
    if (subject.kind == SubjectKind::event) uses.events.insert(subject.key);
  }
  for (const ResolvedScope& scope : resolved.scopes) uses.scopes.emplace(scope.name);
}

// A title, or the scopes of the other model, change nothing for the app.
bool matters(const CatalogChange& change, ScopeModel model) {
  if (change.item == CatalogItem::scope && change.model != model) return false;
  if (change.kind != CatalogChangeKind::changed) return true;
  const std::string_view wanted =
      change.item == CatalogItem::scope ? std::string_view("level") : to_string(model);
  return std::any_of(change.properties.begin(), change.properties.end(),
                     [&](const PropertyChange& property) { return property.property == wanted; });
}

bool touches(const CatalogChange& change, const Uses& uses) {
  if (!matters(change, uses.model)) return false;
  switch (change.item) {
    case CatalogItem::scope: return uses.scopes.contains(change.name);
    case CatalogItem::operation: return uses.operations.contains(change.name);
    case CatalogItem::event: return uses.events.contains(change.name);
  }
  return false;
}

std::vector<std::string> scope_names(const ResolvedApp& resolved) {
  std::vector<std::string> names;
  for (const ResolvedScope& scope : resolved.scopes) names.emplace_back(scope.name);
  return names;
}

}  // namespace

AppEffect compare_apps(const ResolvedApp& before, const ResolvedApp& after,
                       const std::vector<CatalogChange>& changes) {
  AppEffect effect{.scopes_before = before.scopes.size(),
                   .scopes_after = after.scopes.size(),
                   .excess_before = before.excess_authority,
                   .excess_after = after.excess_authority};
  Uses uses{.model = after.model};
  add_uses(before, uses);
  add_uses(after, uses);
  for (const CatalogChange& change : changes) {
    if (touches(change, uses)) effect.touching.push_back(&change);
  }
  const auto old_names = scope_names(before);
  const auto new_names = scope_names(after);
  std::set_difference(new_names.begin(), new_names.end(), old_names.begin(), old_names.end(),
                      std::back_inserter(effect.added_scopes));
  std::set_difference(old_names.begin(), old_names.end(), new_names.begin(), new_names.end(),
                      std::back_inserter(effect.removed_scopes));
  return effect;
}

}  // namespace zoomc
