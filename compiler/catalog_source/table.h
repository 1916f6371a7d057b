#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostics/code.h"
#include "diagnostics/sink.h"
#include "source/source_file.h"

// The files of a catalog as text: tables of cells, and what is wrong with a cell.
namespace zoomc::catalog_source {

// One file of a catalog directory while it is read: its bytes, which stay where they are, and the
// findings so far.
class CatalogFile {
 public:
  // `file` must outlive this and everything that is read from it.
  explicit CatalogFile(const SourceFile& file) : file_(&file) {}

  const SourceFile& source() const { return *file_; }
  std::string_view text() const { return file_->text; }

  void report(Diagnostic finding);
  void report(const Code& code, Span place, std::string message,
              std::vector<std::string> hints = {});
  // Something that is already at `first`.
  void report_duplicate(const Code& code, Span place, Span first, std::string message);

  bool has_findings() const { return !sink_.empty(); }
  std::vector<Diagnostic> take_findings() { return sink_.take(); }

 private:
  const SourceFile* file_;
  Sink sink_;
  std::size_t count_ = 0;
};

// A trimmed piece of a line and its place.
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
  // The cells of rows that were left out because their number was wrong: the name of such a row is
  // among them.
  const std::vector<std::vector<Cell>>& broken_rows() const { return broken_; }

 private:
  friend class TableReader;
  std::vector<std::optional<std::size_t>> places_;
  std::vector<std::vector<Cell>> rows_;
  std::vector<std::vector<Cell>> broken_;
  Span header_;
  Provenance provenance_;
};

// The first character of `text` that messages would have to escape (`escape_controls`). All formats
// show what the catalog says, so it must have none. Nothing for plain text.
std::optional<Span> find_control(std::string_view text);

// "did you mean `...`?" for the one of `names` that is near, as a list of hints.
std::vector<std::string> did_you_mean(std::string_view word,
                                      std::span<const std::string_view> names);

// Reports a cell that is empty; false then.
bool require_text(CatalogFile& file, Cell cell, std::string_view column);

// Reports a name that is empty or has a space, comma or semicolon; false then.
bool require_name(CatalogFile& file, Cell cell, std::string_view column);

// Reports a value that is none of `words`.
void report_choice(CatalogFile& file, Cell cell, std::string_view column,
                   std::span<const std::string_view> words);

// The items of a list in one cell. Empty and repeated ones are reported and left out.
std::vector<Cell> read_list(CatalogFile& file, Cell cell, char separator);

// Keys of the rows so far: reports a row whose key another has.
class RowKeys {
 public:
  // `name` is how the message calls the row; a row without one has no key.
  void add(CatalogFile& file, const std::string& key, Span place, std::string_view name);

 private:
  std::unordered_map<std::string, Span> first_;
};

}  // namespace zoomc::catalog_source
