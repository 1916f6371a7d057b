#include "lsp/position_map.h"

#include <algorithm>

#include "text/utf8.h"

namespace zoomc::lsp {
namespace {

constexpr std::uint32_t kBlock = 512;

}  // namespace

void find_line_starts(std::string_view text, std::size_t from, std::size_t to,
                      std::vector<std::uint32_t>& starts) {
  for (std::size_t i = from; i < to; ++i) {
    const bool lone_return = text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
    if (text[i] == '\n' || lone_return) starts.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

std::uint32_t line_end(std::string_view text, std::uint32_t begin, std::uint32_t next) {
  if (next > begin && text[next - 1] == '\n') --next;
  if (next > begin && text[next - 1] == '\r') --next;
  return next;
}

PositionMap::PositionMap(std::string_view text, Encoding encoding)
    : text_(text), encoding_(encoding), starts_{0} {
  find_line_starts(text, 0, text.size(), starts_);
  std::uint32_t units = 0;
  for (std::size_t at = 0; at < text.size(); at += kBlock) {
    counts_.push_back(units);
    units += count_units(text.substr(at, kBlock), encoding);
  }
  counts_.push_back(units);
}

std::uint32_t PositionMap::units_before(std::uint32_t offset) const {
  const std::uint32_t block = offset / kBlock;
  const std::uint32_t begin = block * kBlock;
  return counts_[block] + count_units(text_.substr(begin, offset - begin), encoding_);
}

Span PositionMap::line_span(std::uint32_t line) const {
  const bool is_last = line + 1 == starts_.size();
  const auto size = static_cast<std::uint32_t>(text_.size());
  const std::uint32_t begin = starts_[line];
  return {begin, is_last ? size : line_end(text_, begin, starts_[line + 1])};
}

Place PositionMap::place(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  while (offset > 0 && !begins_code_point(text_, offset)) --offset;
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(next - starts_.begin() - 1);
  const Span span = line_span(line);
  return {line, units_before(std::min(offset, span.end)) - units_before(span.begin)};
}

std::uint32_t PositionMap::offset(Place place) const {
  if (place.line >= starts_.size()) return static_cast<std::uint32_t>(text_.size());
  const Span line = line_span(place.line);
  const std::uint32_t before = units_before(line.begin);
  if (place.character >= units_before(line.end) - before) return line.end;
  const std::uint32_t wanted = before + place.character;
  const auto next = std::upper_bound(counts_.begin(), counts_.end(), wanted);
  const auto block = static_cast<std::uint32_t>(next - counts_.begin() - 1) * kBlock;
  const std::uint32_t from = std::max(block, line.begin);
  const std::string_view rest = text_.substr(from, line.end - from);
  return from +
         static_cast<std::uint32_t>(skip_units(rest, wanted - units_before(from), encoding_));
}

Span PositionMap::span(Range range) const {
  const std::uint32_t a = offset(range.start);
  const std::uint32_t b = offset(range.end);
  return {std::min(a, b), std::max(a, b)};
}

}  // namespace zoomc::lsp
