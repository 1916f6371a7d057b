#pragma once
#include "diagnostics/sink.h"
#include "resolve/resolved_app.h"

namespace zoomc {

// Fills in the platform and its regions: unknown ones are reported and left out. A platform with
// regions needs one.
void resolve_platform(ResolvedApp& resolved, Sink& sink);

// The redirect and allow list of DESIGN part 3.6: what is written wins (the linter checks it), the
// rest is derived from the regions or, without them, from the app's own redirect.
void resolve_oauth(ResolvedApp& resolved, Sink& sink);

}  // namespace zoomc
