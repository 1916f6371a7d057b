#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/lookup.h"
#include "catalog_source/loader.h"
#include "diagnostics/codes.h"

// The one reader of a table's rows, and how a cell is read by the kind of its column. Each table is
// a list of `Field`s. A mistake is reported where it is found.
namespace zoomc::catalog_source {

// A table while its rows are read.
struct TableInput {
  CatalogLoader& loader;
  CatalogFile& file;
  TableState& state;
  const Table& table;
  RowKeys keys;
  // The column that is read.
  std::string_view column;

  CatalogStorage& storage() { return loader.storage(); }
  void add_key(Cell name) { add_key(std::string(name.text), name); }
  void add_key(const std::string& key, Cell name) { keys.add(file, key, name.span, name.text); }
  void report_value(Cell cell, std::string message) {
    file.report(catalog_codes::kValue, cell.span, std::move(message));
  }
};

// A column of a table: how its cell is read, and into which field of the row.
template <class Row>
struct Field {
  std::string_view column;
  // Answers whether the cell is right; a mistake is reported.
  bool (*read)(TableInput& in, Cell cell, Row& row);
  bool required = true;
};

template <class Row>
struct ReadRow {
  Row value{};
  // In the order of the fields: the cells, and whether they are right.
  std::vector<Cell> cells;
  std::vector<bool> is_right;
};

// The one reader of all tables: hands each row to `add`. False when there are none.
template <class Row, class Add>
bool read_rows(CatalogLoader& loader, std::string_view name, TableState& state,
               const std::vector<Field<Row>>& fields, Add add) {
  std::vector<Column> columns;
  for (const Field<Row>& field : fields) columns.push_back({field.column, field.required});
  const auto table = loader.open_table(name, columns, state);
  if (!table) return false;
  TableInput in{loader, *state.file, state, *table, {}, {}};
  for (std::size_t i = 0; i < table->row_count(); ++i) {
    ReadRow<Row> row;
    for (const Field<Row>& field : fields) {
      in.column = field.column;
      row.cells.push_back(table->cell(i, row.cells.size()));
      row.is_right.push_back(field.read(in, row.cells.back(), row.value));
    }
    add(in, row);
  }
  return true;
}

// How a cell is read, by the kind of its column. The field is one of the row or of its advice.

template <auto kField, class Row>
auto& field_of(Row& row) {
  if constexpr (requires { row.*kField; }) {
    return row.*kField;
  } else {
    return row.advice.*kField;
  }
}

template <class Row>
bool ignored(TableInput&, Cell, Row&) {
  return true;
}

// Any text, also none.
template <auto kField, class Row>
bool any(TableInput&, Cell cell, Row& row) {
  field_of<kField>(row) = cell.text;
  return true;
}

template <auto kField, class Row>
bool text(TableInput& in, Cell cell, Row& row) {
  field_of<kField>(row) = cell.text;
  return require_text(in.file, cell, in.column);
}

template <auto kField, class Row>
bool name(TableInput& in, Cell cell, Row& row) {
  field_of<kField>(row) = cell.text;
  return require_name(in.file, cell, in.column);
}

// What `kRead` reads, or nothing.
template <auto kRead, class Row>
bool optional(TableInput& in, Cell cell, Row& row) {
  return cell.text.empty() || kRead(in, cell, row);
}

// What `kRead` reads, and not nothing.
template <auto kRead, class Row>
bool filled(TableInput& in, Cell cell, Row& row) {
  const bool has_text = require_text(in.file, cell, in.column);
  return kRead(in, cell, row) && has_text;
}

// The value from `kFirst` to `kLast` whose word the cell has. The first one takes the place of a
// wrong one.
template <auto kField, auto kFirst, auto kLast, class Row>
bool choice(TableInput& in, Cell cell, Row& row) {
  using Value = std::remove_const_t<decltype(kFirst)>;
  std::vector<std::string_view> words;
  for (auto i = static_cast<int>(kFirst); i <= static_cast<int>(kLast); ++i) {
    const auto value = static_cast<Value>(i);
    words.push_back(catalog::to_string(value));
    field_of<kField>(row) = value;
    if (words.back() == cell.text) return true;
  }
  field_of<kField>(row) = kFirst;
  report_choice(in.file, cell, in.column, words);
  return false;
}

inline std::span<const std::string_view> keep_texts(TableInput& in,
                                                    const std::vector<Cell>& cells) {
  std::vector<std::string_view> texts;
  for (const Cell& cell : cells) texts.push_back(cell.text);
  return in.storage().name_lists.keep(std::move(texts));
}

template <auto kField, char kSeparator, class Row>
bool texts(TableInput& in, Cell cell, Row& row) {
  field_of<kField>(row) = keep_texts(in, read_list(in.file, cell, kSeparator));
  return true;
}

template <auto kField, class Row>
bool names(TableInput& in, Cell cell, Row& row) {
  const std::vector<Cell> items = read_list(in.file, cell, ',');
  for (const Cell& item : items) require_name(in.file, item, in.column);
  field_of<kField>(row) = keep_texts(in, items);
  return true;
}

// The rows of another table that the items of a list name.
template <class Find>
std::span<const std::uint16_t> read_ids(TableInput& in, Cell cell, char separator, Find find) {
  std::vector<std::uint16_t> ids;
  for (const Cell& item : read_list(in.file, cell, separator)) {
    if (const auto id = find(item)) ids.push_back(*id);
  }
  return in.storage().id_lists.keep(std::move(ids));
}

template <auto kField, catalog::ScopeModel kModel, class Row>
bool scopes(TableInput& in, Cell cell, Row& row) {
  field_of<kField>(row) =
      read_ids(in, cell, ',', [&](Cell item) { return in.loader.scope(in.file, item, kModel); });
  return true;
}

template <auto kField, class Row>
bool operations(TableInput& in, Cell cell, Row& row) {
  field_of<kField>(row) =
      read_ids(in, cell, ';', [&](Cell item) { return in.loader.operation(in.file, item); });
  return true;
}

template <auto kField, class Row>
bool features(TableInput& in, Cell cell, Row& row) {
  field_of<kField>(row) =
      read_ids(in, cell, ';', [&](Cell item) { return in.loader.feature(in.file, item); });
  return true;
}

// The rows here of rows of the fallback, which `find` finds by what they are called; those that are
// not here are left out.
template <class Find>
std::span<const std::uint16_t> translated(CatalogLoader& loader, std::span<const std::uint16_t> ids,
                                          Find find) {
  std::vector<std::uint16_t> here;
  for (const std::uint16_t id : ids) {
    if (const auto row = find(id)) here.push_back(*row);
  }
  return loader.storage().id_lists.keep(std::move(here));
}

inline std::span<const catalog::FeatureId> translated_features(
    CatalogLoader& loader, std::span<const catalog::FeatureId> ids) {
  return translated(loader, ids, [&](catalog::FeatureId id) {
    return catalog::find_feature(loader.rows(), loader.fallback()->features[id].name);
  });
}

// The fallback's operations or events, with the scopes that are here.
template <class Row>
void copy_with_scopes(CatalogLoader& loader, const auto& from, std::vector<Row>& rows) {
  const auto find = [&](catalog::ScopeId id) {
    const catalog::Scope& scope = loader.fallback()->scopes[id];
    return catalog::find_scope(loader.rows(), scope.name, scope.model);
  };
  for (Row row : from) {
    row.granular = translated(loader, row.granular, find);
    row.classic = translated(loader, row.classic, find);
    rows.push_back(row);
  }
}

// As the lookups expect them.
template <class Row, class View, class Key>
void sort_rows(std::vector<Row>& rows, View& view, Key key) {
  std::ranges::sort(rows, {}, key);
  view = rows;
}

}  // namespace zoomc::catalog_source
