#include "infer/code_tokens.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "config/config.h"
#include "infer/names.h"
#include "text/ascii.h"

namespace zoomc::infer {
namespace {

constexpr Language kLanguages[] = {
    {.name = "JavaScript",
     .extensions = ".js .mjs .cjs .jsx .ts .mts .cts .tsx .vue .svelte .gs",
     .line_comment = "//",
     .block_comments = true,
     .backticks = true,
     .regex_literals = true},
    {.name = "Python",
     .extensions = ".py .pyw",
     .line_comment = "#",
     .triple_quotes = true,
     .def_blocks = true},
    {.name = "Go",
     .extensions = ".go",
     .line_comment = "//",
     .block_comments = true,
     .char_quotes = true,
     .backticks = true},
    {.name = "Java",
     .extensions = ".java",
     .line_comment = "//",
     .block_comments = true,
     .char_quotes = true,
     .triple_quotes = true},
    {.name = "Kotlin",
     .extensions = ".kt .kts .scala .groovy .gradle",
     .line_comment = "//",
     .block_comments = true,
     .triple_quotes = true},
    {.name = "C#",
     .extensions = ".cs",
     .line_comment = "//",
     .block_comments = true,
     .char_quotes = true,
     .triple_quotes = true},
    {.name = "Ruby",
     .extensions = ".rb .rake",
     .line_comment = "#",
     .bare_calls = true,
     .def_blocks = true},
    {.name = "PHP",
     .extensions = ".php",
     .line_comment = "//",
     .other_line_comment = "#",
     .block_comments = true,
     .dot_joins = true},
    {.name = "Rust",
     .extensions = ".rs",
     .line_comment = "//",
     .block_comments = true,
     .char_quotes = true},
    {.name = "Swift",
     .extensions = ".swift .dart",
     .line_comment = "//",
     .block_comments = true,
     .triple_quotes = true},
    {.name = "shell",
     .extensions = ".sh .bash .zsh .ksh .yml .yaml .mk",
     .line_comment = "#",
     .is_shell = true},
};

constexpr std::array<std::string_view, 14> kLongMarks{
    "->", "::", "?.", "&.", "=>", ":=", "==", "!=", "<=", ">=", "+=", "&&", "||", ".."};

bool is_word_start(char c) {
  return is_letter(c) || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}
bool is_word(char c) {
  return is_word_start(c) || is_digit(c);
}

// The letters that may be before a quote: f"", rb'', $@"", s"".
bool is_text_prefix(std::string_view word) {
  return word.size() <= 3 && !word.empty() &&
         word.find_first_not_of("fFrRbBuUsc$@") == std::string_view::npos;
}

// Splits a source file into tokens. Unclosed strings and comments end with their line, or with the
// file if the language allows several lines.
class CodeLexer {
 public:
  CodeLexer(std::string_view text, const Language& language) : text_(text), language_(language) {}

  std::vector<CodeToken> run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\n') {
        first_on_line_ = true;
        ++at_;
      } else if (c == ' ' || c == '\t' || c == '\r') {
        ++at_;
      } else if (!skip_comment() && !lex_text() && !lex_word()) {
        lex_mark();
      }
    }
    return std::move(tokens_);
  }

 private:
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  bool starts(std::string_view word) const {
    return !word.empty() && text_.compare(at_, word.size(), word) == 0;
  }

  bool skip_comment() {
    if (starts(language_.line_comment) || starts(language_.other_line_comment)) {
      // `#[attribute]` of PHP is not a comment, and `#{` occurs only in strings.
      at_ = std::min(text_.find('\n', at_), text_.size());
      return true;
    }
    if (language_.block_comments && starts("/*")) {
      const std::size_t end = text_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? text_.size() : end + 2;
      return true;
    }
    if (language_.bare_calls && first_on_line_ && starts("=begin")) {
      const std::size_t end = text_.find("\n=end", at_);
      at_ = end == std::string_view::npos ? text_.size() : end + 5;
      return true;
    }
    return false;
  }

  bool lex_text() {
    std::size_t prefix = 0;
    while (prefix < 3 && (is_word_start(at(at_ + prefix)) || at(at_ + prefix) == '@')) ++prefix;
    if (lex_raw_rust()) return true;
    const char quote = at(at_ + prefix);
    if (quote != '"' && quote != '\'' && quote != '`') return false;
    if (prefix > 0 && !is_text_prefix(text_.substr(at_, prefix))) return false;
    if (quote == '`') return prefix == 0 && language_.backticks && lex_quoted(0, quote);
    if (quote == '\'' && language_.char_quotes) return prefix == 0 && lex_char();
    const std::size_t begin = at_ + prefix;
    if (language_.triple_quotes && at(begin + 1) == quote && at(begin + 2) == quote) {
      lex_triple(prefix, quote);
      return true;
    }
    return lex_quoted(prefix, quote);
  }

  bool lex_quoted(std::size_t prefix, char quote) {
    const bool over_lines = quote == '`';
    const bool is_raw = quote == '`' && language_.char_quotes;
    const bool verbatim = text_.substr(at_, prefix).find('@') != std::string_view::npos;
    std::size_t i = at_ + prefix + 1;
    while (i < text_.size() && text_[i] != quote && (over_lines || text_[i] != '\n')) {
      const bool is_hole = !is_raw && (text_[i] == '$' || text_[i] == '#') && at(i + 1) == '{';
      if (is_hole && quote != '\'') {
        i = after_hole(i + 2, 1);
      } else if (text_[i] == '\\' && !is_raw && !verbatim && at(i + 1) != '\n') {
        i += 2;
      } else {
        ++i;
      }
    }
    i = std::min(i, text_.size());
    const bool is_closed = i < text_.size() && text_[i] == quote;
    push(CodeTokenKind::text, is_closed ? i + 1 : i, prefix + 1, is_closed ? 1 : 0);
    return true;
  }

  void lex_triple(std::size_t prefix, char quote) {
    const std::string closing(3, quote);
    const std::size_t begin = at_ + prefix + 3;
    const std::size_t end = text_.find(closing, begin);
    const bool is_closed = end != std::string_view::npos;
    push(CodeTokenKind::text, is_closed ? end + 3 : text_.size(), prefix + 3, is_closed ? 3 : 0);
  }

  bool lex_raw_rust() {
    if (language_.name != "Rust" || at(at_) != 'r' || (at(at_ + 1) != '#' && at(at_ + 1) != '"')) {
      return false;
    }
    std::size_t hashes = 0;
    while (hashes < 8 && at(at_ + 1 + hashes) == '#') ++hashes;
    if (at(at_ + 1 + hashes) != '"') return false;
    const std::string closing = "\"" + std::string(hashes, '#');
    const std::size_t end = text_.find(closing, at_ + 2 + hashes);
    const bool is_closed = end != std::string_view::npos;
    push(CodeTokenKind::text, is_closed ? end + closing.size() : text_.size(), 2 + hashes,
         is_closed ? closing.size() : 0);
    return true;
  }

  // Reads a character, or only the quote, as in a lifetime.
  bool lex_char() {
    const std::size_t length = at(at_ + 1) == '\\' ? 2 : 1;
    if (at(at_ + 1 + length) == '\'') {
      push(CodeTokenKind::number, at_ + 2 + length);
    } else {
      push(CodeTokenKind::mark, at_ + 1);
    }
    return true;
  }

  bool lex_regex() {
    if (!language_.regex_literals || text_[at_] != '/') return false;
    if (!tokens_.empty()) {
      const CodeToken& last = tokens_.back();
      const std::string_view word = text_.substr(last.begin, last.end - last.begin);
      const bool is_value =
          last.kind != CodeTokenKind::mark || word == ")" || word == "]" || word == "}";
      if (is_value && word != "return") return false;
    }
    bool in_class = false;
    for (std::size_t i = at_ + 1; i < text_.size() && text_[i] != '\n'; ++i) {
      if (text_[i] == '\\') {
        ++i;
      } else if (text_[i] == '[') {
        in_class = true;
      } else if (text_[i] == ']') {
        in_class = false;
      } else if (text_[i] == '/' && !in_class) {
        push(CodeTokenKind::number, i + 1);
        return true;
      }
    }
    return false;
  }

  bool lex_word() {
    const char c = text_[at_];
    if (is_digit(c)) {
      std::size_t end = at_ + 1;
      while (is_word(at(end)) || (at(end) == '.' && is_digit(at(end + 1)))) ++end;
      push(CodeTokenKind::number, end);
      return true;
    }
    const bool is_sigil = c == '@' && (is_word_start(at(at_ + 1)) || at(at_ + 1) == '@');
    if (!is_word_start(c) && !is_sigil) return lex_regex();
    std::size_t end = at_ + 1;
    while (is_word(at(end)) || (is_sigil && at(end) == '@')) ++end;
    push(CodeTokenKind::name, end);
    return true;
  }

  void lex_mark() {
    for (const std::string_view mark : kLongMarks) {
      if (starts(mark)) return push(CodeTokenKind::mark, at_ + mark.size());
    }
    push(CodeTokenKind::mark, at_ + 1);
  }

  // The place after the brace that closes the `${` or `#{`. Strings inside may have braces of their
  // own; that is rare, so all braces are counted as code.
  std::size_t after_hole(std::size_t open, int depth) const {
    for (std::size_t i = open; i < text_.size() && i < open + 2000; ++i) {
      if (text_[i] == '{') ++depth;
      if (text_[i] == '}' && --depth == 0) return i + 1;
      if (text_[i] == '\n') break;
    }
    return open;
  }

  void push(CodeTokenKind kind, std::size_t end, std::size_t open = 0, std::size_t close = 0) {
    end = std::min(end, text_.size());
    tokens_.push_back({static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end), kind,
                       static_cast<std::uint8_t>(open), static_cast<std::uint8_t>(close),
                       first_on_line_});
    first_on_line_ = false;
    at_ = end;
  }

  std::string_view text_;
  const Language& language_;
  std::size_t at_ = 0;
  bool first_on_line_ = true;
  std::vector<CodeToken> tokens_;
};

}  // namespace

const Language* language_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const auto dot = name.rfind('.');
  const bool is_recipe = name == "Makefile" || name == "Dockerfile" || name == "Jenkinsfile";
  const std::string_view extension =
      is_recipe ? ".sh" : (dot == std::string_view::npos ? "" : name.substr(dot));
  if (extension.empty() || !config::app_suffix(name).empty()) return nullptr;
  for (const Language& language : kLanguages) {
    if (has_word(language.extensions, extension)) return &language;
  }
  return nullptr;
}

CodeTokens::CodeTokens(std::string_view text, const Language& language)
    : text_(text), language_(language), tokens_(CodeLexer(text, language).run()) {
  nest();
}

// A closing bracket closes the nearest open one of any kind: in code that compiles they match, and
// in a part of a template language it is best to go on.
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

}  // namespace zoomc::infer
