#include "render/marks.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace zoomc {
namespace {

// The mark whose text may stand in the row of carets: the one that ends it.
std::vector<Mark>::iterator last_in_row(std::vector<Mark>& marks) {
  return std::max_element(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return std::tie(a.end, a.begin, a.primary) < std::tie(b.end, b.begin, b.primary);
  });
}

MarkRow caret_row(std::vector<Mark> marks, Style primary_style) {
  // Short runs are drawn over long ones, else they could not be seen.
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return std::pair(b.end - b.begin, a.primary) < std::pair(a.end - a.begin, b.primary);
  });
  MarkRow row;
  for (const Mark& mark : marks) {
    for (std::size_t cell = mark.begin; cell < mark.end; ++cell) {
      row.draw(cell, mark.primary ? '^' : '-', mark.primary ? primary_style : Style::gutter);
    }
  }
  return row;
}

}  // namespace

void MarkRow::draw(std::size_t cell, char symbol, Style style) {
  if (cells_.size() <= cell) cells_.resize(cell + 1);
  cells_[cell] = {symbol, style};
}

void MarkRow::write(std::size_t cell, std::string text, Style style) {
  cells_.resize(cell);
  text_ = std::move(text);
  text_style_ = style;
}

void MarkRow::print(Ink& ink) const {
  for (std::size_t begin = 0; begin < cells_.size();) {
    const Style style = cells_[begin].style;
    std::string run;
    std::size_t end = begin;
    for (; end < cells_.size() && cells_[end].style == style; ++end) run += cells_[end].symbol;
    ink.put(style, run);
    begin = end;
  }
  ink.put(text_style_, text_);
}

std::vector<MarkRow> layout_marks(std::vector<Mark> marks, Style primary_style) {
  const auto style = [primary_style](const Mark& mark) {
    return mark.primary ? primary_style : Style::gutter;
  };
  std::vector<MarkRow> rows = {caret_row(marks, primary_style)};
  if (const auto last = last_in_row(marks); !last->text.empty()) {
    rows.front().write(last->end + 1, last->text, style(*last));
    marks.erase(last);
  }
  std::vector<Mark> hanging;
  std::copy_if(marks.begin(), marks.end(), std::back_inserter(hanging),
               [](const Mark& mark) { return !mark.text.empty(); });
  std::stable_sort(hanging.begin(), hanging.end(), [](const Mark& a, const Mark& b) {
    return std::tie(b.begin, b.primary) < std::tie(a.begin, a.primary);
  });
  if (hanging.empty()) return rows;

  MarkRow connectors;
  for (const Mark& mark : hanging) connectors.draw(mark.begin, '|', style(mark));
  rows.push_back(connectors);
  for (auto mark = hanging.begin(); mark != hanging.end(); ++mark) {
    MarkRow row;
    for (auto left = mark + 1; left != hanging.end(); ++left) {
      if (left->begin < mark->begin) row.draw(left->begin, '|', style(*left));
    }
    row.write(mark->begin, mark->text, style(*mark));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace zoomc
