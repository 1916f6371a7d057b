#pragma once
#include "lint/joined_lines.h"
#include "source/line_index.h"
#include "source/span.h"

namespace zoomc {

// The lines by which people find a place of the file when they allow what is found there: those of
// the place itself, and those that its first line is joined with.
struct FindingLines {
  LineRange own;
  LineRange joined;
};

FindingLines lines_of(Span place, const LineIndex& lines, const JoinedLines& joined);

}  // namespace zoomc
