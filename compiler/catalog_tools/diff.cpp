#include "catalog_tools/diff.h"

#include <algorithm>
#include <fmt/core.h>
#include <iterator>
#include <set>
#include <tuple>

#include "catalog/lookup.h"

namespace zoomc::catalog_tools {
namespace {

std::vector<std::string> scope_names(const catalog::Catalog& catalog,
                                     std::span<const catalog::ScopeId> scopes) {
  std::vector<std::string> names;
  for (const catalog::ScopeId id : scopes) names.emplace_back(catalog.scopes[id].name);
  std::ranges::sort(names);
  return names;
}

class Properties {
 public:
  void compare(std::string_view property, std::string_view before, std::string_view after) {
    if (before == after) return;
    changes_.push_back({std::string(property), {std::string(after)}, {std::string(before)}});
  }

  void compare(std::string_view property, const std::vector<std::string>& before,
               const std::vector<std::string>& after) {
    PropertyChange change{.property = std::string(property)};
    std::ranges::set_difference(after, before, std::back_inserter(change.added));
    std::ranges::set_difference(before, after, std::back_inserter(change.removed));
    if (!change.added.empty() || !change.removed.empty()) changes_.push_back(std::move(change));
  }

  std::vector<PropertyChange> take() { return std::move(changes_); }

 private:
  std::vector<PropertyChange> changes_;
};

class CatalogComparison {
 public:
  CatalogComparison(const catalog::Catalog& before, const catalog::Catalog& after)
      : before_(before), after_(after) {}

  std::vector<CatalogChange> run() {
    both(
        before_.scopes, after_.scopes,
        [](const catalog::Catalog& catalog, const catalog::Scope& row) {
          return catalog::find_scope(catalog, row.name, row.model);
        },
        [](const catalog::Scope& row) {
          return CatalogChange{.item = CatalogItem::scope,
                               .name = std::string(row.name),
                               .model = row.model,
                               .about = std::string(catalog::to_string(row.level))};
        });
    both(
        before_.operations, after_.operations,
        [](const catalog::Catalog& catalog, const catalog::Operation& row) {
          return catalog::find_operation(catalog, row.method, row.path);
        },
        [](const catalog::Operation& row) {
          return CatalogChange{.item = CatalogItem::operation,
                               .name = catalog::display_name(row),
                               .about = std::string(row.name)};
        });
    both(
        before_.events, after_.events,
        [](const catalog::Catalog& catalog, const catalog::Event& row) {
          return catalog::find_event(catalog, row.name);
        },
        [](const catalog::Event& row) {
          return CatalogChange{.item = CatalogItem::event,
                               .name = std::string(row.name),
                               .about = std::string(row.product)};
        });
    std::ranges::stable_sort(changes_, {}, [](const CatalogChange& change) {
      return std::tie(change.item, change.name, change.model);
    });
    return std::move(changes_);
  }

 private:
  template <class Row, class Find, class Describe>
  void both(const catalog::CatalogTable<Row>& before, const catalog::CatalogTable<Row>& after,
            Find find, Describe describe) {
    for (const Row& row : before) {
      const auto other = find(after_, row);
      CatalogChange change = describe(row);
      change.kind = CatalogChangeKind::removed;
      if (other) {
        change.kind = CatalogChangeKind::changed;
        change.properties = compare(row, after[*other]);
        if (change.properties.empty()) continue;
      }
      changes_.push_back(std::move(change));
    }
    for (const Row& row : after) {
      if (find(before_, row)) continue;
      changes_.push_back(describe(row));
    }
  }

  std::vector<PropertyChange> compare(const catalog::Scope& before,
                                      const catalog::Scope& after) const {
    Properties properties;
    properties.compare("level", catalog::to_string(before.level), catalog::to_string(after.level));
    properties.compare("grants", catalog::to_string(before.grants),
                       catalog::to_string(after.grants));
    return properties.take();
  }

  template <class Row>
  void compare_scopes(const Row& before, const Row& after, Properties& properties) const {
    for (const catalog::ScopeModel model :
         {catalog::ScopeModel::granular, catalog::ScopeModel::classic}) {
      properties.compare(catalog::to_string(model), scope_names(before_, before.scopes(model)),
                         scope_names(after_, after.scopes(model)));
    }
  }

  std::vector<PropertyChange> compare(const catalog::Operation& before,
                                      const catalog::Operation& after) const {
    Properties properties;
    compare_scopes(before, after, properties);
    properties.compare("operation id", before.id, after.id);
    properties.compare("name", before.name, after.name);
    properties.compare("product", before.product, after.product);
    properties.compare("permissions", before.permissions, after.permissions);
    properties.compare("prerequisites", before.prerequisites, after.prerequisites);
    properties.compare("account", account_of(before), account_of(after));
    compare_deprecation(catalog::display_name(before), properties);
    properties.compare("errors", errors_of(before_, before), errors_of(after_, after));
    return properties.take();
  }

  static std::string_view account_of(const catalog::Operation& operation) {
    return operation.is_master ? "master" : "";
  }

  // "404 1001: User does not exist." of each documented error, sorted.
  static std::vector<std::string> errors_of(const catalog::Catalog& catalog,
                                            const catalog::Operation& operation) {
    std::vector<std::string> errors;
    const auto id = catalog::find_operation(catalog, operation.method, operation.path);
    for (const catalog::CallError& error : catalog::errors_of(catalog, *id)) {
      errors.push_back(fmt::format("{} {}: {}", error.status, error.code, error.text));
    }
    std::ranges::sort(errors);
    return errors;
  }

  // "2026-04, then GET /phone/call_history"; empty: not deprecated.
  static std::string end_of(const catalog::Catalog& catalog, std::string_view what) {
    const auto end = catalog::find_deprecation(catalog, what);
    if (!end) return {};
    std::string text(end->since.empty() ? "at a date not known" : end->since);
    if (!end->successors.empty()) text += fmt::format(", then {}", end->successors);
    return text;
  }

  void compare_deprecation(std::string_view what, Properties& properties) const {
    properties.compare("deprecated", end_of(before_, what), end_of(after_, what));
  }

  std::vector<PropertyChange> compare(const catalog::Event& before,
                                      const catalog::Event& after) const {
    Properties properties;
    compare_scopes(before, after, properties);
    properties.compare("basis", catalog::to_string(before.basis), catalog::to_string(after.basis));
    properties.compare("product", before.product, after.product);
    compare_deprecation(before.name, properties);
    return properties.take();
  }

  const catalog::Catalog& before_;
  const catalog::Catalog& after_;
  std::vector<CatalogChange> changes_;
};

using NameSet = std::set<std::string, std::less<>>;

struct Uses {
  catalog::ScopeModel model = catalog::ScopeModel::granular;
  NameSet operations;
  NameSet events;
  NameSet scopes;
};

void add_uses(const resolve::ResolvedApp& resolved, Uses& uses) {
  const catalog::Catalog& catalog = *resolved.catalog;
  for (const resolve::Requirement& requirement : resolved.requirements) {
    if (requirement.kind == resolve::RequirementKind::operation) {
      uses.operations.insert(catalog::display_name(catalog.operations[requirement.row]));
    } else {
      uses.events.emplace(catalog.events[requirement.row].name);
    }
  }
  for (const resolve::Request& request : resolved.requests) {
    // Also operations that no scope of the vocabulary allows, which are not requirements.
    for (const catalog::OperationId id : request.unscoped) {
      uses.operations.insert(catalog::display_name(catalog.operations[id]));
    }
    if (request.kind == resolve::RequestKind::event) uses.events.insert(request.key);
  }
  for (const resolve::ResolvedScope& scope : resolved.scopes) uses.scopes.emplace(scope.name);
}

// A title, or the scopes of the other model, change nothing for the app.
bool matters(const CatalogChange& change, catalog::ScopeModel model) {
  if (change.item == CatalogItem::scope && change.model != model) return false;
  if (change.kind != CatalogChangeKind::changed) return true;
  const std::string_view wanted =
      change.item == CatalogItem::scope ? std::string_view("level") : catalog::to_string(model);
  return std::ranges::find(change.properties, wanted, &PropertyChange::property) !=
         change.properties.end();
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

std::vector<std::string> scope_names(const resolve::ResolvedApp& resolved) {
  std::vector<std::string> names;
  for (const resolve::ResolvedScope& scope : resolved.scopes) names.emplace_back(scope.name);
  return names;
}

}  // namespace

std::string_view to_string(CatalogItem item) {
  switch (item) {
    case CatalogItem::scope: return "scope";
    case CatalogItem::operation: return "operation";
    case CatalogItem::event: return "event";
  }
  return {};
}

std::string_view to_string(CatalogChangeKind kind) {
  switch (kind) {
    case CatalogChangeKind::added: return "added";
    case CatalogChangeKind::removed: return "removed";
    case CatalogChangeKind::changed: return "changed";
  }
  return {};
}

std::vector<CatalogChange> compare_catalogs(const catalog::Catalog& before,
                                            const catalog::Catalog& after) {
  return CatalogComparison(before, after).run();
}

AppEffect compare_apps(const resolve::ResolvedApp& before, const resolve::ResolvedApp& after,
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
  std::ranges::set_difference(new_names, old_names, std::back_inserter(effect.added_scopes));
  std::ranges::set_difference(old_names, new_names, std::back_inserter(effect.removed_scopes));
  return effect;
}

}  // namespace zoomc::catalog_tools
