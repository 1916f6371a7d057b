#pragma once

// The character classes of YAML that matter between tokens. '\0' stands for the end of the text:
// the encoding gate lets none through.
namespace zoomc::syntax {

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
constexpr bool is_break(char c) {
  return c == '\n' || c == '\r';
}
constexpr bool is_space(char c) {
  return is_blank(c) || is_break(c);
}
constexpr bool is_space_or_end(char c) {
  return is_space(c) || c == '\0';
}
constexpr bool is_break_or_end(char c) {
  return is_break(c) || c == '\0';
}
constexpr bool is_quote(char c) {
  return c == '"' || c == '\'';
}
// The characters that end a plain scalar, an anchor or a tag inside brackets.
constexpr bool is_flow_indicator(char c) {
  return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}
constexpr bool is_flow_end(char c) {
  return c == ']' || c == '}';
}
constexpr bool is_flow_start(char c) {
  return c == '[' || c == '{';
}
constexpr bool is_block_text_start(char c) {
  return c == '|' || c == '>';
}
// The characters that begin an anchor or an alias.
constexpr bool is_name_start(char c) {
  return c == '&' || c == '*';
}

}  // namespace zoomc::syntax
