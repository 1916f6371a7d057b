#include "lsp/place.h"

namespace zoomc::lsp {
namespace {

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// The units of the code point that this byte begins; 0 for the bytes behind the first.
std::uint32_t units_of(char c) {
  if (continues(c)) return 0;
  return static_cast<unsigned char>(c) >= 0xF0U ? 2 : 1;
}

}  // namespace

std::string_view to_string(Encoding encoding) {
  return encoding == Encoding::utf8 ? "utf-8" : "utf-16";
}

std::uint32_t count_units(std::string_view text, Encoding encoding) {
  if (encoding == Encoding::utf8) return static_cast<std::uint32_t>(text.size());
  std::uint32_t units = 0;
  for (const char c : text) units += units_of(c);
  return units;
}

std::size_t skip_units(std::string_view line, std::uint32_t units, Encoding encoding) {
  if (encoding == Encoding::utf8) {
    std::size_t at = units < line.size() ? units : line.size();
    while (at > 0 && at < line.size() && continues(line[at])) --at;
    return at;
  }
  std::size_t at = 0;
  while (at < line.size()) {
    const std::uint32_t own = units_of(line[at]);
    if (own > units) break;
    units -= own;
    ++at;
  }
  return at;
}

}  // namespace zoomc::lsp
