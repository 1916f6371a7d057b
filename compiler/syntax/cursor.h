#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "syntax/characters.h"
#include "syntax/tree.h"

namespace zoomc::syntax {

// The end of the line that holds byte `place`, its line break not included.
inline std::uint32_t line_end(std::string_view text, std::uint32_t place) {
  while (place < text.size() && !is_break(text[place])) ++place;
  return place;
}

// Behind the line break at `place` (one or two bytes); `place` itself at the end of the text.
inline std::uint32_t after_break(std::string_view text, std::uint32_t place) {
  if (place == text.size()) return place;
  const bool two = text[place] == '\r' && place + 1 < text.size() && text[place + 1] == '\n';
  return place + (two ? 2 : 1);
}

// Walks a text token by token. Between tokens it skips white space and comments, and remembers the
// comments. Columns count bytes from 0: indentation is spaces, so that is exact where it matters.
class Cursor {
 public:
  Cursor(std::string_view text, std::uint32_t begin)
      : text_(text),
        first_(begin),
        at_(begin),
        line_start_(begin),
        gap_begin_(begin),
        last_end_(begin) {}

  std::string_view text() const { return text_; }
  std::uint32_t at() const { return at_; }
  bool at_end() const { return at_ == text_.size(); }
  // The byte `ahead` of here; '\0' behind the end.
  char peek(std::uint32_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  // `-`, `?` or `:` with white space (or the end) behind it.
  bool at_indicator(char indicator) const {
    return peek() == indicator && is_space_or_end(peek(1));
  }

  // `---` or `...` at the start of a line with white space (or the end) behind it.
  bool at_marker(std::string_view marker) const {
    return column() == 0 && text_.substr(at_).starts_with(marker) &&
           is_space_or_end(peek(static_cast<std::uint32_t>(marker.size())));
  }

  std::uint32_t line_start() const { return line_start_; }
  std::uint32_t column() const { return at_ - line_start_; }
  // True if there is only white space before here on the line.
  bool begins_line() const { return gap_begin_ == line_start_; }
  // The number of spaces that the line begins with.
  std::uint32_t leading_spaces() const {
    std::uint32_t spaces = 0;
    while (line_start_ + spaces < text_.size() && text_[line_start_ + spaces] == ' ') ++spaces;
    return spaces;
  }

  // The first tab in the white space right before here, on this line.
  std::optional<std::uint32_t> tab_before() const {
    const std::size_t tab = text_.substr(0, at_).find('\t', gap_begin_);
    if (tab == std::string_view::npos) return std::nullopt;
    return static_cast<std::uint32_t>(tab);
  }

  // The end of the last token.
  std::uint32_t last_end() const { return last_end_; }
  // Takes a token that ends at byte `end`; it may hold line breaks.
  void take_to(std::uint32_t end) {
    while (at_ < end) {
      if (is_break(text_[at_])) {
        at_ = after_break(text_, at_);
        line_start_ = at_;
      } else {
        ++at_;
      }
    }
    gap_begin_ = at_;
    last_end_ = at_;
  }

  void take(std::uint32_t bytes) { take_to(at_ + bytes); }

  // Skips blanks on this line only.
  void skip_blanks() {
    while (is_blank(peek())) ++at_;
  }

  // Skips white space and comments up to the next token; tells whether that is on a later line. A
  // `#` without white space before it is not a comment and stays.
  bool skip_space() {
    bool crossed = false;
    while (true) {
      skip_blanks();
      if (peek() == '#' && (at_ == first_ || is_space(text_[at_ - 1]))) skip_comment();
      if (at_end() || !is_break(peek())) return crossed;
      begin_line();
      crossed = true;
    }
  }

  // For a comment that the cursor does not meet itself (behind the header of a block scalar).
  void add_comment(Span span) { comments_.push_back({span}); }
  std::vector<Comment> take_comments() { return std::move(comments_); }

 private:
  void begin_line() {
    at_ = after_break(text_, at_);
    line_start_ = at_;
    gap_begin_ = at_;
  }

  void skip_comment() {
    const std::uint32_t begin = at_;
    at_ = line_end(text_, at_);
    comments_.push_back({{begin, at_}});
  }

  std::string_view text_;
  std::uint32_t first_;
  std::uint32_t at_;
  std::uint32_t line_start_;
  std::uint32_t gap_begin_;
  std::uint32_t last_end_;
  std::vector<Comment> comments_;
};

}  // namespace zoomc::syntax
