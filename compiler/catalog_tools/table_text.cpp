#include "catalog_tools/table_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>

#include "text/ascii.h"

namespace zoomc::catalog_tools {
namespace {

using Cells = std::vector<std::string>;

Cells split(std::string_view line) {
  Cells cells;
  while (true) {
    const auto tab = line.find('\t');
    cells.emplace_back(trimmed(line.substr(0, tab)));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

std::string joined(const Cells& cells) {
  return fmt::format("{}\n", fmt::join(cells, "\t"));
}

bool is_comment(std::string_view line) {
  return line.starts_with('#') || is_blank(line);
}

// The date of a line `# date: 2026-08`; nothing where it is another one.
std::optional<std::string_view> date_in(std::string_view line) {
  if (!line.starts_with('#')) return std::nullopt;
  line = trimmed(line.substr(1));
  if (!line.starts_with("date")) return std::nullopt;
  line = trimmed(line.substr(4));
  if (line.starts_with(':')) line = trimmed(line.substr(1));
  return line;
}

std::string head_line(std::string_view line, std::string_view date) {
  const auto present = date_in(line);
  const bool is_older = present && *present < date;
  return (is_older ? "# date: " + std::string(date) : std::string(line)) + "\n";
}

std::vector<std::string_view> lines_of(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

Cells key_of(const TableForm& form, const Cells& cells) {
  Cells key;
  for (const std::size_t column : form.keys) key.push_back(cells[column]);
  return key;
}

// A table that is there already: its lines, and where the form's columns are in it.
class PresentTable {
 public:
  PresentTable(const TableForm& form, std::string_view text) : form_(form), lines_(lines_of(text)) {
    const auto header = std::find_if_not(lines_.begin(), lines_.end(), is_comment);
    header_ = static_cast<std::size_t>(header - lines_.begin());
    columns_ = split(*header);
    present_columns_ = columns_.size();
    for (const std::string& column : form.columns) {
      const auto place = std::find(columns_.begin(), columns_.end(), column);
      places_.push_back(static_cast<std::size_t>(place - columns_.begin()));
      if (place == columns_.end()) columns_.push_back(column);
    }
  }

  std::string write(std::vector<TableRow> rows) {
    for (TableRow& row : rows) rows_.emplace(key_of(form_, row.cells), &row);
    place_new_rows();
    std::string out;
    for (std::size_t i = 0; i < header_; ++i) out += head_line(lines_[i], form_.date);
    out += joined(columns_);
    append_new_rows(header_, out);
    for (std::size_t i = header_ + 1; i < lines_.size(); ++i) {
      append_line(i, out);
      append_new_rows(i, out);
    }
    return out;
  }

  // The table as it is, without the rows whose cells in the form's columns are one of `gone`.
  std::string without(const std::set<Cells>& gone) const {
    std::string out;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool is_row = i > header_ && !is_comment(lines_[i]);
      if (!is_row || !gone.contains(cells_of(i))) out.append(lines_[i]).append("\n");
    }
    return out;
  }

 private:
  // The cells of a line in the order of the form.
  Cells cells_of(std::size_t line) const {
    const Cells written = split(lines_[line]);
    Cells cells;
    for (const std::size_t place : places_) {
      cells.push_back(place < written.size() ? written[place] : std::string());
    }
    return cells;
  }

  Cells in_columns(const Cells& cells) const {
    Cells row(columns_.size());
    for (std::size_t i = 0; i < cells.size(); ++i) row[places_[i]] = cells[i];
    return row;
  }

  void append_line(std::size_t line, std::string& out) const {
    if (is_comment(lines_[line])) {
      out.append(lines_[line]).append("\n");
      return;
    }
    const Cells before = cells_of(line);
    const auto found = rows_.find(key_of(form_, before));
    if (found == rows_.end()) return;
    const TableRow& row = *found->second;
    out += joined(in_columns(row.is_kept ? completed(before, row.cells) : row.cells));
  }

  // The row that is there, with what it lacks.
  Cells completed(Cells cells, const Cells& known) const {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (places_[i] >= present_columns_) cells[i] = known[i];
    }
    const std::size_t source = cells.size() - 2;
    if (cells[source].empty())
      std::copy(known.begin() + static_cast<std::ptrdiff_t>(source), known.end(),
                cells.begin() + static_cast<std::ptrdiff_t>(source));
    return cells;
  }

  void append_new_rows(std::size_t line, std::string& out) const {
    const auto found = new_rows_.find(line);
    if (found == new_rows_.end()) return;
    for (const TableRow* row : found->second) out += joined(in_columns(row->cells));
  }

  void place_new_rows() {
    // By group, the line of each key.
    std::map<std::string, std::map<Cells, std::size_t>> groups;
    std::set<Cells> present;
    for (std::size_t i = header_ + 1; i < lines_.size(); ++i) {
      if (is_comment(lines_[i])) continue;
      const Cells key = key_of(form_, cells_of(i));
      present.insert(key);
      const auto row = rows_.find(key);
      if (row != rows_.end()) groups[row->second->group].emplace(key, i);
    }
    for (const auto& [key, row] : rows_) {
      if (!present.contains(key)) new_rows_[line_for(groups, *row, key)].push_back(row);
    }
  }

  std::size_t line_for(const std::map<std::string, std::map<Cells, std::size_t>>& groups,
                       const TableRow& row, const Cells& key) const {
    const auto group = groups.find(row.group);
    if (group == groups.end()) return lines_.size() - 1;
    const auto after = group->second.upper_bound(key);
    return after == group->second.begin() ? after->second - 1 : std::prev(after)->second;
  }

  const TableForm& form_;
  std::vector<std::string_view> lines_;
  std::size_t header_ = 0;
  Cells columns_;
  // How many of them are in the table already.
  std::size_t present_columns_ = 0;
  std::vector<std::size_t> places_;
  std::map<Cells, const TableRow*> rows_;
  // Behind which line they go.
  std::map<std::size_t, std::vector<const TableRow*>> new_rows_;
};

}  // namespace

std::string table_text(const TableForm& form, std::vector<TableRow> rows,
                       std::string_view present) {
  if (!present.empty()) return PresentTable(form, present).write(std::move(rows));
  std::string out;
  for (const std::string& line : form.about) out += "# " + line + "\n";
  out += "# date: " + form.date + "\n" + joined(form.columns);
  for (const TableRow& row : rows) out += joined(row.cells);
  return out;
}

std::string new_table_text(const TableForm& form, const std::vector<std::vector<std::string>>& rows,
                           std::string_view present) {
  std::string out;
  for (const std::string_view line : lines_of(present)) {
    if (!is_comment(line)) break;
    out += head_line(line, form.date);
  }
  if (present.empty()) {
    for (const std::string& line : form.about) out += "# " + line + "\n";
    out += "# date: " + form.date + "\n";
  }
  out += joined(form.columns);
  for (const Cells& row : rows) out += joined(row);
  return out;
}

std::string without_rows(std::string_view present, const std::vector<std::string>& columns,
                         const std::set<std::vector<std::string>>& gone) {
  const TableForm form{.columns = columns};
  return PresentTable(form, present).without(gone);
}

}  // namespace zoomc::catalog_tools
