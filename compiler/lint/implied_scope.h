#pragma once
#include <string_view>

#include "lint/rule.h"

namespace zoomc {

// Whether Zoom adds the scope by itself because of something else in the manifest: another scope,
// or the Meeting SDK. To list it too is no mistake. Source: replies of Zoom's manifest validator,
// as noted in Zoom's own plugins.
bool is_implied_scope(const LintContext& cx, std::string_view name);

}  // namespace zoomc
