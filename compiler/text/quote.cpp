#include "text/quote.h"

#include <algorithm>
#include <cstdint>
#include <fmt/core.h>

#include "text/utf8.h"

namespace zoomc {
namespace {

// Controls, what turns the direction of the text, what ends a line in some viewers, and blanks that
// nobody can see. Joiners stay: emoji and some scripts are written with them.
bool must_escape(char32_t value) {
  const auto between = [value](char32_t first, char32_t last) {
    return first <= value && value <= last;
  };
  return value < 0x20 || between(0x7F, 0x9F) || value == 0x61C || value == 0x200B ||
         between(0x200E, 0x200F) || between(0x2028, 0x202E) || between(0x2060, 0x206F) ||
         value == 0xFEFF || between(0xFFF9, 0xFFFB);
}

std::string escape(char32_t value) {
  switch (value) {
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: break;
  }
  const auto number = static_cast<std::uint32_t>(value);
  return number < 0x80 ? fmt::format("\\x{:02x}", number) : fmt::format("\\u{:04x}", number);
}

// True if all of it is printable ASCII, as almost every name is.
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

// The printable form of what starts at `offset`, which moves past it.
std::string next_piece(std::string_view text, std::size_t& offset) {
  const std::size_t begin = offset;
  const std::optional<CodePoint> point = decode_utf8(text, offset);
  offset += point ? point->bytes : 1;
  if (!point) return fmt::format("\\x{:02x}", static_cast<unsigned char>(text[begin]));
  if (must_escape(point->value)) return escape(point->value);
  return std::string(text.substr(begin, point->bytes));
}

}  // namespace

std::string escape_controls(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) out += next_piece(text, offset);
  return out;
}

std::string escape_json(std::string_view json) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x7F; };
  if (std::all_of(json.begin(), json.end(), is_ascii)) return std::string(json);
  std::string out;
  out.reserve(json.size());
  for (std::size_t offset = 0; offset < json.size();) {
    // Between the values there is only ASCII, and line breaks are layout.
    const std::size_t begin = offset;
    const std::optional<CodePoint> point =
        is_ascii(json[offset]) ? std::nullopt : decode_utf8(json, offset);
    offset += point ? point->bytes : 1;
    if (point && must_escape(point->value)) {
      out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(point->value));
    } else {
      out += json.substr(begin, offset - begin);
    }
  }
  return out;
}

std::string in_backticks(std::string_view text) {
  std::string out = "`";
  if (text.size() <= kMaxQuoted && is_plain(text)) return out.append(text).append("`");
  std::size_t length = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::string piece = next_piece(text, offset);
    length += count_code_points(piece);
    if (length > kMaxQuoted) {
      out += "…";
      break;
    }
    out += piece;
  }
  out += '`';
  return out;
}

std::string join_words(std::span<const std::string> words, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && i + 1 == words.size()) {
      out.append(" ").append(last).append(" ");
    } else if (i > 0) {
      out += ", ";
    }
    out += words[i];
  }
  return out;
}

}  // namespace zoomc
