// Syntax errors in words: quotes, characters that mean something where text was meant, anchors and
// tags.
#include <algorithm>
#include <fmt/core.h>

#include "syntax/characters.h"
#include "syntax/error_rules.h"
#include "syntax/scalar_extent.h"
#include "text/quote.h"

namespace zoomc::syntax::errors {
namespace {

using syntax_codes::kYamlSyntax;

std::string name_of_quote(char quote) {
  return quote == '"' ? "`\"`" : "`'`";
}

using syntax_codes::kYamlSyntax;

std::string character_name(char c) {
  if (c == '`') return "a backtick";
  return std::string("`") + c + "`";
}

Span word_at(const ParserState& s, std::uint32_t place) {
  std::uint32_t end = place;
  while (!is_space_or_end(byte_at(s, end)) && !is_flow_indicator(byte_at(s, end))) ++end;
  return {place, end};
}

// The anchor or tag of an alias, here or right before here.
std::optional<Span> property_of_alias(const ParserState& s) {
  if (s.last.kind == TokenKind::property && s.cursor.peek() == '*') return s.last.span;
  if (s.cursor.peek() != '&' && s.cursor.peek() != '!') return std::nullopt;
  const Span word = word_at(s, s.at());
  std::uint32_t next = word.end;
  while (is_blank(byte_at(s, next))) ++next;
  if (next == word.end || byte_at(s, next) != '*') return std::nullopt;
  return word;
}

MaybeError reserved_in_brackets(const ParserState& s, std::uint32_t place) {
  const char c = byte_at(s, place);
  if (is_block_text_start(c)) {
    return error_at(
        kYamlSyntax, place, 1,
        fmt::format("block text ({}) cannot be used in brackets; put the text in quotes",
                    character_name(c)));
  }
  if (c == '?') {
    return error_at(kYamlSyntax, place, 1,
                    "unquoted text in brackets cannot have a `?` in it; put it in quotes");
  }
  if (c == '-') {
    return error_at(kYamlSyntax, place, 1,
                    "a `- ` item cannot be used in brackets; separate entries with `,`");
  }
  return std::nullopt;
}

// The anchor or tag right before `place` on its line.
std::optional<Span> property_before(const ParserState& s, std::uint32_t place) {
  std::uint32_t end = place;
  while (end > 0 && byte_at(s, end - 1) == ' ') --end;
  std::uint32_t begin = end;
  while (begin > 0 && !is_space(byte_at(s, begin - 1))) --begin;
  const char first = byte_at(s, begin);
  if (begin == end || (first != '&' && first != '!')) return std::nullopt;
  return Span{begin, end};
}

// Behind the anchors and tags at `place`, and the blanks behind them.
std::uint32_t skip_properties(const ParserState& s, std::uint32_t place) {
  while (byte_at(s, place) == '&' || byte_at(s, place) == '!') {
    while (!is_space_or_end(byte_at(s, place))) ++place;
    while (is_blank(byte_at(s, place))) ++place;
  }
  return place;
}

// The collection that the last value is in; null when that is the whole file.
const Frame* innermost(const ParserState& s) {
  if (!s.closed.empty()) return &s.closed.front();
  return s.open.empty() ? nullptr : &s.open.back();
}

// True if a line whose text begins at `column` continues the innermost collection.
bool is_inside(const ParserState& s, std::uint32_t column) {
  const Frame* around = innermost(s);
  return around == nullptr || column > around->column;
}

Diagnostic too_far_left(const ParserState& s, const std::string& what, Span property) {
  const std::string name = quoted_slice(s, property);
  return error_at(syntax_codes::kYamlSyntax, property.begin, property.size(),
                  fmt::format("{} after {} can be read here only if its lines are indented "
                              "deeper than {}; indent them deeper, or put the text in quotes",
                              what, name, name));
}

}  // namespace

Diagnostic unclosed_quote_at(const ParserState& s, std::uint32_t quote) {
  const std::string name = name_of_quote(byte_at(s, quote));
  return error_at(
      kYamlSyntax, quote, 1,
      fmt::format("this {} is never closed; put another {} at the end of its text", name, name));
}

MaybeError unclosed_quote(const ParserState& s) {
  const std::uint32_t at = s.at();
  const bool runs_on =
      s.last.kind == TokenKind::quoted && !s.cursor.at_end() && same_line(s, s.last.span.end, at) &&
      !(s.in_flow() && s.last.span.end < at) && !same_line(s, s.last.span.begin, s.last.span.end);
  if (runs_on) {
    Diagnostic result = unclosed_quote_at(s, s.last.span.begin);
    result.labels.push_back({{s.last.span.end - 1, s.last.span.end}, "its text continues to here"});
    return result;
  }
  if (!complains(s, "illegal EOF in scalar") && !complains(s, "illegal document indicator")) {
    return std::nullopt;
  }
  const auto quote = look_ahead(s, s.log.place).quote;
  if (!quote) return std::nullopt;
  return unclosed_quote_at(s, *quote);
}

Diagnostic bad_escape_at(const ParserState& s, std::uint32_t backslash) {
  const char c = byte_at(s, backslash + 1);
  if (c == 'x' || c == 'u' || c == 'U') {
    const std::string digits = c == 'x' ? "2" : c == 'u' ? "4" : "8";
    return error_at(kYamlSyntax, backslash, 2,
                    fmt::format("`\\{}` needs {} hexadecimal digits that name a character; write "
                                "`\\\\` for a backslash",
                                c, digits));
  }
  return error_at(kYamlSyntax, backslash, 1,
                  "this `\\` does not start a YAML escape; write `\\\\` for a backslash, or use "
                  "single quotes");
}

MaybeError bad_escape(const ParserState& s) {
  const bool digits =
      complains(s, "bad character found while scanning hex") || complains(s, "invalid unicode");
  if (!digits && !complains(s, "unknown escape character")) return std::nullopt;
  const auto quote = look_ahead(s, s.log.place).last_quote;
  if (!quote) return std::nullopt;
  std::uint32_t last = *quote;
  for (std::uint32_t i = *quote + 1; i < s.log.place; ++i) {
    if (byte_at(s, i) != '\\') continue;
    last = i;
    const std::uint32_t size = escape_size(s.text(), i);
    if (size == 0) return bad_escape_at(s, i);
    i += size - 1;
  }
  return bad_escape_at(s, last);
}

MaybeError text_after_quote(const ParserState& s) {
  const std::uint32_t end = s.last.span.end;
  if (s.last.kind != TokenKind::quoted || s.cursor.at_end() || !same_line(s, end, s.at())) {
    return std::nullopt;
  }
  const bool adjacent = s.at() == end;
  const char c = s.cursor.peek();
  if (c == ':' || c == '#') return std::nullopt;
  if (s.in_flow() && (!adjacent || is_flow_indicator(c))) return std::nullopt;
  if (!adjacent) {
    return error_at(kYamlSyntax, s.at(), 1,
                    "text after the closing quote; put all of the value in the quotes");
  }
  return error_at(kYamlSyntax, s.at(), 1,
                  byte_at(s, end - 1) == '"'
                      ? "text after the closing quote; put all of the value in the quotes, and "
                        "write `\\\"` for a quote in it"
                      : "text after the closing quote; put all of the value in the quotes, and "
                        "write `''` for an apostrophe in it");
}

MaybeError reserved_character(const ParserState& s) {
  const bool lexical = complains(s, "unknown token") || complains(s, "illegal block entry");
  const std::uint32_t place = lexical ? error_place(s) : s.at();
  const bool in_brackets = !look_ahead(s, place).brackets.empty();
  if (in_brackets && (lexical || s.expected != Expected::flow_separator)) {
    if (auto answer = reserved_in_brackets(s, place)) return answer;
  }
  if (complains(s, "illegal map key")) {
    return error_at(kYamlSyntax, s.log.place, 1,
                    "unquoted text cannot start with `? `; put it in quotes");
  }
  const char c = byte_at(s, place);
  const bool reserved = c == '@' || c == '`' || c == '%' || (c == ',' && !in_brackets);
  if (!reserved) return std::nullopt;
  return error_at(
      kYamlSyntax, place, 1,
      fmt::format("unquoted text cannot start with {}; put it in quotes", character_name(c)));
}

MaybeError anchor_or_alias(const ParserState& s) {
  if (const auto property = property_of_alias(s)) {
    return error_at(kYamlSyntax, property->begin, property->size(),
                    fmt::format("an alias cannot have an anchor or a tag; remove {}",
                                quoted_slice(s, *property)));
  }
  if (complains(s, "the referenced anchor is not defined")) {
    const Span word = word_at(s, s.log.place);
    return error_at(kYamlSyntax, word.begin, word.size(),
                    fmt::format("alias {} names no anchor above; define the anchor, or put text "
                                "that starts with `*` in quotes",
                                quoted_slice(s, word)));
  }
  if (complains(s, "cannot assign multiple")) {
    return error_at(kYamlSyntax, s.log.place, word_at(s, s.log.place).size(),
                    "a second anchor or tag for the same value; remove one of them");
  }
  if (!complains(s, "alias not found") && !complains(s, "anchor not found") &&
      !complains(s, "illegal character found while scanning a")) {
    return std::nullopt;
  }
  std::uint32_t place = s.log.place;
  while (place > s.at() && byte_at(s, place) != '*' && byte_at(s, place) != '&') --place;
  return error_at(kYamlSyntax, place, 1,
                  fmt::format("unquoted text cannot start with {}; put it in quotes",
                              character_name(byte_at(s, place))));
}

MaybeError malformed_tag(const ParserState& s) {
  if (!complains(s, "tag handle with no suffix") && !complains(s, "end of verbatim tag") &&
      !complains(s, "illegal character found while scanning tag")) {
    return std::nullopt;
  }
  std::uint32_t place = s.log.place;
  while (place > s.at() && !(byte_at(s, place) == '!' && is_space(byte_at(s, place - 1)))) --place;
  return error_at(
      kYamlSyntax, place, 1,
      "`!` starts a tag, but this is not a tag; put text that starts with `!` in quotes");
}

MaybeError stray_sign(const ParserState& s) {
  const char c = s.cursor.peek();
  if (c != '!' && c != '&' && c != '*') return std::nullopt;
  return error_at(
      kYamlSyntax, s.at(), 1,
      fmt::format("unquoted text cannot start with {}; put it in quotes", character_name(c)));
}

MaybeError malformed_directive(const ParserState& s) {
  const bool yaml = complains(s, "YAML directives must") || complains(s, "bad YAML version") ||
                    complains(s, "YAML major version") || complains(s, "repeated YAML");
  if (!yaml && !complains(s, "TAG directives must") && !complains(s, "repeated TAG")) {
    return std::nullopt;
  }
  const std::uint32_t end = line_end(s.text(), s.log.place);
  return error_at(
      kYamlSyntax, s.log.place, end - s.log.place,
      yaml ? "a file can have one `%YAML 1.2` directive and no other version; remove this"
           : "a `%TAG` directive needs a handle of its own and a prefix; remove it");
}

Diagnostic text_after_header_at(const ParserState& s, std::uint32_t place) {
  if (byte_at(s, place) == '#') {
    return error_at(kYamlSyntax, place, 1, "a comment needs a space before its `#`");
  }
  const char indicator = s.cursor.peek();
  return error_at(kYamlSyntax, place, 1,
                  fmt::format("text on the line of {}; block text begins on the next line, and "
                              "other text that starts with {} must be in quotes",
                              character_name(indicator), character_name(indicator)));
}

Diagnostic miscounted_spaces_at(const ParserState& s, std::uint32_t header) {
  const std::string_view rest = s.text().substr(header);
  const auto size =
      static_cast<std::uint32_t>(std::min(rest.find_first_not_of("|>+-123456789"), rest.size()));
  return error_at(kYamlSyntax, header, size,
                  fmt::format("the number in {} may count from the anchor or tag before it; leave "
                              "it out, or put the text in quotes",
                              quoted_slice(s, {header, header + size})));
}

MaybeError block_text_header(const ParserState& s) {
  if (complains(s, "cannot set zero indentation")) {
    return error_at(kYamlSyntax, s.log.place - 1, 1,
                    "block text cannot be indented by `0`; give 1 to 9 spaces, or leave it out");
  }
  if (!complains(s, "unexpected character in block scalar")) return std::nullopt;
  return text_after_header_at(s, s.log.place);
}

MaybeError comment_without_space(const ParserState& s) {
  if (s.cursor.peek() != '#' || s.expected == Expected::value) return std::nullopt;
  return error_at(kYamlSyntax, s.at(), 1, "a comment needs a space before its `#`");
}

MaybeError lines_behind_property(const ParserState& s) {
  const bool is_text = s.cursor.begins_line() && !s.in_flow() && !s.cursor.at_end() &&
                       !s.cursor.at_indicator('-') && !s.cursor.at_indicator('?') &&
                       !key_colon(s, s.at());
  if (!is_text || s.last.kind != TokenKind::plain || !is_inside(s, s.cursor.column()))
    return std::nullopt;
  const auto property = property_before(s, s.last.span.begin);
  if (!property) return std::nullopt;
  return too_far_left(s, "unquoted text of several lines", *property);
}

MaybeError block_text_behind_property(const ParserState& s) {
  const auto property = property_before(s, s.at());
  if (!property) return std::nullopt;
  return too_far_left(s, "block text", *property);
}

MaybeError colon_in_block_text(const ParserState& s) {
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

}  // namespace zoomc::syntax::errors
