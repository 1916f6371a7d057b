#include "lint/joined_lines.h"

#include <algorithm>

namespace zoomc {

JoinedLines::JoinedLines(const LongScalars& scalars, const LineIndex& lines) {
  for (const LongScalar& scalar : scalars.all()) {
    const LineRange range{lines.position(scalar.span.begin).line,
                          lines.position(scalar.span.end - 1).line};
    if (!ranges_.empty() && range.first <= ranges_.back().last) {
      ranges_.back().last = std::max(ranges_.back().last, range.last);
    } else {
      ranges_.push_back(range);
    }
  }
}

LineRange JoinedLines::around(std::uint32_t line) const {
  const auto next = std::upper_bound(
      ranges_.begin(), ranges_.end(), line,
      [](std::uint32_t wanted, const LineRange& range) { return wanted < range.first; });
  if (next == ranges_.begin() || (next - 1)->last < line) return {line, line};
  return *(next - 1);
}

}  // namespace zoomc
