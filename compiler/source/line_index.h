#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace zoomc {

// A place as people count it: 1-based line, 1-based column in code points. A BOM at the start of
// the file takes no column.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  constexpr auto operator<=>(const LineColumn&) const = default;
};

// The starts of the lines of a text. Made only when something is rendered. A line ends at `\n`,
// `\r\n` or a lone `\r`. Keeps a view: the text must outlive it. Every answer takes logarithmic
// time, also in a file that is one long line.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  // The position of byte `offset`; one past the last byte is the end of the last line. A byte
  // inside a code point is at that code point, a byte of a line break at the end of its line.
  LineColumn position(std::uint32_t offset) const;
  // The byte offset of `position`; columns past the end of a line give the line's end, lines past
  // the last the end of the text.
  std::uint32_t offset(LineColumn position) const;
  // The bytes of 1-based `line` without its line break and without a BOM.
  Span line_span(std::uint32_t line) const;
  std::uint32_t line_count() const;

 private:
  // The number of code points that begin before byte `offset`.
  std::uint32_t code_points_before(std::uint32_t offset) const;

  std::string_view text_;
  // The first byte of each line, behind a BOM.
  std::vector<std::uint32_t> starts_;
  // The number of code points that begin before each block of `kBlock` bytes.
  std::vector<std::uint32_t> counts_;
};

}  // namespace zoomc
