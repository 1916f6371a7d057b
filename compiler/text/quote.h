#pragma once
#include <span>
#include <string>
#include <string_view>

namespace zoomc {

// The longest name a message quotes, in code points.
inline constexpr std::size_t kMaxQuoted = 80;

// `text` with control characters, bidirectional controls, invisible blanks and invalid bytes
// written as escapes (`\n`, `\x1b`, `\u202e`), so that no input can drive a terminal or hide in it.
[[nodiscard]] std::string escape_controls(std::string_view text);

// A JSON text in which the same characters, but for those that JSON escapes by itself, are written
// as escapes of JSON (`\u202e`): the same values, and nothing that drives a terminal. All bytes are
// UTF-8.
[[nodiscard]] std::string escape_json(std::string_view json);

// `text` for use inside a message: escaped, in backticks. After `kMaxQuoted` code points (an
// escape is never cut in two) follows `…` in place of the rest.
std::string in_backticks(std::string_view text);

// "a", "a and b", "a, b and c". With `last` = "or" the choice of one.
std::string join_words(std::span<const std::string> words, std::string_view last = "and");

}  // namespace zoomc
