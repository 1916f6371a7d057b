// Syntax errors in brackets, lines and their indentation.
#include <algorithm>
#include <fmt/core.h>

#include "syntax/characters.h"
#include "syntax/error_rules.h"
#include "syntax/scalar_extent.h"
#include "text/quote.h"

namespace zoomc::syntax::errors {
namespace {

using syntax_codes::kYamlSyntax;

std::string bracket_name(char c) {
  return std::string("`") + c + "`";
}
char closing_of(char opening) {
  return opening == '[' ? ']' : '}';
}

using namespace syntax_codes;

constexpr std::string_view kMapValue = "illegal map value";

bool at_text(const ParserState& s) {
  return !s.cursor.at_end() && !s.cursor.at_indicator('-') && !s.cursor.at_indicator(':') &&
         !s.cursor.at_indicator('?');
}

// The white space before `place` on its line, back to the indicator or line start it follows.
std::optional<std::uint32_t> tab_in_gap(const ParserState& s, std::uint32_t place) {
  std::uint32_t begin = place;
  while (begin > 0 && is_blank(s.text()[begin - 1])) --begin;
  const char before = begin == 0 ? '\n' : s.text()[begin - 1];
  if (!is_break(before) && before != '-' && before != '?') return std::nullopt;
  const std::size_t tab = s.text().substr(0, place).find('\t', begin);
  if (tab == std::string_view::npos) return std::nullopt;
  return static_cast<std::uint32_t>(tab);
}

std::uint32_t first_on_line(const ParserState& s, std::uint32_t place) {
  std::uint32_t first = line_start(s, place);
  while (is_blank(byte_at(s, first))) ++first;
  return first;
}

// The key that a line without `:` most likely starts with: its first word.
Span first_word(const ParserState& s, std::uint32_t place) {
  if (is_quote(byte_at(s, place))) {
    const std::string_view line = s.text().substr(0, line_end(s.text(), place));
    if (const auto end = quoted_end({.text = line, .begin = place})) return {place, *end};
  }
  std::uint32_t end = place;
  while (!is_space_or_end(byte_at(s, end)) &&
         !(s.in_flow() && is_flow_indicator(byte_at(s, end)))) {
    ++end;
  }
  return {place, end};
}

std::size_t count_words(const ParserState& s, std::uint32_t place) {
  std::size_t words = 0;
  const std::uint32_t end = line_end(s.text(), place);
  for (std::uint32_t i = place; i < end; ++i) {
    const bool starts = !is_blank(s.text()[i]) && (i == place || is_blank(s.text()[i - 1]));
    if (starts) ++words;
  }
  return words;
}

Diagnostic no_space_after_colon(const ParserState& s, Span word, std::size_t colon) {
  const auto place = word.begin + static_cast<std::uint32_t>(colon);
  return error_at(kYamlSyntax, place, 1,
                  fmt::format("no space after the `:` of {}; put one there",
                              quoted_slice(s, {word.begin, place})));
}

Diagnostic no_colon(const ParserState& s, std::uint32_t place) {
  const Span word = first_word(s, place);
  const std::string_view text = s.text().substr(word.begin, word.size());
  const std::size_t colon = is_quote(text[0]) ? std::string_view::npos : text.find(':');
  if (colon != std::string_view::npos && colon > 0 && text.substr(colon, 2) != ":/") {
    return no_space_after_colon(s, word, colon);
  }
  Diagnostic result =
      error_at(kMissingColon, word.end, 0, fmt::format("no `:` after {}", in_backticks(text)));
  if (s.last.kind == TokenKind::plain && s.last.span.end < place && count_words(s, place) > 2) {
    result.hints.push_back("if the line continues the text above it, indent it deeper");
  }
  return result;
}

bool is_block(const Frame& frame, FrameKind kind) {
  return frame.kind == kind;
}

bool closed_list_at(const ParserState& s, std::uint32_t column) {
  return std::any_of(s.closed.begin(), s.closed.end(), [column](const Frame& frame) {
    return is_block(frame, FrameKind::block_sequence) && frame.column == column;
  });
}

bool in_block_mapping(const ParserState& s) {
  return !s.open.empty() && is_block(s.open.back(), FrameKind::block_mapping);
}

// The value before here belongs to the last key of the innermost mapping.
bool key_has_value(const ParserState& s) {
  return in_block_mapping(s) && s.last.kind != TokenKind::none &&
         s.last.kind != TokenKind::property && s.last.span.begin > s.open.back().key.end;
}

// A key at `key`, deeper than one that has a value.
Diagnostic deeper_key(const ParserState& s, Span key) {
  const Span above = in_block_mapping(s) ? s.open.back().key : Span{};
  const std::string than = above.empty() ? "the line above" : quoted_slice(s, above);
  Diagnostic result =
      error_at(kYamlSyntax, key.begin, key.size(),
               fmt::format("key {} is indented deeper than {}, which has its value already; indent "
                           "both alike, or put text with a `: ` in quotes",
                           quoted_slice(s, key), than));
  const std::uint32_t value = s.last.span.begin;
  result.labels.push_back({{value, line_end(s.text(), value)}, "the value"});
  return result;
}

// The entries on two lines in brackets have no `,` between them; the later begins at `place`.
Diagnostic no_comma(const ParserState& s, std::uint32_t place) {
  while (is_space(byte_at(s, place - 1))) --place;
  return error_at(kYamlSyntax, place, 0, "no `,` between this entry and the next");
}

std::string indented_by(std::uint32_t column) {
  return column == 1
             ? std::string("this line is indented by 1 space, which matches no line above")
             : fmt::format("this line is indented by {} spaces, which matches no line above",
                           column);
}

// Brackets or quotes where a key should be, right behind a key: more likely its value.
MaybeError value_not_indented(const ParserState& s) {
  const char c = s.cursor.peek();
  if (!is_flow_start(c) && !is_quote(c) && !is_block_text_start(c)) return std::nullopt;
  const auto is_last_token = [&s](const Frame& frame) { return frame.key == s.last.span; };
  if (std::none_of(s.open.begin(), s.open.end(), is_last_token) &&
      std::none_of(s.closed.begin(), s.closed.end(), is_last_token)) {
    return std::nullopt;
  }
  return error_at(
      kYamlSyntax, s.at(), 1,
      "this belongs to the key or the `- ` above and is not indented below it; indent it");
}

// The indentation that an entry of that kind could have here: "indent it by 0 or 2 spaces".
std::string way_to_indent(const ParserState& s, FrameKind kind) {
  std::vector<std::uint32_t> columns;
  for (const auto* frames : {&s.open, &s.closed}) {
    for (const Frame& frame : *frames) {
      if (frame.kind == kind) columns.push_back(frame.column);
    }
  }
  std::sort(columns.begin(), columns.end());
  columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
  if (columns.empty()) return "indent it like the lines it belongs to";
  if (columns.back() == 0) return "do not indent it";
  std::vector<std::string> words;
  words.reserve(columns.size());
  for (const std::uint32_t column : columns) words.push_back(std::to_string(column));
  return columns.back() == 1 ? fmt::format("indent it by {} space", join_words(words, "or"))
                             : fmt::format("indent it by {} spaces", join_words(words, "or"));
}

}  // namespace

Diagnostic unclosed_bracket_at(const ParserState& s, std::uint32_t bracket) {
  const char opening = byte_at(s, bracket);
  return error_at(
      kYamlSyntax, bracket, 1,
      fmt::format("missing {} after the last entry", bracket_name(closing_of(opening))));
}

MaybeError unclosed_bracket(const ParserState& s) {
  const std::uint32_t place = error_place(s);
  const auto brackets = look_ahead(s, place).brackets;
  if (brackets.empty()) return std::nullopt;
  const bool marker = s.cursor.at_marker("---") || s.cursor.at_marker("...");
  if (place < s.text().size() && !marker) return std::nullopt;
  return unclosed_bracket_at(s, brackets.back());
}

MaybeError wrong_closing_bracket(const ParserState& s) {
  const std::uint32_t place = error_place(s);
  const char c = byte_at(s, place);
  if (!is_flow_end(c)) return std::nullopt;
  const auto brackets = look_ahead(s, place).brackets;
  if (brackets.empty()) {
    return error_at(kYamlSyntax, place, 1,
                    fmt::format("{} has no opening bracket; remove it, or put the text in quotes",
                                bracket_name(c)));
  }
  const char opening = byte_at(s, brackets.back());
  if (closing_of(opening) == c) return std::nullopt;
  Diagnostic result =
      error_at(kYamlSyntax, place, 1,
               fmt::format("{} cannot close {}; put a {} before it", bracket_name(c),
                           bracket_name(opening), bracket_name(closing_of(opening))));
  result.labels.push_back({{brackets.back(), brackets.back() + 1}, "opened here"});
  return result;
}

MaybeError missing_comma(const ParserState& s) {
  if (!s.in_flow() || s.expected != Expected::flow_separator || s.cursor.at_end()) {
    return std::nullopt;
  }
  const std::uint32_t end = s.cursor.last_end();
  return error_at(kYamlSyntax, end, 0, "no `,` between this entry and the next");
}

MaybeError text_after_bracket(const ParserState& s) {
  if (s.last.kind != TokenKind::flow || s.in_flow() || s.cursor.at_end()) return std::nullopt;
  const char c = s.cursor.peek();
  if (!same_line(s, s.last.span.end, s.at()) || c == '#' || is_flow_end(c)) return std::nullopt;
  return error_at(
      kYamlSyntax, s.at(), 1,
      fmt::format("text after the closing {}; remove it, or put all of the value in quotes",
                  bracket_name(byte_at(s, s.last.span.end - 1))));
}

MaybeError empty_entry(const ParserState& s) {
  if (s.expected != Expected::flow_item || s.cursor.peek() != ',') return std::nullopt;
  return error_at(kYamlSyntax, s.at(), 1, "no entry before this `,`; remove one `,`");
}

Diagnostic tab_at(std::uint32_t tab) {
  return error_at(
      kTabIndentation, tab, 1,
      "a tab is used as indentation, where YAML allows spaces only; replace it with spaces");
}

MaybeError tab_as_indentation(const ParserState& s) {
  if (complains(s, "illegal tab when looking for indentation")) {
    const std::uint32_t line = line_start(s, s.log.place);
    const std::size_t tab = s.text().find('\t', line);
    if (tab != std::string_view::npos) return tab_at(static_cast<std::uint32_t>(tab));
  }
  if (s.in_flow() || s.cursor.at_end()) return std::nullopt;
  const bool value_ended = s.cursor.at_indicator(':') && s.last.kind != TokenKind::none &&
                           same_line(s, s.last.span.end, s.at());
  const auto tab = tab_in_gap(s, value_ended ? s.last.span.begin : s.at());
  if (!tab) return std::nullopt;
  return tab_at(*tab);
}

MaybeError value_on_marker_line(const ParserState& s) {
  const std::uint32_t line = line_start(s, s.at());
  const bool marker = s.text().substr(line).starts_with("---") && is_blank(byte_at(s, line + 3));
  if (!marker || !(s.cursor.at_indicator(':') || s.cursor.at_indicator('-'))) return std::nullopt;
  return error_at(
      kYamlSyntax, line, 3,
      "a list or a mapping cannot begin on the line of `---`; begin it on the next line");
}

MaybeError second_colon(const ParserState& s) {
  const std::uint32_t colon = s.at();
  if (s.cursor.peek() != ':' || s.last.kind == TokenKind::none ||
      !same_line(s, s.last.span.end, colon)) {
    return std::nullopt;
  }
  const bool one_line = same_line(s, s.last.span.begin, colon);
  const bool of_key =
      !s.open.empty() && s.last.span.begin > s.open.back().key.end && !s.open.back().key.empty();
  const std::string value =
      of_key ? fmt::format("the value of {}", quoted_slice(s, s.open.back().key)) : "the value";
  if (one_line && s.last.kind == TokenKind::quoted && !s.in_flow()) {
    return error_at(kYamlSyntax, colon, 1,
                    fmt::format("a second `:` after {}; remove it, or put all of the "
                                "value in one pair of quotes",
                                value));
  }
  if (one_line) {
    return error_at(
        kYamlSyntax, colon, 1,
        s.in_flow()
            ? fmt::format(
                  "{} has a `: ` in it, which only text in quotes can have; put a `,` before "
                  "the next key, or quotes around the value",
                  value)
            : fmt::format("{} has a `: ` in it, which only text in quotes can have; put the value "
                          "in quotes",
                          value));
  }
  const std::uint32_t key = first_on_line(s, colon);
  if (s.in_flow()) return no_comma(s, key);
  return deeper_key(s, {key, s.last.span.end});
}

MaybeError key_too_long(const ParserState& s) {
  if (!complains(s, kMapValue) || !same_line(s, s.at(), s.log.place)) return std::nullopt;
  if (s.log.place < s.at() + 1024) return std::nullopt;
  return error_at(kYamlSyntax, s.at(), 1, "a key can have 1024 characters at most");
}

MaybeError missing_colon(const ParserState& s) {
  if (s.expected == Expected::colon && !s.open.empty()) return no_colon(s, s.open.back().key.begin);
  if (s.expected == Expected::flow_item && complains(s, "end of map flow") && at_text(s)) {
    if (!is_flow_indicator(s.cursor.peek())) return no_colon(s, s.at());
    if (!is_flow_start(s.cursor.peek())) return std::nullopt;
    return error_at(kYamlSyntax, s.at(), 1, "a key must be a word, not a list or a mapping");
  }
  if (!at_text(s) || s.in_flow() || is_flow_start(s.cursor.peek())) return std::nullopt;
  // The text runs on to a line with a `:`, which it would all be the key of.
  if (complains(s, kMapValue) && !same_line(s, s.at(), s.log.place)) {
    return no_colon(s, s.at());
  }
  const bool key_expected = s.expected == Expected::key && s.cursor.begins_line() &&
                            s.cursor.column() == s.open.back().column;
  if (!key_expected || key_colon(s, s.at()) || is_flow_indicator(s.cursor.peek())) {
    return std::nullopt;
  }
  const bool library_agrees = complains(s, "end of map not found") && s.log.place <= s.at();
  return library_agrees || !s.refused() ? MaybeError(no_colon(s, s.at())) : std::nullopt;
}

MaybeError item_in_line(const ParserState& s) {
  const bool here = s.cursor.at_indicator('-') && !s.cursor.begins_line() && !s.in_flow();
  if (!here && !complains(s, "illegal block entry")) return std::nullopt;
  return error_at(
      kYamlSyntax, here ? s.at() : s.log.place, 1,
      "a list item cannot begin in the middle of a line; begin it on a line of its own, or put "
      "text that starts with `- ` in quotes");
}

MaybeError mixed_collection(const ParserState& s) {
  if (!s.cursor.begins_line() || s.in_flow() || s.cursor.at_end()) return std::nullopt;
  const std::uint32_t column = s.cursor.column();
  if (s.cursor.at_indicator('-')) {
    if (!in_block_mapping(s) || column != s.open.back().column) return std::nullopt;
    return error_at(
        kYamlSyntax, s.at(), 1,
        "a `- ` item among the keys of a mapping; indent it below the key it belongs to");
  }
  const auto colon = key_colon(s, s.at());
  if (!colon || !closed_list_at(s, column)) return std::nullopt;
  return error_at(kYamlSyntax, s.at(), *colon - s.at(),
                  fmt::format("key {} among the `- ` items of a list; put `- ` before it, or "
                              "indent it like the keys above the list",
                              quoted_slice(s, {s.at(), *colon})));
}

MaybeError missing_dash(const ParserState& s) {
  if (!s.cursor.begins_line() || s.in_flow() || !at_text(s)) return std::nullopt;
  if (!closed_list_at(s, s.cursor.column()) || key_colon(s, s.at())) return std::nullopt;
  return error_at(kYamlSyntax, s.at(), 1, "no `- ` before this line, which is among list items");
}

MaybeError text_after_comment(const ParserState& s) {
  if (s.last.kind != TokenKind::plain || !s.cursor.begins_line() || !at_text(s))
    return std::nullopt;
  if (s.in_flow() || key_colon(s, s.at())) return std::nullopt;
  const std::string_view between = s.text().substr(s.last.span.end, s.at() - s.last.span.end);
  const std::size_t comment = between.find('#');
  if (comment == std::string_view::npos) return std::nullopt;
  Diagnostic result = error_at(
      kYamlSyntax, s.at(), 1,
      "text continues after a comment, but a comment ends unquoted text; move the comment");
  const auto hash = s.last.span.end + static_cast<std::uint32_t>(comment);
  result.labels.push_back({{hash, line_end(s.text(), hash)}, "the comment"});
  return result;
}

MaybeError wrong_indentation(const ParserState& s) {
  if (!s.cursor.begins_line() || s.in_flow() || s.cursor.at_end()) return std::nullopt;
  if (s.expected != Expected::key && s.expected != Expected::item && s.expected != Expected::end) {
    return std::nullopt;
  }
  const std::uint32_t column = s.cursor.column();
  const bool item = s.cursor.at_indicator('-');
  const auto colon = key_colon(s, s.at());
  if (auto answer = value_not_indented(s)) return answer;
  if (!s.open.empty() && s.open.back().column == column) return std::nullopt;
  if (!item && !colon) {
    return error_at(
        kYamlSyntax, s.at(), 1,
        fmt::format("{}; indent it like the line above it, or deeper", indented_by(column)));
  }
  if (!item && key_has_value(s) && column > s.open.back().column && s.closed.empty()) {
    return deeper_key(s, {s.at(), *colon});
  }
  const std::string way =
      way_to_indent(s, item ? FrameKind::block_sequence : FrameKind::block_mapping);
  return error_at(kYamlSyntax, s.at(), item ? 1 : *colon - s.at(),
                  fmt::format("{}; {}", indented_by(column), way));
}

}  // namespace zoomc::syntax::errors
