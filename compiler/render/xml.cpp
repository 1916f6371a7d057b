#include <cstdint>
#include <optional>

#include "render/reports.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::render {
namespace {

// The characters of XML 1.0; line breaks and tabs are the caller's.
bool is_xml(char32_t value) {
  return value >= 0x20 && value != 0xFFFE && value != 0xFFFF;
}

std::string escape_markup(std::string_view piece) {
  if (piece == "&") return "&amp;";
  if (piece == "<") return "&lt;";
  if (piece == ">") return "&gt;";
  if (piece == "\"") return "&quot;";
  return std::string(piece);
}

// The characters that a document can have, but that a terminal should not get.
bool is_invisible(std::string_view piece) {
  return escape_controls(piece) != piece;
}

std::string reference_to(char32_t value) {
  return "&#" + std::to_string(static_cast<std::uint32_t>(value)) + ";";
}

// The characters that no document can have, written as in messages.
std::string escape_foreign(std::optional<CodePoint> point, std::string_view piece) {
  if (point && point->value == 0xFFFE) return "\\ufffe";
  if (point && point->value == 0xFFFF) return "\\uffff";
  return escape_controls(piece);
}

std::string escape(std::string_view text, bool attribute) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::optional<CodePoint> point = decode_utf8(text, at);
    const std::string_view piece = text.substr(at, point ? point->bytes : 1);
    at += piece.size();
    const bool layout = piece == "\n" || piece == "\t" || piece == "\r";
    // A bare carriage return would come back as a line feed, between tags too.
    if (layout && (attribute || piece == "\r")) {
      out += reference_to(point->value);
    } else if (layout) {
      out += piece;
    } else if (point && is_xml(point->value)) {
      out += is_invisible(piece) ? reference_to(point->value) : escape_markup(piece);
    } else {
      out += escape_foreign(point, piece);
    }
  }
  return out;
}

}  // namespace

std::string xml_text(std::string_view text) {
  return escape(text, false);
}

std::string xml_attribute(std::string_view text) {
  return escape(text, true);
}

}  // namespace zoomc::render
