#include "render/ink.h"

namespace zoomc {
namespace {

std::string_view ansi(Style style) {
  switch (style) {
    case Style::plain: return "";
    case Style::strong: return "\x1b[1m";
    case Style::gutter: return "\x1b[1;34m";
    case Style::note: return "\x1b[1;36m";
    case Style::warning: return "\x1b[1;33m";
    case Style::error: return "\x1b[1;31m";
  }
  return "";
}

}  // namespace

Style style_of(Severity severity) {
  switch (severity) {
    case Severity::note: return Style::note;
    case Severity::warning: return Style::warning;
    case Severity::error: return Style::error;
  }
  return Style::error;
}

void Ink::put(Style style, std::string_view text) {
  if (text.empty()) return;
  if (!color_ || style == Style::plain) {
    text_ += text;
    return;
  }
  text_.append(ansi(style)).append(text).append("\x1b[0m");
}

}  // namespace zoomc
