#include "review/file_place.h"

#include "text/quote.h"

namespace zoomc {

std::string FilePlaces::text_of(Span span) const {
  if (span.empty()) return {};
  const Position at = position(span);
  return escape_controls(path_) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::string FilePlaces::line_of(Span span) const {
  return span.empty() ? std::string{} : "line " + std::to_string(position(span).line);
}

}  // namespace zoomc
