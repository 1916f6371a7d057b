#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "resolve/compiled_app.h"

namespace zoomc {

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
std::optional<GuideName> find_guide_name(const CompiledApp& cx, std::string_view scope);

// The scopes of the app's vocabulary and level that allow the calls of a feature; in order, none
// twice.
std::vector<std::string_view> scopes_for(const CompiledApp& cx, const Feature& feature);

}  // namespace zoomc
