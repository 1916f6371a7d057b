#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace zoomc::review {

// `text` for HTML, between tags and in quoted attributes: markup is escaped, control and
// bidirectional characters are written as escapes.
std::string escape_html(std::string_view text);

// HTML that is written in the source, so that nothing from a file can become markup by mistake.
class Markup {
 public:
  consteval Markup(const char* literal) : text_(literal) {}  // NOLINT(google-explicit-constructor)
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

// Writes HTML piece by piece. Only `markup` and `html` write tags.
class HtmlWriter {
 public:
  HtmlWriter& markup(Markup piece);
  HtmlWriter& html(const HtmlWriter& piece);
  HtmlWriter& text(std::string_view text);
  HtmlWriter& number(std::size_t value);
  HtmlWriter& code(std::string_view text);
  // A message whose names are in backticks: these as code.
  HtmlWriter& message(std::string_view text);

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace zoomc::review
