#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace zoomc::infer {

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

enum class CodeTokenKind : std::uint8_t { name, number, text, mark };

// A word, number, string or sign of a source file; comments and blanks are none.
struct CodeToken {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  CodeTokenKind kind = CodeTokenKind::mark;
  // How many bytes open and close a string: prefix and quotes.
  std::uint8_t open = 0;
  std::uint8_t close = 0;
  bool first_on_line = false;
};

// The tokens of a source file and how its brackets stand in each other. Any bytes have some.
// Keeps a view: the text must outlive it.
class CodeTokens {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  CodeTokens(std::string_view text, const Language& language);

  const Language& language() const { return language_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  // All answers for a token that is not there are those for an empty mark.
  const CodeToken& token(std::uint32_t i) const { return i < tokens_.size() ? tokens_[i] : none_; }
  std::string_view text(std::uint32_t i) const {
    const CodeToken& t = token(i);
    return text_.substr(t.begin, t.end - t.begin);
  }
  // What stands between the quotes of a string.
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
  // Of a bracket the other one; `kNone` when there is none.
  std::uint32_t match(std::uint32_t i) const { return i < match_.size() ? match_[i] : kNone; }
  // The bracket that is open around a token; `kNone` outside all.
  std::uint32_t parent(std::uint32_t i) const { return i < parent_.size() ? parent_[i] : kNone; }
  // Where the source stands between two tokens, the last one included.
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
