#pragma once
#include <string>
#include <vector>

#include "source/source_file.h"
#include "source/span.h"
#include "syntax/tree.h"

namespace zoomc::lsp {

struct Link {
  Span span;
  std::string target;
};

inline constexpr std::size_t kMaxLinks = 1000;

// The values that are web addresses, where they are written without escapes on one line.
std::vector<Link> find_links(const SourceFile& file, const Document& document);

}  // namespace zoomc::lsp
