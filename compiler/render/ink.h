#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace zoomc {

// What a piece of text is, for those who may see colours.
enum class Style : std::uint8_t { plain, strong, gutter, note, warning, error };

// The style of a severity's word and carets.
Style style_of(Severity severity);

// Collects styled text. Without colour it is the same text, minus the escapes.
class Ink {
 public:
  explicit Ink(bool color) : color_(color) {}

  void put(Style style, std::string_view text);
  void put(std::string_view text) { put(Style::plain, text); }
  void end_line() { text_ += '\n'; }
  const std::string& text() const { return text_; }

 private:
  bool color_;
  std::string text_;
};

}  // namespace zoomc
