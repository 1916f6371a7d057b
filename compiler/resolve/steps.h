#pragma once
#include "diagnostics/sink.h"
#include "resolve/resolved_app.h"

// The steps of `resolve`, in order. Each fills in its part of `resolved`.
namespace zoomc::resolve {

// Fills in the platform and its regions: unknown ones are reported and left out. A platform with
// regions needs one.
void resolve_platform(ResolvedApp& resolved, Sink& sink);

// The redirect and allow list of DESIGN part 3.6: written values are used as they are (the linter
// checks them), the rest is derived from the regions or, without them, from the app's own redirect.
void resolve_oauth(ResolvedApp& resolved, Sink& sink);

// Looks up the names that the author asked for in the catalog, in the order of the file. Unknown
// features and operations are reported and left out; unknown events stay, without a row. Extra
// scopes are requests too. A duplicate is one request, at its first place.
void resolve_requests(ResolvedApp& resolved, Sink& sink);

// Marks the requests that `optional` names. Needs the requests.
void resolve_optional(ResolvedApp& resolved, Sink& sink);

// Turns the requests into requirements and decides between user- and admin-managed (DESIGN part 3.1
// and 3.2). Afterwards each requirement has at least one alternative of the app's level; those
// without one are reported as `managed-by-conflict` and dropped.
void resolve_requirements(ResolvedApp& resolved, Sink& sink);

// Chooses the scopes and records the proof (DESIGN part 3.3 to 3.5): the smallest set for the
// requirements, the guide's own names in the `guide` vocabulary, and the extra scopes as asked.
void resolve_scopes(ResolvedApp& resolved, Sink& sink);

}  // namespace zoomc::resolve
