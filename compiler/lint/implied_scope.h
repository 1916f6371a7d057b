#pragma once
#include <string_view>

#include "lint/rule.h"

namespace zoomc {

// Whether Zoom adds the scope by itself because of something else in the manifest: another scope,
// or a setting (`Catalog::implied_scopes`). To list it too is no mistake.
bool is_implied_scope(const LintContext& cx, std::string_view name);

}  // namespace zoomc
