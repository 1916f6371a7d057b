#pragma once
#include <string>
#include <vector>

#include "diagnostics/sink.h"
#include "resolve/justification.h"
#include "resolve/resolved_app.h"

namespace zoomc::manifest {

// The app manifest, with the `sentences` for reviewers, as two-space JSON with a final line break
// (DESIGN part 4): the same bytes for the same app, always. Problems of `manifest_extra` (a leaf
// that zoomc writes itself, a value that Zoom refuses) go to `sink`. With `wrap` it is the body of
// Zoom's update call, {"manifest": ...}.
std::string write_manifest(const resolve::ResolvedApp& app,
                           const std::vector<resolve::Justification>& sentences, bool wrap,
                           Sink& sink);

// Reports what `write_manifest` would, for those who do not want the text.
void check_manifest_extra(const resolve::ResolvedApp& app, Sink& sink);

}  // namespace zoomc::manifest
