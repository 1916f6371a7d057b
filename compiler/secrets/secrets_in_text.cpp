#include "secrets/secrets_in_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "secrets/field_names.h"
#include "secrets/secret_value.h"
#include "text/ascii.h"

namespace zoomc::secrets {
namespace {

constexpr std::array<std::string_view, 13> kDataFiles{".yaml", ".yml", ".json", ".env", ".tsv",
                                                      ".csv",  ".log", ".har",  ".txt", ".toml",
                                                      ".ini",  ".cfg", ".md"};
// The longest text in a value's brackets, or of a private key, that is searched for its end.
constexpr std::size_t kMaxNested = 16384;
constexpr std::size_t kMinRandom = 16;
// The value of a header is near its name.
constexpr std::size_t kMaxPair = 200;

bool is_blank_or_tab(char c) {
  return c == ' ' || c == '\t';
}
bool is_quote(char c) {
  return c == '"' || c == '\'' || c == '`';
}
bool is_word_character(char c) {
  return is_alphanumeric(c) || c == '_' || c == '-' || c == '.';
}
// The characters of keys in base 64, and those between their parts.
bool is_key_character(char c) {
  return is_word_character(c) || std::string_view("+/=~:").find(c) != std::string_view::npos;
}

bool is_uuid(std::string_view word) {
  if (word.size() != 36) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (is_dash ? word[i] != '-' : !is_hex(word[i])) return false;
  }
  return true;
}

class Scanner {
 public:
  Scanner(const catalog::Catalog& catalog, std::string_view text, TextKind kind)
      : catalog_(catalog), names_(catalog), text_(text), kind_(kind) {}

  std::vector<Span> run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\n') {
        line_ = ++at_;
        in_readable_ = false;
      } else if (is_alphanumeric(c)) {
        word();
      } else if (c == '-' && text_.substr(at_).starts_with("-----BEGIN")) {
        private_key();
      } else {
        ++at_;
      }
    }
    return tidied();
  }

  std::vector<NamedSecret> take_named() { return std::move(named_); }

 private:
  // Reads one word, and what it tells about the text after it.
  void word() {
    const std::size_t begin = at_;
    const std::size_t end = end_of_word(begin);
    at_ = end;
    if (text_.substr(end).starts_with("://")) return url(begin);
    const std::string_view word = text_.substr(begin, end - begin);
    if (is_in_any_case(word, "bearer") || is_in_any_case(word, "basic")) credentials(end);
    if (!name(begin, end)) loose(begin, end);
  }

  // True if the word names the value after it.
  bool name(std::size_t begin, std::size_t end) {
    const std::string_view name = text_.substr(begin, end - begin);
    if (text_.substr(0, begin).ends_with("${")) {
      reference(begin - 2, name);
      return true;
    }
    // The end of a path.
    if (begin > 0 && text_[begin - 1] == '/') return false;
    std::size_t at = end;
    const bool is_quoted =
        begin > 0 && is_quote(text_[begin - 1]) && char_at(at) == text_[begin - 1];
    if (is_quoted) ++at;
    const std::size_t behind = at;
    at = skip_blanks(at);
    const char sign = char_at(at);
    const bool assigns = sign == '=' && char_at(at + 1) != '=';
    if (sign == ':' || assigns) {
      const bool is_close = at == behind;
      while (char_at(at) == ':' || char_at(at) == '=' || char_at(at) == '>') ++at;
      const std::size_t value = skip_blanks(at);
      in_readable_ = names_.is_readable(name);
      if (names_.holds_pair_name(name)) begin_pair(value);
      const auto doubt = doubt_of(name, value);
      const std::size_t before = found_.size();
      if (doubt) this->value(value, *doubt, assigns, is_close && value == at);
      if (!assigns && names_.kind_of(name) == FieldKind::secret) remember(before, name);
      return true;
    }
    if (sign == ',' || sign == '(') {
      at = skip_blanks(at + 1);
      if (is_quote(char_at(at)) && names_.kind_of(name) != FieldKind::other) {
        quoted(at, Doubt::looks_like_key);
      }
    } else if (at > behind && names_.kind_of(name) != FieldKind::other) {
      const std::size_t stop = end_of_plain(at, true, true);
      if (stop > at) hide_part(at, stop, Doubt::looks_like_key);
    }
    return false;
  }

  // Reads `${NAME:-default}`.
  void reference(std::size_t begin, std::string_view name) {
    const std::size_t end = text_.substr(0, end_of_line(begin)).find('}', begin);
    if (end == std::string_view::npos) return;
    const bool is_secret = names_.kind_of(name) == FieldKind::secret;
    hide_part(begin, end + 1, is_secret ? Doubt::any_text : Doubt::looks_like_key);
  }

  void remember(std::size_t first, std::string_view name) {
    for (std::size_t i = first; i < found_.size(); ++i) {
      const Span span = found_[i];
      if (looks_like_key(text_.substr(span.begin, span.size()))) named_.push_back({span, name});
    }
  }

  // Reads `{name: Authorization, value: ...}`: the next value is secret.
  void begin_pair(std::size_t at) {
    if (is_quote(char_at(at))) ++at;
    const std::string_view header = text_.substr(at, end_of_word(at) - at);
    if (names_.kind_of(header) != FieldKind::other) pair_end_ = at + kMaxPair;
  }

  // How much a value of this name has to look like a secret, if it may be one.
  std::optional<Doubt> doubt_of(std::string_view name, std::size_t value) const {
    switch (names_.kind_of(name)) {
      case FieldKind::secret:
      case FieldKind::header: return Doubt::any_text;
      case FieldKind::key: return Doubt::looks_like_key;
      case FieldKind::other: break;
    }
    if (value < pair_end_ && names_.holds_pair_value(name)) return Doubt::any_text;
    if (in_readable_ || !names_.meant_by(name)) return std::nullopt;
    // A list or mapping does not look like a secret by itself.
    const std::size_t begin = is_quote(char_at(value)) ? value + 1 : value;
    std::size_t end = begin;
    while (end < text_.size() && !is_white_space(text_[end]) && text_[end] != '"') ++end;
    const bool is_nested = begin == end || text_[begin] == '[' || text_[begin] == '{';
    if (is_nested || looks_like_key(text_.substr(begin, end - begin))) return Doubt::looks_like_key;
    return std::nullopt;
  }

  void value(std::size_t at, Doubt doubt, bool is_assigned, bool is_close) {
    // Anchors and tags are before the value.
    while (char_at(at) == '&' || char_at(at) == '!') {
      while (at < text_.size() && !is_white_space(text_[at])) ++at;
      at = skip_blanks(at);
    }
    const char c = char_at(at);
    if (is_quote(c)) return quoted(at, doubt);
    if (c == '[' || c == '{') return brackets(at, doubt);
    if (c == '\n' || c == '\r' || c == '\0' || c == '#') return block(doubt);
    if ((c == '|' || c == '>') && is_block_header(at)) return block(doubt);
    if (c == '*') return;
    const std::size_t end = end_of_plain(at, is_assigned, is_in_brackets(at));
    const std::string_view text = text_.substr(at, end - at);
    // In code a value without quotes is a name or a call, or a key that somebody pasted.
    const bool is_code = kind_ == TextKind::code && !(is_assigned && is_close);
    if (is_code && (!looks_random(text, 8) || text.find('(') != std::string_view::npos)) return;
    hide_part(at, end, doubt);
  }

  void quoted(std::size_t at, Doubt doubt) {
    const std::size_t end = end_of_quoted(at);
    hide_part(at + 1, end, doubt);
  }

  // Reads a value in brackets under such a name.
  void brackets(std::size_t at, Doubt doubt) {
    const std::size_t limit = std::min(text_.size(), at + kMaxNested);
    int depth = 0;
    std::optional<Doubt> here = doubt;
    while (at < limit) {
      const char c = text_[at];
      if (c == '[' || c == '{') {
        ++depth;
        ++at;
      } else if (c == ']' || c == '}') {
        if (--depth == 0) return;
        ++at;
      } else if (c == ',' || is_white_space(c)) {
        if (c == ',') here = doubt;
        ++at;
      } else {
        at = item(at, doubt, here);
      }
    }
  }

  // Reads a name or a value in brackets; returns where it ends. `here` is the doubt about the next
  // value.
  std::size_t item(std::size_t at, Doubt doubt, std::optional<Doubt>& here) {
    const bool is_quoted = is_quote(text_[at]);
    const std::size_t begin = is_quoted ? at + 1 : at;
    const std::size_t end = is_quoted ? end_of_quoted(at) : end_of_item(at);
    std::size_t next = std::max(at + 1, is_quoted ? std::min(end + 1, text_.size()) : end);
    const std::size_t colon = skip_blanks(next);
    if (char_at(colon) == ':') {
      here = doubt_below(text_.substr(begin, end - begin), doubt);
      return colon + 1;
    }
    if (here) hide_part(begin, end, *here);
    here = doubt;
    return next;
  }

  // The same for a member of a value of such a name.
  std::optional<Doubt> doubt_below(std::string_view name, Doubt doubt) const {
    if (names_.kind_of(name) == FieldKind::secret) return Doubt::any_text;
    if (names_.holds_pair_value(name)) return doubt;
    if (names_.is_readable(name) || names_.holds_pair_name(name)) return std::nullopt;
    return Doubt::looks_like_key;
  }

  // Reads the lines below a name without a value on its own line.
  void block(Doubt doubt) {
    const std::size_t indent = indent_of(line_);
    std::size_t line = next_line(line_);
    const std::size_t limit = std::min(text_.size(), line + kMaxNested);
    while (line < limit) {
      const std::size_t first = indent_of(line) + line;
      const bool is_empty = char_at(first) == '\n' || char_at(first) == '\r';
      const bool is_item = char_at(first) == '-' && is_white_space(char_at(first + 1));
      const std::size_t here = first - line;
      if (!is_empty && (here < indent || (here == indent && !is_item))) return;
      block_line(first, doubt);
      line = next_line(line);
    }
  }

  void block_line(std::size_t at, Doubt doubt) {
    while (char_at(at) == '-' && is_blank_or_tab(char_at(at + 1))) at = skip_blanks(at + 1);
    const std::size_t quote = is_quote(char_at(at)) ? 1 : 0;
    const std::size_t end = end_of_word(at + quote);
    const bool is_name =
        end > at + quote && char_at(end + quote) == ':' && is_white_space(char_at(end + quote + 1));
    std::optional<Doubt> here = doubt;
    if (is_name) {
      here = doubt_below(text_.substr(at + quote, end - at - quote), doubt);
      at = skip_blanks(end + quote + 1);
    }
    const char c = char_at(at);
    if (!here || c == '\0' || c == '\n' || c == '\r' || c == '#' || c == '*') return;
    if (is_quote(c)) return quoted(at, *here);
    if (c == '[' || c == '{') return brackets(at, *here);
    if (is_block_header(at)) return;
    hide_part(at, end_of_plain(at, false, false), *here);
  }

  // Reads a URL, which may have a password, and secrets in its query.
  void url(std::size_t begin) {
    std::size_t end = begin;
    while (end < text_.size() && !is_white_space(text_[end]) && !is_quote(text_[end]) &&
           std::string_view("<>|\\").find(text_[end]) == std::string_view::npos) {
      ++end;
    }
    const std::string_view url = text_.substr(begin, end - begin);
    if (const auto user = user_of_url(catalog_, url)) {
      hide(begin + user->secret.begin, begin + user->secret.end);
    }
    std::size_t at = url.find_first_of("?#");
    while (at < url.size()) {
      const std::size_t equals = url.find('=', at);
      if (equals == std::string_view::npos) break;
      const std::size_t stop = std::min(url.find_first_of("&;#", equals), url.size());
      if (names_.kind_of(url.substr(at + 1, equals - at - 1)) != FieldKind::other) {
        hide_part(begin + equals + 1, begin + stop, Doubt::any_text);
      }
      at = stop;
    }
    at_ = end;
  }

  // Reads the text after `Bearer` or `Basic`.
  void credentials(std::size_t at) {
    const std::size_t begin = skip_blanks(at);
    std::size_t end = begin;
    while (end < text_.size() && is_key_character(text_[end])) ++end;
    const std::string_view token = text_.substr(begin, end - begin);
    if (begin > at && (looks_like_key(token) || token.ends_with('='))) {
      hide_part(begin, end, Doubt::any_text);
    }
  }

  // Reads a word that looks like a key, in any place.
  void loose(std::size_t begin, std::size_t end) {
    const std::string_view word = text_.substr(begin, end - begin);
    if (word.size() < kMinRandom || in_readable_ || is_uuid(word)) return;
    if (evident_secret(catalog_, word) || looks_random(word, kMinRandom)) hide(begin, end);
  }

  void private_key() {
    constexpr std::string_view kHeadEnd = "PRIVATE KEY-----";
    constexpr std::string_view kTail = "-----END";
    const std::size_t begin = text_.find(kHeadEnd, at_);
    if (begin == std::string_view::npos || begin > at_ + 40) {
      at_ += 5;
      return;
    }
    const std::size_t limit = std::min(text_.size(), begin + kMaxNested);
    const std::size_t end = std::min(text_.find(kTail, begin), limit);
    hide(begin + kHeadEnd.size(), end);
    at_ = begin + kHeadEnd.size();
  }

  void hide_part(std::size_t begin, std::size_t end, Doubt doubt) {
    const auto part = secret_part(catalog_, text_.substr(begin, end - begin), doubt);
    if (part) hide(begin + part->begin, begin + part->end);
  }

  void hide(std::size_t begin, std::size_t end) {
    if (begin < end) {
      found_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }
  }

  std::vector<Span> tidied() {
    std::sort(found_.begin(), found_.end());
    std::vector<Span> spans;
    for (const Span span : found_) {
      if (!spans.empty() && span.begin < spans.back().end) {
        spans.back().end = std::max(spans.back().end, span.end);
      } else {
        spans.push_back(span);
      }
    }
    return spans;
  }

  char char_at(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  std::size_t skip_blanks(std::size_t at) const {
    while (is_blank_or_tab(char_at(at))) ++at;
    return at;
  }
  std::size_t end_of_word(std::size_t at) const {
    while (at < text_.size() && is_word_character(text_[at])) ++at;
    return at;
  }
  std::size_t end_of_line(std::size_t at) const {
    const std::size_t end = std::min(text_.find('\n', at), text_.size());
    return end > at && text_[end - 1] == '\r' ? end - 1 : end;
  }
  std::size_t next_line(std::size_t at) const {
    const std::size_t end = text_.find('\n', at);
    return end == std::string_view::npos ? text_.size() : end + 1;
  }
  std::size_t indent_of(std::size_t line) const { return skip_blanks(line) - line; }

  // The closing quote of a quoted text, or the end of the line if it has none.
  std::size_t end_of_quoted(std::size_t at) const {
    const char quote = text_[at];
    const std::size_t end = end_of_line(at);
    for (std::size_t i = at + 1; i < end; ++i) {
      if (text_[i] == '\\' && quote != '\'') {
        ++i;
      } else if (text_[i] == quote) {
        if (quote != '\'' || char_at(i + 1) != quote) return i;
        ++i;
      }
    }
    return end;
  }

  std::size_t end_of_item(std::size_t at) const {
    while (at < text_.size() &&
           std::string_view(",]}\n\r").find(text_[at]) == std::string_view::npos &&
           !(text_[at] == ':' && is_white_space(char_at(at + 1)))) {
      ++at;
    }
    while (at > 0 && is_blank_or_tab(text_[at - 1])) --at;
    return at;
  }

  // The end of a value without quotes.
  std::size_t end_of_plain(std::size_t at, bool is_word, bool in_brackets) const {
    const std::size_t line_end = end_of_line(at);
    std::size_t end = at;
    // `${{ secrets.NAME }}` contains the characters that would end it.
    const bool is_reference = text_.substr(at).starts_with("${");
    int braces = 0;
    for (; end < line_end; ++end) {
      const char c = text_[end];
      if (is_reference && c == '{') ++braces;
      if (is_reference && c == '}' && braces-- > 0) continue;
      if (is_word && braces == 0 && (is_blank_or_tab(c) || is_quote(c) || c == '&' || c == ';'))
        break;
      if (in_brackets && braces <= 0 && (c == ',' || c == '}' || c == ']' || c == ')')) break;
      if (c == '#' && end > at && is_blank_or_tab(text_[end - 1])) break;
    }
    // A comma after it belongs to JSON.
    while (end > at && (is_blank_or_tab(text_[end - 1]) || text_[end - 1] == ',')) --end;
    return end;
  }

  bool is_in_brackets(std::size_t at) const {
    int depth = 0;
    char quote = '\0';
    for (std::size_t i = line_; i < at; ++i) {
      const char c = text_[i];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if (is_quote(c)) {
        quote = c;
      } else if (c == '[' || c == '{' || c == '(') {
        ++depth;
      } else if (c == ']' || c == '}' || c == ')') {
        --depth;
      }
    }
    return depth > 0;
  }

  bool is_block_header(std::size_t at) const {
    if (char_at(at) != '|' && char_at(at) != '>') return false;
    std::size_t i = at + 1;
    while (is_digit(char_at(i)) || char_at(i) == '-' || char_at(i) == '+') ++i;
    i = skip_blanks(i);
    return i >= text_.size() || char_at(i) == '\n' || char_at(i) == '\r' || char_at(i) == '#';
  }

  const catalog::Catalog& catalog_;
  FieldNames names_;
  std::string_view text_;
  TextKind kind_;
  std::size_t at_ = 0;
  // The beginning of the line of `at_`.
  std::size_t line_ = 0;
  // The last place where the value of a header that authorises may begin.
  std::size_t pair_end_ = 0;
  // The last name on the line is of a value that is shown although it looks random.
  bool in_readable_ = false;
  std::vector<Span> found_;
  std::vector<NamedSecret> named_;
};

}  // namespace

TextKind text_kind_of(std::string_view path) {
  const bool has_extension = path.find('.', path.rfind('/') + 1) != std::string_view::npos;
  const bool is_data = std::any_of(kDataFiles.begin(), kDataFiles.end(),
                                   [&](std::string_view end) { return path.ends_with(end); });
  return is_data || !has_extension ? TextKind::data : TextKind::code;
}

std::vector<Span> secrets_in_text(const catalog::Catalog& catalog, std::string_view text,
                                  TextKind kind) {
  return Scanner(catalog, text, kind).run();
}

std::vector<NamedSecret> named_secrets_in_text(const catalog::Catalog& catalog,
                                               std::string_view text) {
  Scanner scanner(catalog, text, TextKind::data);
  scanner.run();
  return scanner.take_named();
}

}  // namespace zoomc::secrets
