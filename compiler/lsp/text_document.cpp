#include "lsp/text_document.h"

#include <algorithm>

#include "lsp/position_map.h"

namespace zoomc::lsp {

TextDocument::TextDocument(std::string text, Encoding encoding)
    : text_(std::move(text)), encoding_(encoding), starts_{0} {
  find_line_starts(text_, 0, text_.size(), starts_);
}

std::uint32_t TextDocument::offset(Place place) const {
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
