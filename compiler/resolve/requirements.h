#pragma once
#include "diagnostics/sink.h"
#include "resolve/resolved_app.h"

namespace zoomc {

// Turns the subjects into requirements and decides between user- and admin-managed (DESIGN part 3.1
// and 3.2). Afterwards each requirement holds the alternatives of the app's level, at least one;
// what has none is reported as `managed-by-conflict` and dropped.
void resolve_requirements(ResolvedApp& resolved, Sink& sink);

}  // namespace zoomc
