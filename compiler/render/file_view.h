#pragma once
#include <cstdint>

#include "source/line_index.h"
#include "source/source_file.h"

namespace zoomc {

// A span as people and tools count it, cut to the file: `end` is exclusive, and at the begin of the
// next line when a line break is the last of it.
struct Region {
  Position start;
  Position end;
  Span bytes;

  // The line of the last byte.
  std::uint32_t last_line() const {
    return end.line > start.line && end.column == 1 ? end.line - 1 : end.line;
  }
};

// A file while its findings are rendered, without secrets. Keeps references: `file` must outlive
// it.
class FileView {
 public:
  explicit FileView(const SourceFile& file);

  const SourceFile& file() const { return file_; }
  const LineIndex& lines() const { return lines_; }
  Region region(Span span) const;

 private:
  const SourceFile& file_;
  LineIndex lines_;
};

}  // namespace zoomc
