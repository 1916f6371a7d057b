#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "render/ink.h"

namespace zoomc {

// A run of carets below a line, from cell `begin` to before cell `end`, and what it says.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 1;
  bool primary = false;
  std::string text;
};

// One row below a line: single cells, and at the most one text, which ends the row.
class MarkRow {
 public:
  void draw(std::size_t cell, char symbol, Style style);
  // Puts `text` at `cell`, which must lie behind every cell drawn.
  void write(std::size_t cell, std::string text, Style style);
  void print(Ink& ink) const;

 private:
  struct Cell {
    char symbol = ' ';
    Style style = Style::plain;
  };
  std::vector<Cell> cells_;
  std::string text_;
  Style text_style_ = Style::plain;
};

// The rows below a line that show all `marks`: one with the carets and the text of the mark that
// ends it, then one for each other text, from right to left, hung on connectors.
std::vector<MarkRow> layout_marks(std::vector<Mark> marks, Style primary_style);

}  // namespace zoomc
