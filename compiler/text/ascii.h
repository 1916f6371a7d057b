#pragma once
#include <string>
#include <string_view>

namespace zoomc {

// Kinds of ASCII characters, in any locale; a byte of a longer character is none of them.
constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_letter(char c) {
  return is_upper(c) || is_lower(c);
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_alphanumeric(char c) {
  return is_letter(c) || is_digit(c);
}
constexpr bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
// What stands between words in YAML: blanks, tabs and line breaks.
constexpr bool is_white_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
constexpr char lowered(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
// ASCII letters in lower case, all else as it is.
std::string lowered(std::string_view text);
// Whether `text` is `lower`, which has no upper-case letter, but for the case of ASCII letters.
bool is_in_any_case(std::string_view text, std::string_view lower);

}  // namespace zoomc
