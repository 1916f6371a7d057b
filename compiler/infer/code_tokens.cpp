#include "infer/code_tokens.h"

#include "infer/code_lexer.h"

namespace zoomc {

CodeTokens::CodeTokens(std::string_view text, const Language& language)
    : text_(text), language_(language), tokens_(CodeLexer(text, language).run()) {
  nest();
}

// A closing bracket closes the nearest open one, whatever it looks like: in code that compiles they
// are alike, and in a part of a template language nothing is worth more than going on.
void CodeTokens::nest() {
  match_.assign(tokens_.size(), kNone);
  parent_.assign(tokens_.size(), kNone);
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < size(); ++i) {
    const std::string_view mark = tokens_[i].kind == CodeTokenKind::mark ? text(i) : "";
    const bool closes = mark == ")" || mark == "]" || mark == "}";
    if (closes && !open.empty()) {
      match_[i] = open.back();
      match_[open.back()] = i;
      open.pop_back();
    }
    parent_[i] = open.empty() ? kNone : open.back();
    if (mark == "(" || mark == "[" || mark == "{") open.push_back(i);
  }
}

}  // namespace zoomc
