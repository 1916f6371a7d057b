#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "diagnostics/diagnostic.h"
#include "resolve/compiled_app.h"

namespace zoomc::lint {

// The meaning of an extra scope in the integrator's guide. People copy the guide's tables; they
// then need the feature.
struct GuideName {
  // True if the app has a feature, or sign-in, for which the guide names the scope: zoomc adds the
  // right scopes without it.
  bool is_served = false;
  // For a hint: what the guide means by it, and what adds the scopes that Zoom lists.
  std::string says;
};

// Nothing if the guide of the app's platform does not name the scope.
std::optional<GuideName> find_guide_name(const resolve::CompiledApp& cx, std::string_view scope);

// The scopes of the app's vocabulary and level that allow the calls of a feature, sorted, each
// once.
std::vector<std::string_view> scopes_for(const resolve::CompiledApp& cx,
                                         const catalog::Feature& feature);

// The reasons why Zoom may refuse some of the guide's scope names in an app, as one text for app
// files and manifests. The guide gives these names, so this is never more than a doubt.
class GuideDoubts {
 public:
  GuideDoubts(const catalog::Catalog& catalog, bool is_admin)
      : catalog_(catalog), is_admin_(is_admin) {}

  // Adds a name of the guide's that is in the app. `row` is its scope in the catalog.
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
