#include "lint/finding_lines.h"

namespace zoomc {

FindingLines lines_of(Span place, const LineIndex& lines, const JoinedLines& joined) {
  const std::uint32_t first = lines.position(place.begin).line;
  const std::uint32_t last = place.empty() ? first : lines.position(place.end - 1).line;
  return {{first, last}, joined.around(first)};
}

}  // namespace zoomc
