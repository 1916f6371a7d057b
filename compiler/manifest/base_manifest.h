#pragma once
#include <vector>

#include "manifest/json.h"
#include "resolve/justification.h"
#include "resolve/resolved_app.h"

namespace zoomc {

// The manifest as the language describes the app, keys in the order of DESIGN part 4, absent values
// left out; `manifest_extra` not yet merged.
json::Document build_base_manifest(const ResolvedApp& app,
                                   const std::vector<Justification>& sentences);

}  // namespace zoomc
