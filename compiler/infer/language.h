#pragma once
#include <optional>
#include <string_view>

namespace zoomc {

// How a programming language writes comments and strings, as far as finding calls needs it.
struct Language {
  std::string_view name;
  // Extensions with their dot, a blank between.
  std::string_view extensions;
  // Each empty where the language has none.
  std::string_view line_comment;
  std::string_view other_line_comment;
  bool block_comments = false;
  // `'x'` is a character and no string.
  bool char_quotes = false;
  // Strings between three quotes.
  bool triple_quotes = false;
  bool backticks = false;
  // `/x/` where a value may stand.
  bool regex_literals = false;
  // `.` joins strings and is no access to a member.
  bool dot_joins = false;
  // A call may go without parentheses.
  bool bare_calls = false;
  // Blocks go by `def` and indentation or `end`, not by braces.
  bool def_blocks = false;
  // Commands and words instead of expressions.
  bool is_shell = false;
};

// The language of a file by its name; null when it is not known to be source code.
const Language* language_of(std::string_view path);

}  // namespace zoomc
