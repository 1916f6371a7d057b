#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace zoomc::catalog_tools {

// The parts of a table, besides the rows that it may already have.
struct TableRow {
  // In the order of the columns; the last two are `source` and `date`.
  std::vector<std::string> cells;
  // Rows of one group are kept together.
  std::string group;
  // From the catalog before: a row that is there stays as it is, and only what the table has no
  // column or no source for is added.
  bool is_kept = false;
};

struct TableForm {
  // The lines above the header line of a new table, without `#`.
  std::vector<std::string> about;
  std::vector<std::string> columns;
  // The columns that tell rows apart.
  std::vector<std::size_t> keys;
  // A table that is there and newer keeps its date.
  std::string date;
};

// The bytes of the table. With `present`, the bytes of one that loads, its comments, its order of
// columns and rows and its sources stay, so that the difference is what changed; new rows go behind
// the next smaller one of their group. Else the rows are in the order given.
std::string table_text(const TableForm& form, std::vector<TableRow> rows, std::string_view present);

// The same for a table whose rows are all replaced: comments of `present` stay where they are
// above the header line.
std::string new_table_text(const TableForm& form, const std::vector<std::vector<std::string>>& rows,
                           std::string_view present);

// A table that loads, without the rows whose first columns, in the order of `columns`, are one of
// `gone`.
std::string without_rows(std::string_view present, const std::vector<std::string>& columns,
                         const std::set<std::vector<std::string>>& gone);

}  // namespace zoomc::catalog_tools
