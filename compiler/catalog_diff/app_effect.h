#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "catalog_diff/catalog_changes.h"
#include "resolve/resolved_app.h"

namespace zoomc {

// A finding that the app has with one of the catalogs and not with the other.
struct EffectFinding {
  std::string id;
  std::string message;
};

// What another catalog makes of one app.
struct AppEffect {
  std::string path;
  // Which of the changes are about something that the app needs, subscribes to or asks for.
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
AppEffect compare_apps(const ResolvedApp& before, const ResolvedApp& after,
                       const std::vector<CatalogChange>& changes);

}  // namespace zoomc
