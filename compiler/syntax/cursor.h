#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "syntax/tree.h"

namespace zoomc::syntax {

// Walks a text token by token. Between tokens it skips white space and comments, and remembers the
// comments. Columns count bytes from 0: indentation is spaces, so that is exact where it matters.
class Cursor {
 public:
  Cursor(std::string_view text, std::uint32_t begin);

  std::string_view text() const { return text_; }
  std::uint32_t at() const { return at_; }
  bool at_end() const { return at_ == text_.size(); }
  // The byte `ahead` of here; '\0' behind the end.
  char peek(std::uint32_t ahead = 0) const;
  // `-`, `?` or `:` with white space (or the end) behind it.
  bool at_indicator(char indicator) const;
  // `---` or `...` at the start of a line with white space (or the end) behind it.
  bool at_marker(std::string_view marker) const;

  std::uint32_t line_start() const { return line_start_; }
  std::uint32_t column() const { return at_ - line_start_; }
  // Only white space stands before here on the line.
  bool begins_line() const { return gap_begin_ == line_start_; }
  // How many spaces the line begins with.
  std::uint32_t leading_spaces() const;
  // The first tab in the white space right before here, on this line.
  std::optional<std::uint32_t> tab_before() const;

  // Where the last token ended.
  std::uint32_t last_end() const { return last_end_; }
  // Takes a token that ends at byte `end`; it may hold line breaks.
  void take_to(std::uint32_t end);
  void take(std::uint32_t bytes) { take_to(at_ + bytes); }

  // Skips blanks on this line only.
  void skip_blanks();
  // Skips white space and comments up to the next token; tells whether that is on a later line. A
  // `#` without white space before it is no comment and stays.
  bool skip_space();

  // For a comment that the cursor does not meet itself (behind the header of a block scalar).
  void add_comment(Span span) { comments_.push_back({span}); }
  std::vector<Comment> take_comments() { return std::move(comments_); }

 private:
  void begin_line();
  void skip_comment();

  std::string_view text_;
  std::uint32_t first_;
  std::uint32_t at_;
  std::uint32_t line_start_;
  std::uint32_t gap_begin_;
  std::uint32_t last_end_;
  std::vector<Comment> comments_;
};

// The end of the line that holds byte `place`, its line break not included.
std::uint32_t line_end(std::string_view text, std::uint32_t place);
// Behind the line break at `place` (one or two bytes); `place` itself at the end of the text.
std::uint32_t after_break(std::string_view text, std::uint32_t place);

}  // namespace zoomc::syntax
