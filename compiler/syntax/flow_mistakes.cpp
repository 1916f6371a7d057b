// Mistakes with brackets.
#include "syntax/characters.h"
#include "syntax/mistake_rules.h"

namespace zoomc::syntax::mistakes {
namespace {

using syntax_codes::kYamlSyntax;

std::string bracket_name(char c) {
  return std::string("`") + c + "`";
}
char closing_of(char opening) {
  return opening == '[' ? ']' : '}';
}

}  // namespace

Diagnostic unclosed_bracket_at(const Situation& s, std::uint32_t bracket) {
  const char opening = byte_at(s, bracket);
  return mistake_at(kYamlSyntax, bracket, 1,
                    "missing " + bracket_name(closing_of(opening)) + " after the last entry");
}

Answer unclosed_bracket(const Situation& s) {
  const std::uint32_t place = place_of_trouble(s);
  const auto brackets = look_ahead(s, place).brackets;
  if (brackets.empty()) return std::nullopt;
  const bool marker = s.cursor.at_marker("---") || s.cursor.at_marker("...");
  if (place < s.text().size() && !marker) return std::nullopt;
  return unclosed_bracket_at(s, brackets.back());
}

Answer wrong_closing_bracket(const Situation& s) {
  const std::uint32_t place = place_of_trouble(s);
  const char c = byte_at(s, place);
  if (!is_flow_end(c)) return std::nullopt;
  const auto brackets = look_ahead(s, place).brackets;
  if (brackets.empty()) {
    return mistake_at(kYamlSyntax, place, 1,
                      bracket_name(c) + " closes nothing; remove it, or put the text in quotes");
  }
  const char opening = byte_at(s, brackets.back());
  if (closing_of(opening) == c) return std::nullopt;
  Diagnostic result = mistake_at(kYamlSyntax, place, 1,
                                 bracket_name(c) + " cannot close " + bracket_name(opening) +
                                     "; put a " + bracket_name(closing_of(opening)) + " before it");
  result.labels.push_back({{brackets.back(), brackets.back() + 1}, "opened here"});
  return result;
}

Answer missing_comma(const Situation& s) {
  if (!s.in_flow() || s.expected != Expected::flow_separator || s.cursor.at_end()) {
    return std::nullopt;
  }
  const std::uint32_t end = s.cursor.last_end();
  return mistake_at(kYamlSyntax, end, 0, "no `,` between this entry and the next");
}

Answer text_after_bracket(const Situation& s) {
  if (s.last.kind != TokenKind::flow || s.in_flow() || s.cursor.at_end()) return std::nullopt;
  const char c = s.cursor.peek();
  if (!same_line(s, s.last.span.end, s.at()) || c == '#' || is_flow_end(c)) return std::nullopt;
  return mistake_at(kYamlSyntax, s.at(), 1,
                    "text behind the closing " + bracket_name(byte_at(s, s.last.span.end - 1)) +
                        "; remove it, or put all of the value in quotes");
}

Answer empty_entry(const Situation& s) {
  if (s.expected != Expected::flow_item || s.cursor.peek() != ',') return std::nullopt;
  return mistake_at(kYamlSyntax, s.at(), 1, "no entry before this `,`; remove one `,`");
}

}  // namespace zoomc::syntax::mistakes
