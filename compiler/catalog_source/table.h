#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "catalog_source/catalog_file.h"

namespace zoomc::catalog_source {

// A trimmed piece of a line and where it stands.
struct Cell {
  std::string_view text;
  Span span;
};

// A column that a reader asks for, by name.
struct Column {
  std::string_view name;
  bool required = true;
};

// Where a file says its facts are from: `# source: ...` and `# date: ...` above the header line.
struct Provenance {
  bool has_source = false;
  std::optional<Cell> date;
};

// A table as text: lines of tab-separated cells, trimmed of spaces. The first line that is neither
// blank nor a comment (`#`) names the columns, in any order.
class Table {
 public:
  // Reads `file` and reports what is wrong with it as a table. Nothing comes back when a required
  // column is missing. Every table may have the columns `source` and `date`; they are ignored.
  static std::optional<Table> read(CatalogFile& file, std::span<const Column> columns);

  std::size_t row_count() const { return rows_.size(); }
  // Whether the header has the `column`th of the columns asked for.
  bool has(std::size_t column) const { return places_[column].has_value(); }
  // The cell of a column that the table lacks is empty, at the start of the row.
  Cell cell(std::size_t row, std::size_t column) const;
  // The header line.
  Span header() const { return header_; }
  const Provenance& provenance() const { return provenance_; }
  // The cells of rows that were left out because their number was wrong: what such a row was about
  // is among them.
  const std::vector<std::vector<Cell>>& broken_rows() const { return broken_; }

 private:
  friend class TableReader;
  std::vector<std::optional<std::size_t>> places_;
  std::vector<std::vector<Cell>> rows_;
  std::vector<std::vector<Cell>> broken_;
  Span header_;
  Provenance provenance_;
};

// The pieces of `text`, which starts at byte `offset`, between separators; trimmed, possibly empty.
// At most `limit` pieces, the last of them up to the end.
std::vector<Cell> split_cells(std::string_view text, std::size_t offset, char separator,
                              std::size_t limit = static_cast<std::size_t>(-1));

}  // namespace zoomc::catalog_source
