#include "render/file_view.h"

#include <algorithm>

namespace zoomc {

FileView::FileView(const SourceFile& file) : file_(file), lines_(file.text) {}

Region FileView::region(Span span) const {
  const auto size = static_cast<std::uint32_t>(file_.text.size());
  const std::uint32_t begin = std::min(span.begin, size);
  const std::uint32_t end = std::clamp(span.end, begin, size);
  return {lines_.position(begin), lines_.position(end), {begin, end}};
}

}  // namespace zoomc
