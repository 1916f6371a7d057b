#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "resolve/resolved_app.h"

// The differences between two catalogs (scopes, operations and events), and their effects on apps,
// of it.
namespace zoomc::catalog_tools {

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
  // Only for a scope; a name may be in both.
  catalog::ScopeModel model = catalog::ScopeModel::granular;
  // A description for people: a level, the title of a call, the product of an event.
  std::string about;
  // Of what changed.
  std::vector<PropertyChange> properties;
};

// By item, then name, then model. The places of rows, their sources and their dates do not matter.
std::vector<CatalogChange> compare_catalogs(const catalog::Catalog& before,
                                            const catalog::Catalog& after);

// A finding that the app has with one of the catalogs and not with the other.
struct EffectFinding {
  std::string id;
  std::string message;
};

// The effect of another catalog on one app.
struct AppEffect {
  std::string path;
  // The changes of something that the app needs, subscribes to or asks for.
  std::vector<const CatalogChange*> touching;
  // Of its manifest.
  std::vector<std::string> added_scopes;
  std::vector<std::string> removed_scopes;
  std::size_t scopes_before = 0;
  std::size_t scopes_after = 0;
  std::uint32_t excess_before = 0;
  std::uint32_t excess_after = 0;
  std::vector<EffectFinding> new_findings;
  std::vector<EffectFinding> gone_findings;

  bool is_touched() const {
    return !touching.empty() || !added_scopes.empty() || !removed_scopes.empty() ||
           !new_findings.empty() || !gone_findings.empty();
  }
};

// `before` and `after` are the same app resolved with the catalogs that were compared; `changes`
// must outlive the result. The findings are for the caller to add.
AppEffect compare_apps(const resolve::ResolvedApp& before, const resolve::ResolvedApp& after,
                       const std::vector<CatalogChange>& changes);

struct [[nodiscard]] CatalogDiff {
  // The names of the two catalogs: "built-in", a directory; and their dates.
  std::string before;
  std::string before_date;
  std::string after;
  std::string after_date;
  std::vector<CatalogChange> changes;
  std::vector<AppEffect> apps;
};

// For a terminal; everything that is not the program's own is escaped.
std::string catalog_diff_text(const CatalogDiff& diff);

// For a pull request.
std::string catalog_diff_markdown(const CatalogDiff& diff);

}  // namespace zoomc::catalog_tools
