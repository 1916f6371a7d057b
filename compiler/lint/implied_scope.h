#pragma once
#include <string_view>

#include "resolve/compiled_app.h"

namespace zoomc {

// Whether Zoom adds the scope by itself because of something else in the manifest: another scope,
// or a setting (`Catalog::implied_scopes`). To list it too is no mistake.
bool is_implied_scope(const CompiledApp& cx, std::string_view name);

}  // namespace zoomc
