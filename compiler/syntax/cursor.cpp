#include "syntax/cursor.h"

#include "syntax/characters.h"

namespace zoomc::syntax {

std::uint32_t line_end(std::string_view text, std::uint32_t place) {
  while (place < text.size() && !is_break(text[place])) ++place;
  return place;
}

std::uint32_t after_break(std::string_view text, std::uint32_t place) {
  if (place == text.size()) return place;
  const bool two = text[place] == '\r' && place + 1 < text.size() && text[place + 1] == '\n';
  return place + (two ? 2 : 1);
}

Cursor::Cursor(std::string_view text, std::uint32_t begin)
    : text_(text),
      first_(begin),
      at_(begin),
      line_start_(begin),
      gap_begin_(begin),
      last_end_(begin) {}

char Cursor::peek(std::uint32_t ahead) const {
  return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
}

bool Cursor::at_indicator(char indicator) const {
  return peek() == indicator && is_space_or_end(peek(1));
}

bool Cursor::at_marker(std::string_view marker) const {
  return column() == 0 && text_.substr(at_).starts_with(marker) &&
         is_space_or_end(peek(static_cast<std::uint32_t>(marker.size())));
}

std::uint32_t Cursor::leading_spaces() const {
  std::uint32_t spaces = 0;
  while (line_start_ + spaces < text_.size() && text_[line_start_ + spaces] == ' ') ++spaces;
  return spaces;
}

std::optional<std::uint32_t> Cursor::tab_before() const {
  const std::size_t tab = text_.substr(0, at_).find('\t', gap_begin_);
  if (tab == std::string_view::npos) return std::nullopt;
  return static_cast<std::uint32_t>(tab);
}

void Cursor::take_to(std::uint32_t end) {
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

void Cursor::skip_blanks() {
  while (is_blank(peek())) ++at_;
}

void Cursor::begin_line() {
  at_ = after_break(text_, at_);
  line_start_ = at_;
  gap_begin_ = at_;
}

void Cursor::skip_comment() {
  const std::uint32_t begin = at_;
  at_ = line_end(text_, at_);
  comments_.push_back({{begin, at_}});
}

bool Cursor::skip_space() {
  bool crossed = false;
  while (true) {
    skip_blanks();
    if (peek() == '#' && (at_ == first_ || is_space(text_[at_ - 1]))) skip_comment();
    if (at_end() || !is_break(peek())) return crossed;
    begin_line();
    crossed = true;
  }
}

}  // namespace zoomc::syntax
