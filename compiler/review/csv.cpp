#include "review/csv.h"

#include "text/quote.h"

namespace zoomc {
namespace {

std::string csv_cell(std::string_view text) {
  constexpr std::string_view kFormulas = "=+-@";
  std::string cell = escape_controls(text);
  // Spreadsheets pass over blanks in front.
  const std::size_t first = cell.find_first_not_of(' ');
  if (first != std::string::npos && kFormulas.find(cell[first]) != std::string_view::npos) {
    cell.insert(cell.begin(), '\'');
  }
  if (cell.find_first_of(",\"") == std::string::npos) return cell;
  std::string quoted_cell = "\"";
  for (const char c : cell) {
    if (c == '"') quoted_cell += '"';
    quoted_cell += c;
  }
  return quoted_cell + '"';
}

}  // namespace

std::string csv_record(std::span<const std::string> cells) {
  std::string record;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) record += ',';
    record += csv_cell(cells[i]);
  }
  return record + "\r\n";
}

}  // namespace zoomc
