#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/place.h"
#include "source/span.h"

namespace zoomc::lsp {

// How large a text may become under a client's edits; far more than the compiler reads.
inline constexpr std::size_t kMaxDocumentBytes = std::size_t{64} * 1024 * 1024;

// A text that a client edits. An edit costs its own size, that of its line, and a move of what
// follows.
class TextDocument {
 public:
  TextDocument(std::string text, Encoding encoding);

  const std::string& text() const { return text_; }
  // Puts `replacement` where `range` was; its ends may be in the wrong order or outside the text.
  // False, and nothing done, when the text would become too large.
  bool replace(Range range, std::string_view replacement);
  bool replace_all(std::string text);
  std::uint32_t offset(Place place) const;

 private:
  void replace(Span span, std::string_view replacement);

  std::string text_;
  Encoding encoding_;
  // The first byte of each line.
  std::vector<std::uint32_t> starts_;
};

}  // namespace zoomc::lsp
