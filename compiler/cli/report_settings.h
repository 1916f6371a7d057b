#pragma once
#include "cli/session.h"
#include "render/format.h"

namespace zoomc {

// What a report in that format can use; `color` is whether it may be coloured.
ReportSettings report_settings(Format format, bool color);

// Where there are troubles: writes a report of nothing else, for a run that could not begin. Gives
// the worse of `code` and how writing went.
ExitCode report_troubles(Session& session, Format format, ExitCode code);

}  // namespace zoomc
