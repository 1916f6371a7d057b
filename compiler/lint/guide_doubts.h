#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "diagnostics/diagnostic.h"

namespace zoomc {

// Why Zoom may refuse some of the guide's scope names in an app: what is said once for all of them,
// of an app file and of a manifest alike. That the guide gives them is a reason to try, so it is
// never more than a doubt.
class GuideDoubts {
 public:
  GuideDoubts(const Catalog& catalog, bool is_admin) : catalog_(catalog), is_admin_(is_admin) {}

  // Looks at a name of the guide's that is in the app. `row` is its scope in the catalog.
  void look_at(std::string_view name, std::optional<ScopeId> row);

  bool empty() const { return classic_.empty() && unknown_.empty() && other_level_.empty(); }
  // "`user:read` (classic, which new apps cannot have) and `x` (in none of Zoom's lists)"
  std::string describe() const;
  ZoomEffect effect() const;

 private:
  const Catalog& catalog_;
  bool is_admin_;
  // In backticks.
  std::vector<std::string> classic_;
  std::vector<std::string> unknown_;
  std::vector<std::string> other_level_;
};

}  // namespace zoomc
