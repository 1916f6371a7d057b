#include "render/line_view.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "render/render.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc {
namespace {

constexpr std::string_view kCut = "…";
// What a cut line keeps around a span that would fill the line alone.
constexpr std::size_t kMinContext = 20;

std::string_view character_at(std::string_view text, std::uint32_t offset) {
  const std::optional<CodePoint> point = decode_utf8(text, offset);
  return text.substr(offset, point ? point->bytes : 1);
}

std::size_t cost_of(std::string_view character) {
  if (character == "\t") return kTabColumns;
  return std::max<std::size_t>(1, display_width(escape_controls(character)));
}

Walk walk_left(std::string_view text, std::uint32_t from, std::uint32_t begin, std::size_t budget) {
  Walk walk{from, 0};
  while (walk.at > begin) {
    std::uint32_t previous = walk.at - 1;
    while (previous > begin && !begins_code_point(text, previous)) --previous;
    const std::size_t cost = cost_of(character_at(text, previous));
    if (walk.cost + cost > budget) break;
    walk = {previous, walk.cost + cost};
  }
  return walk;
}

// The part of `line` to show: all of it if it fits, else `focus` in the middle, or as near to it as
// the ends of the line allow without leaving room unused.
Span window(std::string_view text, Span line, Span focus) {
  if (walk_right(text, line.begin, line.end, kMaxExcerptColumns).at == line.end) return line;
  const std::size_t budget = kMaxExcerptColumns - 2 * display_width(kCut);
  const std::size_t inside = walk_right(text, focus.begin, focus.end, budget - kMinContext).cost;
  const std::size_t from_focus = walk_right(text, focus.begin, line.end, budget).cost;
  const std::size_t spare = budget - inside;
  const std::size_t after = std::min(spare, from_focus - inside);
  const std::size_t left = std::max(spare / 2, spare - after);
  const std::uint32_t begin = walk_left(text, focus.begin, line.begin, left).at;
  return {begin, walk_right(text, begin, line.end, budget).at};
}

}  // namespace

Walk walk_right(std::string_view text, std::uint32_t from, std::uint32_t end, std::size_t budget) {
  Walk walk{from, 0};
  while (walk.at < end) {
    const std::string_view character = character_at(text, walk.at);
    const std::size_t cost = cost_of(character);
    if (walk.cost + cost > budget) break;
    walk = {walk.at + static_cast<std::uint32_t>(character.size()), walk.cost + cost};
  }
  return walk;
}

LineView::LineView(std::string_view text, Span line, Span focus) {
  const Span shown = window(text, line, focus);
  if (shown.begin > line.begin) text_ += kCut;
  print(text, shown);
  if (shown.end < line.end) text_ += kCut;
}

void LineView::print(std::string_view text, Span shown) {
  std::size_t cell = display_width(text_);
  std::uint32_t offset = shown.begin;
  while (offset < shown.end) {
    glyphs_.push_back({offset, cell});
    const std::string_view character = character_at(text, offset);
    const bool tab = character == "\t";
    const std::string printed =
        tab ? std::string(kTabColumns - cell % kTabColumns, ' ') : escape_controls(character);
    text_ += printed;
    cell += display_width(printed);
    offset += static_cast<std::uint32_t>(character.size());
  }
  glyphs_.push_back({shown.end, cell});
}

std::size_t LineView::cell(std::uint32_t offset) const {
  const auto after =
      std::upper_bound(glyphs_.begin(), glyphs_.end(), offset,
                       [](std::uint32_t at, const Glyph& glyph) { return at < glyph.offset; });
  return after == glyphs_.begin() ? after->cell : std::prev(after)->cell;
}

}  // namespace zoomc
