#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace zoomc::infer {

// The form of comments and strings in a programming language, as far as finding calls needs it.
struct Language {
  std::string_view name;
  // Extensions with their dot, a blank between.
  std::string_view extensions;
  // Each empty if the language has none.
  std::string_view line_comment;
  std::string_view other_line_comment;
  bool block_comments = false;
  // `'x'` is a character and not a string.
  bool char_quotes = false;
  // Strings between three quotes.
  bool triple_quotes = false;
  bool backticks = false;
  // `/x/` in place of a value.
  bool regex_literals = false;
  // `.` joins strings and does not access a member.
  bool dot_joins = false;
  // A call may go without parentheses.
  bool bare_calls = false;
  // Blocks begin with `def` and end by indentation or `end`, not by braces.
  bool def_blocks = false;
  // Commands and words instead of expressions.
  bool is_shell = false;
};

// The language of a file by its name; null if it is not known to be source code.
const Language* language_of(std::string_view path);

enum class CodeTokenKind : std::uint8_t { name, number, text, mark };

// A word, number, string or sign of a source file, but not a comment or blank.
struct CodeToken {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  CodeTokenKind kind = CodeTokenKind::mark;
  // The number of bytes that open and close a string: prefix and quotes.
  std::uint8_t open = 0;
  std::uint8_t close = 0;
  bool first_on_line = false;
};

// The tokens of a source file and the nesting of its brackets, for any bytes. Keeps a view: the
// text must outlive it.
class CodeTokens {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  CodeTokens(std::string_view text, const Language& language);

  const Language& language() const { return language_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  // A token that does not exist is treated as an empty mark.
  const CodeToken& token(std::uint32_t i) const { return i < tokens_.size() ? tokens_[i] : none_; }
  std::string_view text(std::uint32_t i) const {
    const CodeToken& t = token(i);
    return text_.substr(t.begin, t.end - t.begin);
  }
  // The text between the quotes of a string.
  std::string_view inner(std::uint32_t i) const {
    const CodeToken& t = token(i);
    return text_.substr(t.begin + t.open, t.end - t.close - t.begin - t.open);
  }
  Span inner_span(std::uint32_t i) const {
    return {token(i).begin + token(i).open, token(i).end - token(i).close};
  }
  bool is(std::uint32_t i, std::string_view mark) const {
    return token(i).kind == CodeTokenKind::mark && text(i) == mark;
  }
  bool is_name(std::uint32_t i) const { return token(i).kind == CodeTokenKind::name && i < size(); }
  bool is_name(std::uint32_t i, std::string_view name) const {
    return is_name(i) && text(i) == name;
  }
  bool is_text(std::uint32_t i) const { return token(i).kind == CodeTokenKind::text; }
  // For a bracket, the other one; `kNone` if there is none.
  std::uint32_t match(std::uint32_t i) const { return i < match_.size() ? match_[i] : kNone; }
  // The innermost bracket around a token; `kNone` outside all.
  std::uint32_t parent(std::uint32_t i) const { return i < parent_.size() ? parent_[i] : kNone; }
  // The source from one token to another, the last one included.
  std::string_view source(std::uint32_t first, std::uint32_t last) const {
    return text_.substr(token(first).begin, token(last).end - token(first).begin);
  }

 private:
  void nest();

  std::string_view text_;
  const Language& language_;
  std::vector<CodeToken> tokens_;
  std::vector<std::uint32_t> match_;
  std::vector<std::uint32_t> parent_;
  CodeToken none_;
};

}  // namespace zoomc::infer
