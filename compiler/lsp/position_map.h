#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "lsp/place.h"
#include "source/span.h"

namespace zoomc::lsp {

// From bytes of a text to places and back, in logarithmic time however long its lines are. Keeps a
// view: the text must outlive it.
class PositionMap {
 public:
  PositionMap(std::string_view text, Encoding encoding);

  // The place of byte `offset`: of the code point that it is in, or the end of the line in whose
  // line break it is.
  Place place(std::uint32_t offset) const;
  Range range(Span span) const { return {place(span.begin), place(span.end)}; }
  // The byte at `place`; the end of a line for columns behind it, the end of the text for lines
  // behind the last.
  std::uint32_t offset(Place place) const;
  // Both ends, in order.
  Span span(Range range) const;

 private:
  // How many units begin before byte `offset`.
  std::uint32_t units_before(std::uint32_t offset) const;
  // The bytes of 0-based `line` without its line break.
  Span line_span(std::uint32_t line) const;

  std::string_view text_;
  Encoding encoding_;
  // The first byte of each line.
  std::vector<std::uint32_t> starts_;
  // How many units begin before each block of `kBlock` bytes.
  std::vector<std::uint32_t> counts_;
};

// Appends to `starts` where lines begin that end at or behind byte `from` and before byte `to` of
// the text.
void find_line_starts(std::string_view text, std::size_t from, std::size_t to,
                      std::vector<std::uint32_t>& starts);
// The end of the line that begins at `begin` and is followed by the one at `next` (or by the end of
// the text): its line break is taken off.
std::uint32_t line_end(std::string_view text, std::uint32_t begin, std::uint32_t next);

}  // namespace zoomc::lsp
