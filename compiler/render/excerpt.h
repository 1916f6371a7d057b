#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "render/ink.h"
#include "source/line_index.h"
#include "source/source_file.h"

namespace zoomc {

// The lines of a file that a finding points at, in file order, with carets and labels below them.
class Excerpt {
 public:
  // Keeps references: `file` and `lines` must outlive it.
  Excerpt(const SourceFile& file, const LineIndex& lines, const Diagnostic& finding);

  // The digits of the largest line number that is shown.
  std::size_t gutter_width() const;
  void print(Ink& ink) const;

 private:
  // The part of a place that lies on one line, with what is said there.
  struct Part {
    std::uint32_t line;
    Span span;
    bool primary;
    std::string text;
  };
  using Parts = std::vector<Part>;

  void add(Span place, bool primary, const std::string& text);
  void print_gap(Ink& ink, std::uint32_t above, std::uint32_t below) const;
  Parts::const_iterator group_end(Parts::const_iterator begin) const;
  void print_group(Ink& ink, Parts::const_iterator begin, Parts::const_iterator end) const;

  const SourceFile& file_;
  const LineIndex& lines_;
  Style style_;
  Parts parts_;
};

// The margin of an excerpt: a line number, or blanks as wide, then ` |`.
void print_gutter(Ink& ink, std::size_t width, std::string_view number = "");

}  // namespace zoomc
