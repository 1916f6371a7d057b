#pragma once
#include "diagnostics/sink.h"
#include "resolve/resolved_app.h"

namespace zoomc {

// Chooses the scopes and writes down the proof (DESIGN part 3.3 to 3.5): the smallest set for the
// requirements, the guide's own names in the `guide` vocabulary, and the extra scopes as asked.
void resolve_scopes(ResolvedApp& resolved, Sink& sink);

}  // namespace zoomc
