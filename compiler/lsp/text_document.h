#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace zoomc::lsp {

// The unit in which a client counts columns. UTF-16 unless both sides support bytes.
enum class Encoding : std::uint8_t { utf16, utf8 };
std::string_view to_string(Encoding encoding);

// A place as clients count it: 0-based line, 0-based column in units of the encoding. Lines end at
// `\n`, `\r\n` or a lone `\r`; a BOM is a character like any other.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t character = 0;
  constexpr auto operator<=>(const Position&) const = default;
};

// Half-open.
struct Range {
  Position start;
  Position end;
  constexpr bool operator==(const Range&) const = default;
};

// The number of units of the code points that begin in `text`.
std::uint32_t count_units(std::string_view text, Encoding encoding);

// The byte of `line` that is `units` into it: the start of a code point, also where `units` lies in
// the midst of one; the end of the line where it is shorter.
std::size_t skip_units(std::string_view line, std::uint32_t units, Encoding encoding);

// From bytes of a text to places and back, in logarithmic time however long its lines are. Keeps a
// view: the text must outlive it.
class PositionMap {
 public:
  PositionMap(std::string_view text, Encoding encoding);

  // The place of byte `offset`: of the code point that it is in, or the end of the line in whose
  // line break it is.
  Position place(std::uint32_t offset) const;
  Range range(Span span) const { return {place(span.begin), place(span.end)}; }
  // The byte at `place`; the end of a line for columns behind it, the end of the text for lines
  // behind the last.
  std::uint32_t offset(Position place) const;
  // Both ends, in order.
  Span span(Range range) const;

 private:
  // The number of units that begin before byte `offset`.
  std::uint32_t units_before(std::uint32_t offset) const;
  // The bytes of 0-based `line` without its line break.
  Span line_span(std::uint32_t line) const;

  std::string_view text_;
  Encoding encoding_;
  // The first byte of each line.
  std::vector<std::uint32_t> starts_;
  // The number of units that begin before each block of `kBlock` bytes.
  std::vector<std::uint32_t> counts_;
};

// Appends to `starts` where lines begin that end at or behind byte `from` and before byte `to` of
// the text.
void find_line_starts(std::string_view text, std::size_t from, std::size_t to,
                      std::vector<std::uint32_t>& starts);
// The end of the line that begins at `begin` and is followed by the one at `next` (or by the end of
// the text): its line break is taken off.
std::uint32_t line_end(std::string_view text, std::uint32_t begin, std::uint32_t next);

// The largest size of a text under a client's edits; far more than the compiler reads.
inline constexpr std::size_t kMaxDocumentBytes = std::size_t{64} * 1024 * 1024;

// A text that a client edits. An edit costs its own size, that of its line, and a move of what
// follows.
class TextDocument {
 public:
  TextDocument(std::string text, Encoding encoding);

  const std::string& text() const { return text_; }
  // Puts `replacement` where `range` was; its ends may be in the wrong order or outside the text.
  // False, and nothing done, when the text would become too large.
  bool replace(Range range, std::string_view replacement);
  bool replace_all(std::string text);
  std::uint32_t offset(Position place) const;

 private:
  void replace(Span span, std::string_view replacement);

  std::string text_;
  Encoding encoding_;
  // The first byte of each line.
  std::vector<std::uint32_t> starts_;
};

}  // namespace zoomc::lsp
