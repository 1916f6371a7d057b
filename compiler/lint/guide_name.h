#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "diagnostics/diagnostic.h"
#include "resolve/compiled_app.h"

namespace zoomc::lint {

// What a scope that was asked for by hand stands for in the integrator's guide. People copy the
// guide's tables; what they then need is the feature.
struct GuideName {
  // Whether the app has a feature, or sign-in, that the guide names the scope for: its scopes are
  // in the manifest without it.
  bool is_served = false;
  // For a hint: what the guide means by it, and what brings the scopes that Zoom lists.
  std::string says;
};

// Nothing when the guide of the app's platform does not name the scope.
std::optional<GuideName> find_guide_name(const resolve::CompiledApp& cx, std::string_view scope);

// The scopes of the app's vocabulary and level that allow the calls of a feature; in order, none
// twice.
std::vector<std::string_view> scopes_for(const resolve::CompiledApp& cx,
                                         const catalog::Feature& feature);

// Why Zoom may refuse some of the guide's scope names in an app: what is said once for all of them,
// of an app file and of a manifest alike. That the guide gives them is a reason to try, so it is
// never more than a doubt.
class GuideDoubts {
 public:
  GuideDoubts(const catalog::Catalog& catalog, bool is_admin)
      : catalog_(catalog), is_admin_(is_admin) {}

  // Looks at a name of the guide's that is in the app. `row` is its scope in the catalog.
  void look_at(std::string_view name, std::optional<catalog::ScopeId> row);

  bool empty() const { return classic_.empty() && unknown_.empty() && other_level_.empty(); }
  // "`user:read` (classic, which new apps cannot have) and `x` (in none of Zoom's lists)"
  std::string describe() const;
  ZoomEffect effect() const;

 private:
  const catalog::Catalog& catalog_;
  bool is_admin_;
  // In backticks.
  std::vector<std::string> classic_;
  std::vector<std::string> unknown_;
  std::vector<std::string> other_level_;
};

}  // namespace zoomc::lint
