#pragma once
#include <cstdint>
#include <vector>

#include "source/line_index.h"
#include "source/source_file.h"
#include "source/span.h"
#include "syntax/tree.h"

namespace zoomc::lint {

// A scalar of several lines: no comment can be written between them.
struct LongScalar {
  Span span;
  // `|` or `>`: following lines of its depth belong to it.
  bool is_block = false;
  // A block scalar that keeps the blank lines after it (`|+`, `>+`).
  bool keeps_blank_lines = false;
};

// The scalars of several lines of a document, keys included.
class LongScalars {
 public:
  LongScalars(const SourceFile& file, const syntax::Document& document);

  // In file order; they do not overlap.
  const std::vector<LongScalar>& all() const { return scalars_; }
  // The last one that ends at or before byte `offset`, or null.
  const LongScalar* before(std::uint32_t offset) const;

 private:
  void collect(const SourceFile& file, const syntax::Node& node);

  std::vector<LongScalar> scalars_;
};

// 1-based, both ends included.
struct LineRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

// Lines that scalars of several lines join: no comment can be written between them.
class JoinedLines {
 public:
  JoinedLines(const LongScalars& scalars, const LineIndex& lines);

  // The joined lines that `line` is one of; only `line` itself if it is not joined.
  LineRange around(std::uint32_t line) const;

 private:
  // In order; they do not overlap.
  std::vector<LineRange> ranges_;
};

// The lines at which a suppression may allow a finding: those of the finding itself, and those that
// its first line is joined with.
struct FindingLines {
  LineRange own;
  LineRange joined;
};

FindingLines lines_of(Span place, const LineIndex& lines, const JoinedLines& joined);

}  // namespace zoomc::lint
