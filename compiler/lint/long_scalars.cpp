#include "lint/long_scalars.h"

#include <algorithm>

namespace zoomc {
namespace {

bool is_block(const Node& node) {
  return node.style == ScalarStyle::literal || node.style == ScalarStyle::folded;
}

bool keeps_blank_lines(const Node& node, std::string_view written) {
  if (!is_block(node)) return false;
  const std::string_view header = written.substr(0, written.find_first_of(" #\r\n"));
  return header.find('+') != std::string_view::npos;
}

}  // namespace

LongScalars::LongScalars(const SourceFile& file, const Document& document) {
  collect(file, document.root);
  std::sort(scalars_.begin(), scalars_.end(),
            [](const LongScalar& a, const LongScalar& b) { return a.span < b.span; });
}

void LongScalars::collect(const SourceFile& file, const Node& node) {
  // What an alias names is elsewhere in the file.
  if (node.alias) return;
  if (node.is_scalar()) {
    const std::string_view written = file.slice(node.span);
    if (written.find_first_of("\r\n") == std::string_view::npos) return;
    scalars_.push_back({node.span, is_block(node), keeps_blank_lines(node, written)});
  }
  for (const Node& item : node.items) collect(file, item);
  for (const Member& member : node.members) {
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

}  // namespace zoomc
