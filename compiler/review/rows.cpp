#include "review/rows.h"

#include <algorithm>

#include "text/utf8.h"

namespace zoomc {
namespace {

constexpr std::size_t kLabelWidth = 13;

std::string pad(std::string text, std::size_t width) {
  const std::size_t taken = display_width(text);
  if (taken < width) text.append(width - taken, ' ');
  return text;
}

}  // namespace

std::string lay_out(const std::vector<TextRow>& rows, std::size_t min_width) {
  std::size_t column = min_width;
  for (const TextRow& row : rows) {
    if (!row.note.empty()) column = std::max(column, display_width(row.what));
  }
  std::string text;
  for (const TextRow& row : rows) {
    text += pad(row.label, kLabelWidth);
    text += row.note.empty() ? row.what : pad(row.what, column + 2) + row.note;
    text += '\n';
  }
  return text;
}

std::string count_of(std::size_t number, std::string_view noun) {
  return std::to_string(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

}  // namespace zoomc
