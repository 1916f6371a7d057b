#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace zoomc {

// The columns from one tab stop to the next.
inline constexpr std::size_t kTabColumns = 4;

// How much of a line a terminal is given to print it: a tab counts in full, and so does what takes
// no cell, so that a flood of combining marks ends too. Stops at `end`, or before `budget` is
// passed.
struct Walk {
  std::uint32_t at;
  std::size_t cost;
};
Walk walk_right(std::string_view text, std::uint32_t from, std::uint32_t end, std::size_t budget);

// A line as it is printed: tabs as blanks, control characters as escapes, and of a line of more
// than `kMaxExcerptColumns` only the part around `focus`, with `…` where it is cut.
class LineView {
 public:
  // `line` is the span of the line in `text`, without its break; `focus` lies in it.
  LineView(std::string_view text, Span line, Span focus);

  const std::string& text() const { return text_; }
  // The terminal cell, 0-based, at which the character with byte `offset` begins; what is cut off
  // is at the nearest end.
  std::size_t cell(std::uint32_t offset) const;

 private:
  struct Glyph {
    std::uint32_t offset;
    std::size_t cell;
  };

  void print(std::string_view text, Span shown);

  std::string text_;
  // What is shown, in order, with one past it at the end.
  std::vector<Glyph> glyphs_;
};

}  // namespace zoomc
