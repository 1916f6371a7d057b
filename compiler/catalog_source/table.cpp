#include "catalog_source/table.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <limits>
#include <set>
#include <utility>

#include "catalog_source/load.h"
#include "diagnostics/codes.h"
#include "text/nearest.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::catalog_source {
namespace {

// Row numbers are 16 bits wide.
constexpr std::size_t kMaxRows = std::numeric_limits<std::uint16_t>::max();

// More names than any list has; what follows is one wrong name.
constexpr std::size_t kMaxItems = 10'000;

// Columns that say where one row is from; a person reads them, the catalog does not.
constexpr std::array<std::string_view, 2> kIgnoredColumns{"source", "date"};

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

// The pieces of `text`, which starts at byte `offset`, between separators; trimmed, possibly empty.
// At most `limit` pieces, the last of them up to the end.
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

std::string quoted_list(std::span<const std::string_view> words, std::string_view last) {
  std::vector<std::string> quoted;
  for (const std::string_view word : words) quoted.push_back(in_backticks(word));
  return join_words(quoted, last);
}

}  // namespace

void CatalogFile::report(Diagnostic finding) {
  // A hostile table of single bad cells would otherwise take a hundred times its size.
  if (++count_ <= kMaxCatalogFindings) sink_.add(std::move(finding));
}

void CatalogFile::report(const Code& code, Span place, std::string message,
                         std::vector<std::string> hints) {
  Diagnostic found = finding(code, place, std::move(message));
  found.hints = std::move(hints);
  report(std::move(found));
}

void CatalogFile::report_duplicate(const Code& code, Span place, Span first, std::string message) {
  Diagnostic found = finding(code, place, std::move(message));
  found.labels.push_back({first, "first here"});
  report(std::move(found));
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
      file_.report(catalog_codes::kColumn, place,
                   fmt::format("column {} is missing: the header line must name it",
                               in_backticks(columns_[i].name)));
    }
  }

  void read_column(std::size_t place) {
    const Cell& name = header_[place];
    const auto first = std::ranges::find(header_, name.text, &Cell::text);
    if (static_cast<std::size_t>(first - header_.begin()) != place) {
      file_.report_duplicate(
          catalog_codes::kColumn, name.span, first->span,
          fmt::format("column {} is there twice: remove one", in_backticks(name.text)));
      return;
    }
    const auto known = std::ranges::find(columns_, name.text, &Column::name);
    if (known != columns_.end()) {
      table_.places_[static_cast<std::size_t>(known - columns_.begin())] = place;
    } else if (std::ranges::find(kIgnoredColumns, name.text) == kIgnoredColumns.end()) {
      report_unknown_column(name);
    }
  }

  void report_unknown_column(const Cell& name) {
    std::vector<std::string_view> names;
    for (const Column& column : columns_) names.push_back(column.name);
    if (const auto near = nearest(name.text, names)) misspelt_.insert(*near);
    file_.report(catalog_codes::kColumn, name.span,
                 fmt::format("unknown column {}: the table has the columns {}",
                             in_backticks(name.text), quoted_list(names, "and")),
                 did_you_mean(name.text, names));
  }

  void read_row(std::string_view line, std::size_t offset, Span place) {
    if (table_.rows_.size() + table_.broken_.size() == kMaxRows) {
      full_ = true;
      file_.report(catalog_codes::kTooManyRows, place,
                   fmt::format("the table has more than {} rows", kMaxRows));
      return;
    }
    auto cells = split_cells(line, offset, '\t', header_.size() + 1);
    if (cells.size() != header_.size()) {
      const auto count = std::ranges::count(line, '\t') + 1;
      file_.report(catalog_codes::kCellCount, place,
                   fmt::format("the row has {} {} and the header line {}: an empty cell needs its "
                               "tab too",
                               count, count == 1 ? "cell" : "cells", header_.size()));
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

std::optional<Span> find_control(std::string_view text) {
  const std::string shown = escape_controls(text);
  const auto differ = std::ranges::mismatch(text, shown);
  if (differ.in1 == text.end()) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(differ.in1 - text.begin());
  // An escape begins as no character of these does, so they differ in the first byte of one.
  const auto point = decode_utf8(text, begin);
  return Span{begin, begin + static_cast<std::uint32_t>(point ? point->bytes : 1)};
}

std::vector<std::string> did_you_mean(std::string_view word,
                                      std::span<const std::string_view> names) {
  const auto near = nearest(word, {names.begin(), names.end()});
  if (!near) return {};
  return {fmt::format("did you mean {}?", in_backticks(*near))};
}

bool require_text(CatalogFile& file, Cell cell, std::string_view column) {
  if (!cell.text.empty()) return true;
  file.report(catalog_codes::kValue, cell.span,
              fmt::format("the cell of column {} is empty", in_backticks(column)));
  return false;
}

bool require_name(CatalogFile& file, Cell cell, std::string_view column) {
  if (!require_text(file, cell, column)) return false;
  const auto bad = cell.text.find_first_of(" \t,;");
  if (bad == std::string_view::npos) return true;
  const auto at = cell.span.begin + static_cast<std::uint32_t>(bad);
  file.report(catalog_codes::kValue, {at, at + 1},
              fmt::format("column {} takes one name, without spaces, commas or semicolons",
                          in_backticks(column)));
  return false;
}

void report_choice(CatalogFile& file, Cell cell, std::string_view column,
                   std::span<const std::string_view> words) {
  if (!require_text(file, cell, column)) return;
  file.report(catalog_codes::kValue, cell.span,
              fmt::format("unknown {} {}: it is {}", column, in_backticks(cell.text),
                          quoted_list(words, "or")),
              did_you_mean(cell.text, words));
}

std::vector<Cell> read_list(CatalogFile& file, Cell cell, char separator) {
  if (cell.text.empty()) return {};
  std::vector<Cell> items;
  std::unordered_map<std::string_view, Span> first;
  for (const Cell& item : split_cells(cell.text, cell.span.begin, separator, kMaxItems)) {
    if (item.text.empty()) {
      file.report(catalog_codes::kValue, item.span,
                  fmt::format("the list has an empty name: remove the `{}`", separator));
      continue;
    }
    const auto [known, is_new] = first.emplace(item.text, item.span);
    if (is_new) {
      items.push_back(item);
    } else {
      file.report_duplicate(
          catalog_codes::kDuplicate, item.span, known->second,
          fmt::format("{} is in the list twice: remove one", in_backticks(item.text)));
    }
  }
  return items;
}

void RowKeys::add(CatalogFile& file, const std::string& key, Span place, std::string_view name) {
  if (name.empty()) return;
  const auto [known, is_new] = first_.emplace(key, place);
  if (is_new) return;
  file.report_duplicate(catalog_codes::kDuplicate, place, known->second,
                        fmt::format("there are two rows for {}: remove one", in_backticks(name)));
}

}  // namespace zoomc::catalog_source
