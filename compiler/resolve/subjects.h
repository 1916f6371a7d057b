#pragma once
#include "diagnostics/sink.h"
#include "resolve/resolved_app.h"

namespace zoomc {

// What the author asked for, looked up in the catalog and in the order of the file. Unknown
// features and operations are reported and left out; unknown events stay, without a row. Extra
// scopes are subjects too. Something asked for twice is one subject, at its first place.
void resolve_subjects(ResolvedApp& resolved, Sink& sink);

// Marks the subjects that `optional` names. Needs the subjects.
void resolve_optional(ResolvedApp& resolved, Sink& sink);

}  // namespace zoomc
