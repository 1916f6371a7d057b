#pragma once
#include <cstdint>
#include <vector>

#include "source/source_file.h"
#include "syntax/tree.h"

namespace zoomc {

// A scalar of several lines: no comment can stand between them.
struct LongScalar {
  Span span;
  // `|` or `>`: lines of its depth that follow it belong to it.
  bool is_block = false;
  // A block scalar that keeps the blank lines behind it (`|+`, `>+`).
  bool keeps_blank_lines = false;
};

// The scalars of several lines of a document, keys included.
class LongScalars {
 public:
  LongScalars(const SourceFile& file, const Document& document);

  // In file order; they do not overlap.
  const std::vector<LongScalar>& all() const { return scalars_; }
  // The last one that ends at or before byte `offset`, or null.
  const LongScalar* before(std::uint32_t offset) const;

 private:
  void collect(const SourceFile& file, const Node& node);

  std::vector<LongScalar> scalars_;
};

}  // namespace zoomc
