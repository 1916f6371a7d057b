#pragma once
#include <string_view>
#include <vector>

#include "infer/code_tokens.h"

namespace zoomc {

// Cuts a source file into tokens. What is not closed ends with its line, or with the file where the
// language lets it go over lines.
class CodeLexer {
 public:
  CodeLexer(std::string_view text, const Language& language) : text_(text), language_(language) {}

  std::vector<CodeToken> run();

 private:
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  bool starts(std::string_view word) const {
    return !word.empty() && text_.compare(at_, word.size(), word) == 0;
  }
  bool skip_comment();
  bool lex_text();
  bool lex_quoted(std::size_t prefix, char quote);
  void lex_triple(std::size_t prefix, char quote);
  bool lex_raw_rust();
  bool lex_char();
  bool lex_regex();
  bool lex_word();
  void lex_mark();
  std::size_t after_hole(std::size_t open, int depth) const;
  void push(CodeTokenKind kind, std::size_t end, std::size_t open = 0, std::size_t close = 0);

  std::string_view text_;
  const Language& language_;
  std::size_t at_ = 0;
  bool first_on_line_ = true;
  std::vector<CodeToken> tokens_;
};

}  // namespace zoomc
