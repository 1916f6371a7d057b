#include "text/utf8.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "text/width_table.h"

namespace zoomc {
namespace {

// The meaning of the first byte of a sequence: its length, and the range of the second byte
// must lie (this is what keeps out overlong forms, surrogates and values past U+10FFFF).
struct Lead {
  std::size_t bytes;
  unsigned char second_min;
  unsigned char second_max;
  unsigned char payload_mask;
};

std::optional<Lead> lead_of(unsigned char byte) {
  if (byte < 0x80) return Lead{1, 0, 0, 0x7F};
  if (byte < 0xC2) return std::nullopt;
  if (byte < 0xE0) return Lead{2, 0x80, 0xBF, 0x1F};
  if (byte == 0xE0) return Lead{3, 0xA0, 0xBF, 0x0F};
  if (byte == 0xED) return Lead{3, 0x80, 0x9F, 0x0F};
  if (byte < 0xF0) return Lead{3, 0x80, 0xBF, 0x0F};
  if (byte == 0xF0) return Lead{4, 0x90, 0xBF, 0x07};
  if (byte < 0xF4) return Lead{4, 0x80, 0xBF, 0x07};
  if (byte == 0xF4) return Lead{4, 0x80, 0x8F, 0x07};
  return std::nullopt;
}

bool holds(std::span<const width_table::Range> table, char32_t value) {
  const auto after =
      std::upper_bound(table.begin(), table.end(), value,
                       [](char32_t v, const width_table::Range& range) { return v < range.first; });
  return after != table.begin() && value <= std::prev(after)->last;
}

std::size_t cells_of(char32_t value) {
  // Zero first: the combining marks of the CJK blocks lie inside a wide range.
  if (value < width_table::kZero[0].first) return 1;
  if (holds(width_table::kZero, value)) return 0;
  return holds(width_table::kWide, value) ? 2 : 1;
}

}  // namespace

std::optional<CodePoint> decode_utf8(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return std::nullopt;
  const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const std::optional<Lead> lead = lead_of(byte(offset));
  if (!lead || text.size() - offset < lead->bytes) return std::nullopt;
  char32_t value = static_cast<char32_t>(byte(offset) & lead->payload_mask);
  for (std::size_t i = 1; i < lead->bytes; ++i) {
    const unsigned char next = byte(offset + i);
    const unsigned char min = i == 1 ? lead->second_min : 0x80;
    const unsigned char max = i == 1 ? lead->second_max : 0xBF;
    if (next < min || next > max) return std::nullopt;
    value = (value << 6U) | (next & 0x3FU);
  }
  return CodePoint{value, lead->bytes};
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::optional<CodePoint> point = decode_utf8(text, offset);
    if (!point) return offset;
    offset += point->bytes;
  }
  return std::nullopt;
}

bool begins_code_point(std::string_view text, std::size_t offset) {
  const auto continues = [text](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  if (offset >= text.size() || !continues(offset)) return true;
  // Well-formed sequences never overlap, so the nearest byte that may lead one decides.
  for (std::size_t back = 1; back <= 3 && back <= offset; ++back) {
    if (continues(offset - back)) continue;
    const std::optional<CodePoint> point = decode_utf8(text, offset - back);
    return !point || point->bytes <= back;
  }
  return true;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) {
    const std::optional<CodePoint> point = decode_utf8(text, offset);
    offset += point ? point->bytes : 1;
  }
  return count;
}

std::size_t display_width(std::string_view text) {
  std::size_t cells = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::optional<CodePoint> point = decode_utf8(text, offset);
    cells += point ? cells_of(point->value) : 1;
    offset += point ? point->bytes : 1;
  }
  return cells;
}

}  // namespace zoomc
