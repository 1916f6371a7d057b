#include "lsp/text_document.h"

#include <algorithm>

#include "text/utf8.h"

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

constexpr std::uint32_t kBlock = 512;

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

Position PositionMap::place(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  while (offset > 0 && !begins_code_point(text_, offset)) --offset;
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(next - starts_.begin() - 1);
  const Span span = line_span(line);
  return {line, units_before(std::min(offset, span.end)) - units_before(span.begin)};
}

std::uint32_t PositionMap::offset(Position place) const {
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

TextDocument::TextDocument(std::string text, Encoding encoding)
    : text_(std::move(text)), encoding_(encoding), starts_{0} {
  find_line_starts(text_, 0, text_.size(), starts_);
}

std::uint32_t TextDocument::offset(Position place) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  if (place.line >= starts_.size()) return size;
  const std::uint32_t begin = starts_[place.line];
  const bool is_last = place.line + 1 == starts_.size();
  const std::uint32_t end = is_last ? size : line_end(text_, begin, starts_[place.line + 1]);
  const std::string_view line = std::string_view(text_).substr(begin, end - begin);
  return begin + static_cast<std::uint32_t>(skip_units(line, place.character, encoding_));
}

bool TextDocument::replace(Range range, std::string_view replacement) {
  const std::uint32_t a = offset(range.start);
  const std::uint32_t b = offset(range.end);
  const Span span{std::min(a, b), std::max(a, b)};
  if (text_.size() - span.size() + replacement.size() > kMaxDocumentBytes) return false;
  replace(span, replacement);
  return true;
}

bool TextDocument::replace_all(std::string text) {
  if (text.size() > kMaxDocumentBytes) return false;
  *this = TextDocument(std::move(text), encoding_);
  return true;
}

void TextDocument::replace(Span span, std::string_view replacement) {
  text_.replace(span.begin, span.size(), replacement);
  // A line may begin at `span.begin` or not, depending on what is there now; those before it stay,
  // and those behind `span.end` only move.
  const auto kept = std::lower_bound(starts_.begin() + 1, starts_.end(), span.begin);
  const auto moved = std::upper_bound(kept, starts_.end(), span.end);
  std::vector<std::uint32_t> found;
  const std::size_t from = *(kept - 1);
  find_line_starts(text_, from, span.begin + replacement.size(), found);
  const auto shift = static_cast<std::uint32_t>(replacement.size()) - span.size();
  std::for_each(moved, starts_.end(), [shift](std::uint32_t& start) { start += shift; });
  const auto at = starts_.erase(kept, moved);
  starts_.insert(at, found.begin(), found.end());
}

}  // namespace zoomc::lsp
