#include "source/line_index.h"

#include <algorithm>
#include <iterator>

#include "text/utf8.h"

namespace zoomc {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::uint32_t kBlock = 1024;

bool is_break(char c) {
  return c == '\n' || c == '\r';
}

std::uint32_t count_begins(std::string_view text, std::uint32_t from, std::uint32_t to) {
  std::uint32_t count = 0;
  for (std::uint32_t at = from; at < to; ++at) {
    const bool is_ascii = static_cast<unsigned char>(text[at]) < 0x80;
    count += is_ascii || begins_code_point(text, at) ? 1U : 0U;
  }
  return count;
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text) {
  const bool bom = text.substr(0, kBom.size()) == kBom;
  const auto size = static_cast<std::uint32_t>(text.size());
  starts_.push_back(bom ? static_cast<std::uint32_t>(kBom.size()) : 0U);
  for (std::uint32_t at = starts_.front(); at < size; ++at) {
    if (!is_break(text[at])) continue;
    const bool two = text[at] == '\r' && at + 1 < size && text[at + 1] == '\n';
    at += two ? 1U : 0U;
    starts_.push_back(at + 1);
  }
  counts_.push_back(0);
  for (std::uint32_t block = kBlock; block <= size; block += kBlock) {
    counts_.push_back(counts_.back() + count_begins(text, block - kBlock, block));
  }
}

std::uint32_t LineIndex::code_points_before(std::uint32_t offset) const {
  const std::uint32_t block = offset / kBlock;
  return counts_[block] + count_begins(text_, block * kBlock, offset);
}

LineColumn LineIndex::position(std::uint32_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto index = after == starts_.begin() ? 0 : std::distance(starts_.begin(), after) - 1;
  const auto line = static_cast<std::uint32_t>(index + 1);
  const Span whole = line_span(line);
  offset = std::clamp(offset, whole.begin, whole.end);
  std::uint32_t column = code_points_before(offset) - code_points_before(whole.begin) + 1;
  if (!begins_code_point(text_, offset)) --column;
  return {line, column};
}

std::uint32_t LineIndex::offset(LineColumn position) const {
  if (position.line > line_count()) return static_cast<std::uint32_t>(text_.size());
  const Span whole = line_span(std::max(position.line, 1U));
  const std::uint64_t wanted =
      std::uint64_t{code_points_before(whole.begin)} + std::max(position.column, 1U) - 1;
  // The last block with fewer code points before it than wanted holds the place.
  const auto after = std::lower_bound(counts_.begin(), counts_.end(), wanted);
  const auto index = after == counts_.begin() ? 0 : std::distance(counts_.begin(), after) - 1;
  const auto block = static_cast<std::uint32_t>(index);
  std::uint32_t at = block * kBlock;
  for (std::uint64_t seen = counts_[block]; at < whole.end; ++at) {
    if (!begins_code_point(text_, at)) continue;
    if (seen == wanted) break;
    ++seen;
  }
  return std::clamp(at, whole.begin, whole.end);
}

Span LineIndex::line_span(std::uint32_t line) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  if (line > starts_.size()) return {size, size};
  const std::size_t index = std::max(line, 1U) - 1U;
  const std::uint32_t begin = starts_[index];
  if (index + 1 == starts_.size()) return {begin, size};
  std::uint32_t end = starts_[index + 1] - 1;
  if (text_[end] == '\n' && end > begin && text_[end - 1] == '\r') --end;
  return {begin, end};
}

std::uint32_t LineIndex::line_count() const {
  return static_cast<std::uint32_t>(starts_.size());
}

}  // namespace zoomc
