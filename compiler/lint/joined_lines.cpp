#include "lint/joined_lines.h"

#include <algorithm>

#include "edit/collection.h"

namespace zoomc::lint {

LongScalars::LongScalars(const SourceFile& file, const syntax::Document& document) {
  collect(file, document.root);
  std::sort(scalars_.begin(), scalars_.end(),
            [](const LongScalar& a, const LongScalar& b) { return a.span < b.span; });
}

void LongScalars::collect(const SourceFile& file, const syntax::Node& node) {
  // The text of an alias is elsewhere in the file.
  if (node.alias) return;
  if (node.is_scalar()) {
    const std::string_view written = file.slice(node.span);
    if (written.find_first_of("\r\n") == std::string_view::npos) return;
    scalars_.push_back({node.span, edit::is_block_scalar(node),
                        edit::is_block_scalar(node) && edit::has_header_sign(file, node, '+')});
  }
  for (const syntax::Node& item : node.items) collect(file, item);
  for (const syntax::Member& member : node.members) {
    collect(file, member.key);
    collect(file, member.value);
  }
}

const LongScalar* LongScalars::before(std::uint32_t offset) const {
  const auto next = std::upper_bound(
      scalars_.begin(), scalars_.end(), offset,
      [](std::uint32_t place, const LongScalar& scalar) { return place < scalar.span.end; });
  return next == scalars_.begin() ? nullptr : &*(next - 1);
}

JoinedLines::JoinedLines(const LongScalars& scalars, const LineIndex& lines) {
  for (const LongScalar& scalar : scalars.all()) {
    const LineRange range{lines.position(scalar.span.begin).line,
                          lines.position(scalar.span.end - 1).line};
    if (!ranges_.empty() && range.first <= ranges_.back().last) {
      ranges_.back().last = std::max(ranges_.back().last, range.last);
    } else {
      ranges_.push_back(range);
    }
  }
}

LineRange JoinedLines::around(std::uint32_t line) const {
  const auto next = std::upper_bound(
      ranges_.begin(), ranges_.end(), line,
      [](std::uint32_t wanted, const LineRange& range) { return wanted < range.first; });
  if (next == ranges_.begin() || (next - 1)->last < line) return {line, line};
  return *(next - 1);
}

FindingLines lines_of(Span place, const LineIndex& lines, const JoinedLines& joined) {
  const std::uint32_t first = lines.position(place.begin).line;
  const std::uint32_t last = place.empty() ? first : lines.position(place.end - 1).line;
  return {{first, last}, joined.around(first)};
}

}  // namespace zoomc::lint
