#include "author/yaml_scalar.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/core.h>
#include <vector>

#include "syntax/core_schema.h"
#include "text/ascii.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc {
namespace {

// What other readers of YAML take for a boolean or nothing.
constexpr std::array<std::string_view, 9> kOddWords = {"true", "false", "yes", "no", "on",
                                                       "off",  "null",  "y",   "n"};

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

// Whether a person sees every character and YAML lets each stand: no controls, no line breaks.
bool is_printable(std::string_view text) {
  return escape_controls(text) == text && text.find("\xEF\xBF\xBE") == std::string_view::npos &&
         text.find("\xEF\xBF\xBF") == std::string_view::npos;
}

bool is_odd_word(std::string_view text) {
  const std::string word = lowered(text.substr(0, 6));
  return std::find(kOddWords.begin(), kOddWords.end(), word) != kOddWords.end();
}

// Whether the text means itself without quotes; rather quotes too many than one too few.
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
  Node scalar;
  scalar.text = text;
  return scalar_type(scalar) == ScalarType::string;
}

std::string single_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out += '\'';
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

std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode_utf8(text, at);
    const std::size_t bytes = point ? point->bytes : 1;
    const std::string_view piece = text.substr(at, bytes);
    at += bytes;
    if (piece == "\"" || piece == "\\" || !is_printable(piece)) {
      out += escaped(point ? point->value : char32_t{0xFFFD});
    } else {
      out += piece;
    }
  }
  return out += '"';
}

std::string quoted_scalar(std::string_view text) {
  if (!is_printable(text)) return double_quoted(text);
  const bool has_single = text.find('\'') != std::string_view::npos;
  const bool has_double = text.find_first_of("\"\\") != std::string_view::npos;
  return has_single && !has_double ? double_quoted(text) : single_quoted(text);
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

std::string yaml_comment(std::string_view line) {
  std::string escaped_line = escape_controls(line);
  if (is_printable(escaped_line)) return escaped_line;
  const std::string quoted_line = double_quoted(escaped_line);
  return quoted_line.substr(1, quoted_line.size() - 2);
}

std::string yaml_scalar(std::string_view text, ScalarPlace place, std::size_t indent) {
  if (place == ScalarPlace::block && !text.empty()) {
    if (is_foldable(text, indent)) return folded_block(text, indent);
    const std::vector<std::string_view> lines = split(text, '\n');
    if (is_literal(lines)) return literal_block(lines, indent);
  }
  return is_plain(text, place) ? std::string(text) : quoted_scalar(text);
}

}  // namespace zoomc
