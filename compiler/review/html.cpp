#include "review/html.h"

#include <algorithm>

#include "text/quote.h"

namespace zoomc::review {

std::string escape_html(std::string_view text) {
  std::string escaped;
  for (const char c : escape_controls(text)) {
    switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      case '\'': escaped += "&#39;"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

HtmlWriter& HtmlWriter::markup(Markup piece) {
  out_ += piece.text();
  return *this;
}

HtmlWriter& HtmlWriter::html(const HtmlWriter& piece) {
  out_ += piece.out_;
  return *this;
}

HtmlWriter& HtmlWriter::text(std::string_view text) {
  out_ += escape_html(text);
  return *this;
}

HtmlWriter& HtmlWriter::number(std::size_t value) {
  out_ += std::to_string(value);
  return *this;
}

HtmlWriter& HtmlWriter::code(std::string_view text) {
  return markup("<code>").text(text).markup("</code>");
}

HtmlWriter& HtmlWriter::message(std::string_view message) {
  // A name that has a backtick itself: then nothing is shown as code.
  if (std::count(message.begin(), message.end(), '`') % 2 != 0) return text(message);
  bool is_code = false;
  while (true) {
    const std::size_t tick = message.find('`');
    const std::string_view piece = message.substr(0, tick);
    if (is_code) {
      code(piece);
    } else {
      text(piece);
    }
    if (tick == std::string_view::npos) return *this;
    message.remove_prefix(tick + 1);
    is_code = !is_code;
  }
}

}  // namespace zoomc::review
