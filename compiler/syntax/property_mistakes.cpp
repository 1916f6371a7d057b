// Text behind an anchor or tag in a list or behind `?`. The library counts its indentation from
// there, and takes lines that are YAML for something else.
#include "syntax/characters.h"
#include "syntax/mistake_rules.h"

namespace zoomc::syntax::mistakes {
namespace {

// The anchor or tag right before `place` on its line.
std::optional<Span> property_before(const Situation& s, std::uint32_t place) {
  std::uint32_t end = place;
  while (end > 0 && byte_at(s, end - 1) == ' ') --end;
  std::uint32_t begin = end;
  while (begin > 0 && !is_space(byte_at(s, begin - 1))) --begin;
  const char first = byte_at(s, begin);
  if (begin == end || (first != '&' && first != '!')) return std::nullopt;
  return Span{begin, end};
}

// Behind the anchors and tags at `place`, and the blanks behind them.
std::uint32_t skip_properties(const Situation& s, std::uint32_t place) {
  while (byte_at(s, place) == '&' || byte_at(s, place) == '!') {
    while (!is_space_or_end(byte_at(s, place))) ++place;
    while (is_blank(byte_at(s, place))) ++place;
  }
  return place;
}

// The collection that the last value is in; null when that is the whole file.
const Frame* innermost(const Situation& s) {
  if (!s.closed.empty()) return &s.closed.front();
  return s.open.empty() ? nullptr : &s.open.back();
}

// Whether a line whose text begins at `column` goes on with what is in the innermost collection.
bool is_inside(const Situation& s, std::uint32_t column) {
  const Frame* around = innermost(s);
  return around == nullptr || column > around->column;
}

Diagnostic too_far_left(const Situation& s, const std::string& what, Span property) {
  const std::string name = quoted_slice(s, property);
  return mistake_at(syntax_codes::kYamlSyntax, property.begin, property.size(),
                    what + " behind " + name +
                        " can be read here only when its lines are indented deeper than " + name +
                        "; indent them deeper, or put the text in quotes");
}

}  // namespace

Answer lines_behind_property(const Situation& s) {
  const bool is_text = s.cursor.begins_line() && !s.in_flow() && !s.cursor.at_end() &&
                       !s.cursor.at_indicator('-') && !s.cursor.at_indicator('?') &&
                       !key_colon(s, s.at());
  if (!is_text || s.last.kind != TokenKind::plain || !is_inside(s, s.cursor.column()))
    return std::nullopt;
  const auto property = property_before(s, s.last.span.begin);
  if (!property) return std::nullopt;
  return too_far_left(s, "unquoted text of several lines", *property);
}

Answer block_text_behind_property(const Situation& s) {
  const auto property = property_before(s, s.at());
  if (!property) return std::nullopt;
  return too_far_left(s, "block text", *property);
}

Answer colon_in_block_text(const Situation& s) {
  const bool is_below = complains(s, "illegal map value") && !same_line(s, s.at(), s.log.place);
  if (!is_below || s.in_flow()) return std::nullopt;
  const std::uint32_t header = skip_properties(s, s.at());
  const auto property = property_before(s, header);
  if (!property || !is_block_text_start(byte_at(s, header))) return std::nullopt;
  const std::uint32_t line = line_start(s, s.log.place);
  std::uint32_t first = line;
  while (byte_at(s, first) == ' ') ++first;
  if (!is_inside(s, first - line)) return std::nullopt;
  return too_far_left(s, "block text", *property);
}

}  // namespace zoomc::syntax::mistakes
