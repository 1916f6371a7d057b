// Mistakes with characters that mean something to YAML where an author meant text.
#include <algorithm>

#include "syntax/characters.h"
#include "syntax/mistake_rules.h"
#include "text/quote.h"

namespace zoomc::syntax::mistakes {
namespace {

using syntax_codes::kYamlSyntax;

std::string character_name(char c) {
  if (c == '`') return "a backtick";
  return std::string("`") + c + "`";
}

Span word_at(const Situation& s, std::uint32_t place) {
  std::uint32_t end = place;
  while (!is_space_or_end(byte_at(s, end)) && !is_flow_indicator(byte_at(s, end))) ++end;
  return {place, end};
}

// The anchor or tag that stands before an alias, here or right before here.
std::optional<Span> property_of_alias(const Situation& s) {
  if (s.last.kind == TokenKind::property && s.cursor.peek() == '*') return s.last.span;
  if (s.cursor.peek() != '&' && s.cursor.peek() != '!') return std::nullopt;
  const Span word = word_at(s, s.at());
  std::uint32_t next = word.end;
  while (is_blank(byte_at(s, next))) ++next;
  if (next == word.end || byte_at(s, next) != '*') return std::nullopt;
  return word;
}

Answer reserved_in_brackets(const Situation& s, std::uint32_t place) {
  const char c = byte_at(s, place);
  if (is_block_text_start(c)) {
    return mistake_at(kYamlSyntax, place, 1,
                      "block text (" + character_name(c) +
                          ") cannot stand in brackets; put the text in "
                          "quotes");
  }
  if (c == '?') {
    return mistake_at(kYamlSyntax, place, 1,
                      "unquoted text in brackets cannot have a `?` in it; put it in quotes");
  }
  if (c == '-') {
    return mistake_at(kYamlSyntax, place, 1,
                      "a `- ` item cannot stand in brackets; separate entries with `,`");
  }
  return std::nullopt;
}

}  // namespace

Answer reserved_character(const Situation& s) {
  const bool lexical = complains(s, "unknown token") || complains(s, "illegal block entry");
  const std::uint32_t place = lexical ? place_of_trouble(s) : s.at();
  const bool in_brackets = !look_ahead(s, place).brackets.empty();
  if (in_brackets && (lexical || s.expected != Expected::flow_separator)) {
    if (auto answer = reserved_in_brackets(s, place)) return answer;
  }
  if (complains(s, "illegal map key")) {
    return mistake_at(kYamlSyntax, s.log.place, 1,
                      "unquoted text cannot start with `? `; put it in quotes");
  }
  const char c = byte_at(s, place);
  const bool reserved = c == '@' || c == '`' || c == '%' || (c == ',' && !in_brackets);
  if (!reserved) return std::nullopt;
  return mistake_at(kYamlSyntax, place, 1,
                    "unquoted text cannot start with " + character_name(c) + "; put it in quotes");
}

Answer anchor_or_alias(const Situation& s) {
  if (const auto property = property_of_alias(s)) {
    return mistake_at(
        kYamlSyntax, property->begin, property->size(),
        "an alias cannot have an anchor or a tag; remove " + quoted_slice(s, *property));
  }
  if (complains(s, "the referenced anchor is not defined")) {
    const Span word = word_at(s, s.log.place);
    return mistake_at(kYamlSyntax, word.begin, word.size(),
                      "alias " + quoted_slice(s, word) +
                          " names no anchor above; define the anchor, or "
                          "put text that starts with `*` in quotes");
  }
  if (complains(s, "cannot assign multiple")) {
    return mistake_at(kYamlSyntax, s.log.place, word_at(s, s.log.place).size(),
                      "a second anchor or tag for the same value; remove one of them");
  }
  if (!complains(s, "alias not found") && !complains(s, "anchor not found") &&
      !complains(s, "illegal character found while scanning a")) {
    return std::nullopt;
  }
  std::uint32_t place = s.log.place;
  while (place > s.at() && byte_at(s, place) != '*' && byte_at(s, place) != '&') --place;
  return mistake_at(kYamlSyntax, place, 1,
                    "unquoted text cannot start with " + character_name(byte_at(s, place)) +
                        "; put it in quotes");
}

Answer malformed_tag(const Situation& s) {
  if (!complains(s, "tag handle with no suffix") && !complains(s, "end of verbatim tag") &&
      !complains(s, "illegal character found while scanning tag")) {
    return std::nullopt;
  }
  std::uint32_t place = s.log.place;
  while (place > s.at() && !(byte_at(s, place) == '!' && is_space(byte_at(s, place - 1)))) --place;
  return mistake_at(kYamlSyntax, place, 1,
                    "`!` starts a tag, and this is none; put text that starts with `!` in quotes");
}

Answer stray_sign(const Situation& s) {
  const char c = s.cursor.peek();
  if (c != '!' && c != '&' && c != '*') return std::nullopt;
  return mistake_at(kYamlSyntax, s.at(), 1,
                    "unquoted text cannot start with " + character_name(c) + "; put it in quotes");
}

Answer malformed_directive(const Situation& s) {
  const bool yaml = complains(s, "YAML directives must") || complains(s, "bad YAML version") ||
                    complains(s, "YAML major version") || complains(s, "repeated YAML");
  if (!yaml && !complains(s, "TAG directives must") && !complains(s, "repeated TAG")) {
    return std::nullopt;
  }
  const std::uint32_t end = line_end(s.text(), s.log.place);
  return mistake_at(
      kYamlSyntax, s.log.place, end - s.log.place,
      yaml ? "a file can have one `%YAML 1.2` directive and no other version; remove this"
           : "a `%TAG` directive needs a handle of its own and a prefix; remove it");
}

Diagnostic text_after_header_at(const Situation& s, std::uint32_t place) {
  if (byte_at(s, place) == '#') {
    return mistake_at(kYamlSyntax, place, 1, "a comment needs a space before its `#`");
  }
  const char indicator = s.cursor.peek();
  return mistake_at(kYamlSyntax, place, 1,
                    "text on the line of " + character_name(indicator) +
                        "; block text begins on the next line, and other text that starts with " +
                        character_name(indicator) + " must be in quotes");
}

Diagnostic miscounted_spaces_at(const Situation& s, std::uint32_t header) {
  const std::string_view rest = s.text().substr(header);
  const auto size =
      static_cast<std::uint32_t>(std::min(rest.find_first_not_of("|>+-123456789"), rest.size()));
  return mistake_at(kYamlSyntax, header, size,
                    "the number in " + quoted_slice(s, {header, header + size}) +
                        " may count from the anchor or tag before it; leave it out, or put the "
                        "text in quotes");
}

Answer block_text_header(const Situation& s) {
  if (complains(s, "cannot set zero indentation")) {
    return mistake_at(kYamlSyntax, s.log.place - 1, 1,
                      "block text cannot be indented by `0`; give 1 to 9 spaces, or leave it out");
  }
  if (!complains(s, "unexpected character in block scalar")) return std::nullopt;
  return text_after_header_at(s, s.log.place);
}

Answer comment_without_space(const Situation& s) {
  if (s.cursor.peek() != '#' || s.expected == Expected::value) return std::nullopt;
  return mistake_at(kYamlSyntax, s.at(), 1, "a comment needs a space before its `#`");
}

}  // namespace zoomc::syntax::mistakes
