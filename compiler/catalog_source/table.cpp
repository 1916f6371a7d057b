#include "catalog_source/table.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <utility>

#include "diagnostics/codes.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::catalog_source {
namespace {

// Row numbers are 16 bits wide.
constexpr std::size_t kMaxRows = std::numeric_limits<std::uint16_t>::max();

// Columns that say where one row is from; a person reads them, the catalog does not.
constexpr std::string_view kIgnoredColumns[] = {"source", "date"};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

Cell trimmed(std::string_view text, std::size_t offset) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  while (!text.empty() && is_space(text.front())) {
    text.remove_prefix(1);
    ++offset;
  }
  const auto begin = static_cast<std::uint32_t>(offset);
  return {text, {begin, begin + static_cast<std::uint32_t>(text.size())}};
}

std::string count_of(std::size_t count, std::string_view thing) {
  std::string text = std::to_string(count) + " ";
  text += thing;
  return count == 1 ? text : text + "s";
}

}  // namespace

std::vector<Cell> split_cells(std::string_view text, std::size_t offset, char separator,
                              std::size_t limit) {
  std::vector<Cell> cells;
  for (;;) {
    const auto end = cells.size() + 1 < limit ? text.find(separator) : std::string_view::npos;
    cells.push_back(trimmed(text.substr(0, end), offset));
    if (end == std::string_view::npos) return cells;
    text.remove_prefix(end + 1);
    offset += end + 1;
  }
}

// Reads a table line by line.
class TableReader {
 public:
  TableReader(CatalogFile& file, std::span<const Column> columns)
      : file_(file), columns_(columns) {}

  std::optional<Table> read() {
    const std::string_view text = file_.text();
    std::size_t begin = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
    while (begin < text.size() && !full_) {
      const auto end = std::min(text.find('\n', begin), text.size());
      read_line(text.substr(begin, end - begin), begin);
      begin = end + 1;
    }
    if (!has_header_) {
      file_.report(catalog_codes::kEmptyTable, {0, 0},
                   "the table is empty: it needs a header line and rows");
      return std::nullopt;
    }
    if (table_.rows_.empty() && table_.broken_.empty()) {
      file_.report(catalog_codes::kEmptyTable, table_.header_,
                   "the table has a header line and no rows");
    }
    if (!usable_) return std::nullopt;
    return std::move(table_);
  }

 private:
  void read_line(std::string_view line, std::size_t offset) {
    const Cell content = trimmed(line, offset);
    if (content.text.empty()) return;
    if (content.text.front() == '#') {
      if (!has_header_) read_comment(content);
    } else if (!has_header_) {
      read_header(line, offset, content.span);
    } else {
      read_row(line, offset, content.span);
    }
  }

  void read_comment(Cell comment) {
    const Cell text = trimmed(comment.text.substr(1), comment.span.begin + 1);
    const auto parts = split_cells(text.text, text.span.begin, ':', 2);
    if (parts.size() < 2) return;
    if (parts[0].text == "source") table_.provenance_.has_source |= !parts[1].text.empty();
    if (parts[0].text == "date") table_.provenance_.date = parts[1];
  }

  void read_header(std::string_view line, std::size_t offset, Span place) {
    has_header_ = true;
    table_.header_ = place;
    table_.places_.resize(columns_.size());
    header_ = split_cells(line, offset, '\t', kMaxColumns);
    for (std::size_t i = 0; i < header_.size(); ++i) read_column(i);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (table_.places_[i] || !columns_[i].required) continue;
      usable_ = false;
      if (misspelt_.contains(columns_[i].name)) continue;
      file_.report(
          catalog_codes::kColumn, place,
          "column " + in_backticks(columns_[i].name) + " is missing: the header line must name it");
    }
  }

  void read_column(std::size_t place) {
    const Cell& name = header_[place];
    const auto same = [&](const Cell& other) { return other.text == name.text; };
    const auto first = std::find_if(header_.begin(), header_.end(), same);
    if (static_cast<std::size_t>(first - header_.begin()) != place) {
      Diagnostic twice =
          finding(catalog_codes::kColumn, name.span,
                  "column " + in_backticks(name.text) + " is there twice: remove one");
      twice.labels.push_back({first->span, "first here"});
      file_.report(std::move(twice));
      return;
    }
    const auto known = std::find_if(columns_.begin(), columns_.end(),
                                    [&](const Column& column) { return column.name == name.text; });
    if (known != columns_.end()) {
      table_.places_[static_cast<std::size_t>(known - columns_.begin())] = place;
    } else if (std::find(std::begin(kIgnoredColumns), std::end(kIgnoredColumns), name.text) ==
               std::end(kIgnoredColumns)) {
      report_unknown_column(name);
    }
  }

  void report_unknown_column(const Cell& name) {
    std::vector<std::string_view> names;
    std::vector<std::string> choices;
    for (const Column& column : columns_) {
      names.push_back(column.name);
      choices.push_back(in_backticks(column.name));
    }
    std::vector<std::string> hints;
    if (const auto near = nearest(name.text, names)) {
      misspelt_.insert(*near);
      hints.push_back("did you mean " + in_backticks(*near) + "?");
    }
    file_.report(catalog_codes::kColumn, name.span,
                 "unknown column " + in_backticks(name.text) + ": the table has the columns " +
                     join_words(choices),
                 std::move(hints));
  }

  void read_row(std::string_view line, std::size_t offset, Span place) {
    if (table_.rows_.size() + table_.broken_.size() == kMaxRows) {
      full_ = true;
      file_.report(catalog_codes::kTooManyRows, place,
                   "the table has more than " + std::to_string(kMaxRows) + " rows");
      return;
    }
    auto cells = split_cells(line, offset, '\t', header_.size() + 1);
    if (cells.size() != header_.size()) {
      report_cell_count(line, place);
      table_.broken_.push_back(std::move(cells));
      return;
    }
    for (const Cell& cell : cells) {
      const auto bad = find_control(cell.text);
      if (!bad) continue;
      file_.report(catalog_codes::kValue,
                   {cell.span.begin + bad->begin, cell.span.begin + bad->end},
                   "the cell has a control character: a name is plain text");
    }
    table_.rows_.push_back(std::move(cells));
  }

  void report_cell_count(std::string_view line, Span place) {
    const auto cells = static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')) + 1;
    file_.report(catalog_codes::kCellCount, place,
                 "the row has " + count_of(cells, "cell") + " and the header line " +
                     std::to_string(header_.size()) + ": an empty cell needs its tab too");
  }

  // More columns than any table has; what follows is one wrong name.
  static constexpr std::size_t kMaxColumns = 64;

  CatalogFile& file_;
  std::span<const Column> columns_;
  std::vector<Cell> header_;
  // Columns that are missing because they have a wrong name: one mistake.
  std::set<std::string_view> misspelt_;
  Table table_;
  bool has_header_ = false;
  bool usable_ = true;
  bool full_ = false;
};

std::optional<Table> Table::read(CatalogFile& file, std::span<const Column> columns) {
  return TableReader(file, columns).read();
}

Cell Table::cell(std::size_t row, std::size_t column) const {
  const auto& cells = rows_[row];
  if (const auto place = places_[column]) return cells[*place];
  return {{}, {cells.front().span.begin, cells.front().span.begin}};
}

}  // namespace zoomc::catalog_source
