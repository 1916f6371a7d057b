#include "syntax/scalar_extent.h"

#include <algorithm>

#include "syntax/characters.h"
#include "syntax/cursor.h"
#include "text/ascii.h"

namespace zoomc::syntax {
namespace {

tl::unexpected<ScalarError> failure(ScalarErrorKind kind, std::uint32_t place) {
  return tl::unexpected(ScalarError{kind, place});
}

char at(std::string_view text, std::uint32_t place) {
  return place < text.size() ? text[place] : '\0';
}

std::uint32_t skip_blanks(std::string_view text, std::uint32_t place) {
  while (is_blank(at(text, place))) ++place;
  return place;
}

bool is_document_marker(std::string_view text, std::uint32_t line) {
  const std::string_view head = text.substr(line, 3);
  return (head == "---" || head == "...") && is_space_or_end(at(text, line + 3));
}

}  // namespace

tl::expected<void, ScalarError> check_indented(std::string_view text, std::uint32_t line,
                                               std::uint32_t indent) {
  const std::uint32_t first = skip_blanks(text, line);
  if (is_break_or_end(at(text, first))) return {};
  for (std::uint32_t place = line; place < line + indent; ++place) {
    if (at(text, place) == '\t') return failure(ScalarErrorKind::tab_in_indentation, place);
    if (at(text, place) != ' ') return failure(ScalarErrorKind::line_not_indented, place);
  }
  return {};
}

std::uint32_t escape_size(std::string_view text, std::uint32_t place) {
  const char c = at(text, place + 1);
  std::uint32_t digits = 0;
  if (c == 'x') digits = 2;
  if (c == 'u') digits = 4;
  if (c == 'U') digits = 8;
  for (std::uint32_t i = 0; i < digits; ++i) {
    if (!is_hex(at(text, place + 2 + i))) return 0;
  }
  if (digits > 0) return digits + 2;
  if (is_break(c)) return 1;
  constexpr std::string_view kSimple = "0abt\tnvfre \"/\\N_LP";
  return c != '\0' && kSimple.find(c) != std::string_view::npos ? 2 : 0;
}

tl::expected<std::uint32_t, ScalarError> quoted_end(const ScalarSite& site) {
  const std::string_view text = site.text;
  const char quote = text[site.begin];
  std::uint32_t i = site.begin + 1;
  while (i < text.size()) {
    if (text[i] == quote) {
      if (quote == '"' || at(text, i + 1) != '\'') return i + 1;
      i += 2;
    } else if (quote == '"' && text[i] == '\\') {
      const std::uint32_t size = escape_size(text, i);
      if (size == 0) return failure(ScalarErrorKind::bad_escape, i);
      i += size;
    } else if (is_break(text[i])) {
      i = after_break(text, i);
      if (is_document_marker(text, i)) break;
      if (auto line = check_indented(text, i, site.indent); !line) {
        return tl::unexpected(line.error());
      }
    } else {
      ++i;
    }
  }
  return failure(ScalarErrorKind::unclosed_quote, site.begin);
}

// White space folds, all else is the value to the letter: so both are walked in step, the white
// space of either skipped, until the value is used up.
tl::expected<std::uint32_t, ScalarError> plain_end(const ScalarSite& site, std::string_view value) {
  const std::string_view text = site.text;
  std::uint32_t i = site.begin;
  std::uint32_t end = i;
  for (const char c : value) {
    if (is_space(c)) continue;
    while (is_space(at(text, i))) {
      const bool new_line = is_break(text[i]);
      i = new_line ? after_break(text, i) : i + 1;
      if (!new_line) continue;
      if (auto line = check_indented(text, i, site.indent); !line) {
        return tl::unexpected(line.error());
      }
    }
    if (at(text, i) != c) return failure(ScalarErrorKind::not_the_value, end);
    end = ++i;
  }
  return end;
}

namespace {

struct Header {
  bool keep = false;
  // The indentation that the header asks for, beyond that of the parent; 0 when it does not.
  std::uint32_t indentation = 0;
  std::uint32_t end = 0;
};

Header read_header(std::string_view text, std::uint32_t begin) {
  Header header{.end = begin + 1};
  for (int i = 0; i < 2; ++i, ++header.end) {
    const char c = at(text, header.end);
    if (c == '+') header.keep = true;
    if (c >= '1' && c <= '9') header.indentation = static_cast<std::uint32_t>(c - '0');
    if (c != '+' && c != '-' && !(c >= '1' && c <= '9')) break;
  }
  return header;
}

struct Line {
  std::uint32_t begin = 0;
  std::uint32_t spaces = 0;
  std::uint32_t end = 0;
  bool blank = false;
};

Line read_line(std::string_view text, std::uint32_t begin) {
  Line line{.begin = begin, .end = line_end(text, begin)};
  while (at(text, begin + line.spaces) == ' ') ++line.spaces;
  line.blank = begin + line.spaces == line.end;
  return line;
}

// The indentation of the text: that of its first line that is not blank.
tl::expected<std::uint32_t, ScalarError> detect_indentation(std::string_view text,
                                                            std::uint32_t begin,
                                                            std::uint32_t least) {
  Line deepest;
  for (std::uint32_t place = begin; place < text.size();) {
    const Line line = read_line(text, place);
    if (!line.blank) {
      const bool inside = line.spaces >= least;
      if (inside && deepest.spaces > line.spaces) {
        return failure(ScalarErrorKind::blank_line_too_deep, deepest.begin);
      }
      return inside ? line.spaces : least;
    }
    if (line.spaces > deepest.spaces) deepest = line;
    place = after_break(text, line.end);
  }
  return least;
}

bool same_letters(std::string_view text, std::string_view value) {
  std::size_t i = 0;
  for (const char c : text) {
    if (is_space(c)) continue;
    while (i < value.size() && is_space(value[i])) ++i;
    if (i == value.size() || value[i] != c) return false;
    ++i;
  }
  while (i < value.size() && is_space(value[i])) ++i;
  return i == value.size();
}

// The end of the last line at or below `indentation` from `begin` on; `header_end` without any.
std::uint32_t last_line_end(std::string_view text, std::uint32_t begin, std::uint32_t indentation,
                            const Header& header) {
  std::uint32_t end = header.end;
  for (std::uint32_t place = begin; place < text.size();) {
    const Line line = read_line(text, place);
    if (!line.blank && line.spaces < indentation) break;
    if (!line.blank && indentation == 0 && is_document_marker(text, place)) break;
    if (!line.blank || line.spaces > indentation || header.keep) end = line.end;
    place = after_break(text, line.end);
  }
  return end;
}

// True if the first line with text has as many spaces in the value as are left without
// its indentation. Behind an anchor or tag the library may count from there.
bool has_own_spaces(std::string_view text, std::uint32_t begin, std::uint32_t indentation,
                    std::string_view value) {
  for (std::uint32_t place = begin; place < text.size();) {
    const Line line = read_line(text, place);
    if (line.blank && (line.spaces <= indentation || line.end == text.size())) {
      place = after_break(text, line.end);
      continue;
    }
    if (line.spaces < indentation) return true;
    value.remove_prefix(std::min(value.find_first_not_of('\n'), value.size()));
    return std::min(value.find_first_not_of(' '), value.size()) == line.spaces - indentation;
  }
  return true;
}

}  // namespace

tl::expected<BlockText, ScalarError> block_text(const ScalarSite& site, std::string_view value) {
  const std::string_view text = site.text;
  const Header header = read_header(text, site.begin);
  BlockText block{.header_end = header.end};
  const std::uint32_t rest = skip_blanks(text, header.end);
  if (!is_break_or_end(at(text, rest))) {
    if (at(text, rest) != '#' || rest == header.end) {
      return failure(ScalarErrorKind::text_after_header, rest);
    }
    block.comment = {rest, line_end(text, rest)};
  }
  const std::uint32_t begin = after_break(text, line_end(text, rest));
  // A parent's own column is one less than what its content needs.
  const std::uint32_t parent = site.indent == 0 ? 0 : site.indent - 1;
  auto indentation = header.indentation > 0
                         ? tl::expected<std::uint32_t, ScalarError>(parent + header.indentation)
                         : detect_indentation(text, begin, site.indent);
  if (!indentation) return tl::unexpected(indentation.error());
  block.end = last_line_end(text, begin, *indentation, header);
  const std::uint32_t letters = std::max(begin, block.end) - begin;
  if (!same_letters(text.substr(begin, letters), value)) {
    return failure(ScalarErrorKind::not_the_value, begin);
  }
  if (header.indentation > 0 && !has_own_spaces(text, begin, *indentation, value)) {
    return failure(ScalarErrorKind::miscounted_spaces, site.begin);
  }
  return block;
}

}  // namespace zoomc::syntax
