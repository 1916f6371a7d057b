#pragma once
#include <cstdint>
#include <vector>

#include "lint/long_scalars.h"
#include "source/line_index.h"

namespace zoomc {

// 1-based, both ends included.
struct LineRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

// Lines that scalars of several lines join: no comment can stand between them.
class JoinedLines {
 public:
  JoinedLines(const LongScalars& scalars, const LineIndex& lines);

  // The joined lines that `line` is one of; it alone when it is joined with none.
  LineRange around(std::uint32_t line) const;

 private:
  // In order; they do not overlap.
  std::vector<LineRange> ranges_;
};

}  // namespace zoomc
