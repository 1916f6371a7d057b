#include "edit/scalar.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/core.h>
#include <optional>
#include <vector>

#include "syntax/core_schema.h"
#include "text/ascii.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::edit {
namespace {

// Walks a value and what is written for it side by side. White space that YAML folds or takes for
// indentation is one step, however long it is on either side.
class SideBySide {
 public:
  SideBySide(std::string_view written, std::string_view value) : written_(written), value_(value) {
    if (written.empty()) return;
    const char first = written.front();
    if (first == '|' || first == '>') {
      at_ = std::min(written.find('\n'), written.size());
      if (!value.empty() && !is_white_space(value.front())) skip_blanks();
    } else if (first == '"' || first == '\'') {
      quote_ = first;
      at_ = 1;
    }
  }

  // The byte of the written text at which byte `index` of the value stands, or for `index` == `end`
  // the one behind the byte before it; nothing when an escape is in the way. Indices ascend.
  std::optional<std::size_t> advance_to(std::size_t index) {
    while (next_ < index) {
      if (!step(index)) return std::nullopt;
    }
    return at_;
  }

 private:
  bool step(std::size_t limit) {
    if (at_ >= written_.size()) return false;
    if (is_white_space(value_[next_])) return step_over_blanks(limit);
    const char written = written_[at_];
    const bool is_escape = (quote_ == '"' && written == '\\') ||
                           (quote_ == '\'' && written == '\'' && !is_doubled_quote());
    if (is_escape || written != value_[next_]) return false;
    at_ += quote_ == '\'' && written == '\'' ? 2 : 1;
    ++next_;
    return true;
  }

  bool step_over_blanks(std::size_t limit) {
    if (!is_white_space(written_[at_])) return false;
    std::size_t end = next_;
    while (end < value_.size() && is_white_space(value_[end])) ++end;
    if (end > limit) {
      // A place within white space: count from its beginning.
      at_ += limit - next_;
      next_ = limit;
      return at_ <= written_.size();
    }
    next_ = end;
    skip_blanks();
    return true;
  }

  bool is_doubled_quote() const { return written_.substr(at_).starts_with("''"); }

  void skip_blanks() {
    while (at_ < written_.size() && is_white_space(written_[at_])) ++at_;
  }

  std::string_view written_;
  std::string_view value_;
  std::size_t at_ = 0;
  std::size_t next_ = 0;
  char quote_ = 0;
};

bool is_quoted(std::string_view written) {
  return written.size() >= 2 && (written.front() == '"' || written.front() == '\'') &&
         written.front() == written.back();
}

// A `:` means something to YAML only before white space and what ends a flow item; neither gets
// past this. In brackets the reader takes no `?`.
bool is_plain(std::string_view url) {
  const auto is_harmless = [](char c) {
    return is_alphanumeric(c) || std::string_view("-._~:/=&%+@").find(c) != std::string_view::npos;
  };
  return url.find("://") != std::string_view::npos && is_letter(url.front()) && url.back() != ':' &&
         std::all_of(url.begin(), url.end(), is_harmless);
}

// An apostrophe could be doubled there; few would read it right.
bool fits_between_apostrophes(std::string_view url) {
  return std::none_of(url.begin(), url.end(),
                      [](char c) { return c == '\'' || static_cast<unsigned char>(c) < 0x20; });
}

// The words that other YAML readers read as a boolean or null.
constexpr std::array<std::string_view, 9> kOddWords = {"true", "false", "yes", "no", "on",
                                                       "off",  "null",  "y",   "n"};

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

// True if a person sees every character and YAML lets each stand: no controls, no line breaks.
bool is_printable(std::string_view text) {
  return escape_controls(text) == text && text.find("\xEF\xBF\xBE") == std::string_view::npos &&
         text.find("\xEF\xBF\xBF") == std::string_view::npos;
}

bool is_odd_word(std::string_view text) {
  const std::string word = lowered(text.substr(0, 6));
  return std::find(kOddWords.begin(), kOddWords.end(), word) != kOddWords.end();
}

// True if the text keeps its meaning without quotes; in doubt it is quoted.
bool is_plain(std::string_view text, ScalarPlace place) {
  if (text.empty() || text.back() == ' ' || text.back() == ':') return false;
  const char first = text.front();
  if (is_ascii(first) && !is_alphanumeric(first) &&
      std::string_view("_/.$(").find(first) == std::string_view::npos) {
    return false;
  }
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos)
    return false;
  // Some readers take more for an indicator there than they should.
  if (place != ScalarPlace::block &&
      text.find_first_of(",[]{}?\"'`|>*&!%") != std::string_view::npos)
    return false;
  if (text.starts_with("...") || is_odd_word(text) || !is_printable(text)) return false;
  syntax::Node scalar;
  scalar.text = text;
  return syntax::scalar_type(scalar) == syntax::ScalarType::string;
}

std::string escaped(char32_t value) {
  switch (value) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    case 0: return "\\0";
    default: break;
  }
  const auto number = static_cast<std::uint32_t>(value);
  if (number < 0x100) return fmt::format("\\x{:02x}", number);
  return number < 0x10000 ? fmt::format("\\u{:04x}", number) : fmt::format("\\U{:08x}", number);
}

std::string between(char quote, std::string_view text) {
  return quote + behind_quote(quote, text) + quote;
}

std::string quoted_scalar(std::string_view text) {
  if (!is_printable(text)) return between('"', text);
  const bool has_single = text.find('\'') != std::string_view::npos;
  const bool has_double = text.find_first_of("\"\\") != std::string_view::npos;
  return between(has_single && !has_double ? '"' : '\'', text);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// Several lines that a literal block keeps as they are. What blanks at the end of a line, at the
// start of the first one, or at the end of the text would do is not left to chance.
bool is_literal(const std::vector<std::string_view>& lines) {
  if (lines.size() < 2 || lines.front().empty() || lines.front().front() == ' ') return false;
  if (lines.back().empty() && lines[lines.size() - 2].empty()) return false;
  return std::all_of(lines.begin(), lines.end(), [](std::string_view line) {
    return line.empty() || (line.back() != ' ' && is_printable(line));
  });
}

std::string literal_block(std::vector<std::string_view> lines, std::size_t indent) {
  const bool ends_with_break = lines.back().empty();
  if (ends_with_break) lines.pop_back();
  std::string out = ends_with_break ? "|" : "|-";
  for (const std::string_view line : lines) {
    out += '\n';
    if (!line.empty()) out.append(indent, ' ').append(line);
  }
  return out;
}

// A long line of words with one blank between each two: folding takes none away and adds none.
bool is_foldable(std::string_view text, std::size_t indent) {
  return indent + display_width(text) > kYamlColumns && text.front() != ' ' && text.back() != ' ' &&
         text.find("  ") == std::string_view::npos && is_printable(text) &&
         text.find(' ') != std::string_view::npos;
}

std::string folded_block(std::string_view text, std::size_t indent) {
  std::string out = ">-";
  std::size_t column = kYamlColumns;
  for (const std::string_view word : split(text, ' ')) {
    const std::size_t width = display_width(word);
    if (column + 1 + width > kYamlColumns) {
      out.append("\n").append(indent, ' ');
      column = indent;
    } else {
      out += ' ';
      ++column;
    }
    out += word;
    column += width;
  }
  return out;
}

}  // namespace

Span place_in(const SourceFile& file, const Text& value, std::size_t begin, std::size_t end) {
  SideBySide walk(file.slice(value.span), value.value);
  const auto first = walk.advance_to(begin);
  const auto last = first ? walk.advance_to(end) : std::nullopt;
  if (!last) return value.span;
  return {value.span.begin + static_cast<std::uint32_t>(*first),
          value.span.begin + static_cast<std::uint32_t>(*last)};
}

std::string behind_quote(char quote, std::string_view text) {
  std::string written;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode_utf8(text, at);
    const std::size_t bytes = point ? point->bytes : 1;
    const std::string_view piece = text.substr(at, bytes);
    at += bytes;
    if (quote == '\'') {
      written += piece == "'" ? "''" : piece;
    } else if (piece == "\"" || piece == "\\" || !is_printable(piece)) {
      written += escaped(point ? point->value : char32_t{0xFFFD});
    } else {
      written += piece;
    }
  }
  return written;
}

std::string with_header_comment(std::string_view written, std::string_view word) {
  std::string all(word);
  if (!written.starts_with('|') && !written.starts_with('>')) return all;
  const std::string_view header = written.substr(0, written.find_first_of("\r\n"));
  const std::size_t comment = header.find('#');
  if (comment == std::string_view::npos) return all;
  return all.append(" ").append(header.substr(comment));
}

Edit replace_value(const SourceFile& file, const Text& value, std::string_view replacement) {
  const std::string_view written = file.slice(value.span);
  if (is_quoted(written)) {
    return {{value.span.begin + 1, value.span.end - 1}, behind_quote(written[0], replacement)};
  }
  return {value.span, with_header_comment(written, replacement)};
}

std::string as_yaml_word(std::string_view url) {
  return is_plain(url) ? std::string(url) : between('"', url);
}

Edit replace_url(const SourceFile& file, const Text& value, std::string_view url) {
  const std::string_view written = file.slice(value.span);
  if (written.starts_with('"') || (written.starts_with('\'') && fits_between_apostrophes(url))) {
    return replace_value(file, value, url);
  }
  return {value.span, with_header_comment(written, as_yaml_word(url))};
}

std::vector<Fix> offer_url(const SourceFile& file, const Text& value, FixSafety safety,
                           std::string_view url) {
  // The value of a key comes after it, and an anchor before its aliases.
  if (value.span.begin < value.key.begin) return {};
  return {{safety, in_backticks(url), {replace_url(file, value, url)}}};
}

std::string yaml_comment(std::string_view line) {
  std::string escaped_line = escape_controls(line);
  if (is_printable(escaped_line)) return escaped_line;
  return behind_quote('"', escaped_line);
}

std::string yaml_scalar(std::string_view text, ScalarPlace place, std::size_t indent) {
  if (place == ScalarPlace::block && !text.empty()) {
    if (is_foldable(text, indent)) return folded_block(text, indent);
    const std::vector<std::string_view> lines = split(text, '\n');
    if (is_literal(lines)) return literal_block(lines, indent);
  }
  return is_plain(text, place) ? std::string(text) : quoted_scalar(text);
}

std::vector<Fix> offer_word(const syntax::Node& scalar, std::string_view word) {
  std::string written(word);
  switch (scalar.style) {
    case syntax::ScalarStyle::plain: break;
    case syntax::ScalarStyle::single_quoted: written = "'" + written + "'"; break;
    case syntax::ScalarStyle::double_quoted: written = '"' + written + '"'; break;
    case syntax::ScalarStyle::literal:
    case syntax::ScalarStyle::folded: return {};
  }
  return {{FixSafety::unsafe, in_backticks(word), {{scalar.span, std::move(written)}}}};
}

std::vector<Fix> offer_word(Span written, std::string_view value, std::string title,
                            std::string yaml) {
  constexpr std::size_t kQuotes = 2;
  if (written.empty() || written.size() > value.size() + kQuotes) return {};
  return {{FixSafety::unsafe, std::move(title), {{written, std::move(yaml)}}}};
}

}  // namespace zoomc::edit
