#pragma once
#include "render/format.h"

namespace zoomc {

// What a report in that format can use; `color` is whether it may be coloured.
ReportSettings report_settings(Format format, bool color);

}  // namespace zoomc
