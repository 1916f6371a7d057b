#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

// What of Zoom differs between two catalogs: scopes, operations and events.
namespace zoomc {

enum class CatalogItem : std::uint8_t { scope, operation, event };
enum class CatalogChangeKind : std::uint8_t { added, removed, changed };
std::string_view to_string(CatalogItem item);
std::string_view to_string(CatalogChangeKind kind);

// One property that differs. Of lists what came and what went; of words the old and the new one.
struct PropertyChange {
  std::string property;
  std::vector<std::string> added;
  std::vector<std::string> removed;
};

struct CatalogChange {
  CatalogItem item = CatalogItem::scope;
  CatalogChangeKind kind = CatalogChangeKind::added;
  // "user:read:user", "GET /users", "user.created".
  std::string name;
  // Of a scope; a name may be in both.
  ScopeModel model = ScopeModel::granular;
  // What it is, for people: a level, the title of a call, the product of an event.
  std::string about;
  // Of what changed.
  std::vector<PropertyChange> properties;
};

// By item, then name, then model. Where rows stand, their sources and their dates do not matter.
std::vector<CatalogChange> compare_catalogs(const Catalog& before, const Catalog& after);

}  // namespace zoomc
