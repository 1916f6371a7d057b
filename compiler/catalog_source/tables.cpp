#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <unordered_map>

#include "catalog/lookup.h"
#include "catalog_source/loader.h"
#include "diagnostics/codes.h"
#include "text/ascii.h"
#include "text/quote.h"

// The tables of a catalog: what columns each has, and what a row of it means.
namespace zoomc::catalog_source {
namespace {

constexpr std::array<std::string_view, 13> kTables{
    "scopes.tsv",        "known_levels.tsv",  "operations.tsv", "operation_phrases.tsv",
    "events.tsv",        "features.tsv",      "test_steps.tsv", "composites.tsv",
    "words.tsv",         "secret_fields.tsv", "errors.tsv",     "symptoms.tsv",
    "implied_scopes.tsv"};

// A table under a wrong name would be passed over in silence.
void check_names(CatalogLoader& loader) {
  for (const std::string& name : loader.names()) {
    const bool is_platform = name.find('/') != std::string::npos;
    if (is_platform || std::ranges::find(kTables, name) != kTables.end()) continue;
    loader.report_file(name, catalog_codes::kUnknownTable,
                       in_backticks(name) + " is not one of the tables of a catalog",
                       did_you_mean(name, kTables));
  }
}

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

std::span<const std::string_view> keep_texts(TableInput& in, const std::vector<Cell>& cells) {
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

std::span<const catalog::FeatureId> translated_features(CatalogLoader& loader,
                                                        std::span<const catalog::FeatureId> ids) {
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

// scopes.tsv and known_levels.tsv

bool lacks_documentation(const catalog::Scope& scope) {
  return scope.grants == catalog::Grants::manifest || scope.grants == catalog::Grants::seen;
}

template <auto kField, class Row>
bool model(TableInput& in, Cell cell, Row& row) {
  return choice<kField, catalog::ScopeModel::granular, catalog::ScopeModel::classic>(in, cell, row);
}

void read_scopes(CatalogLoader& loader) {
  read_rows<catalog::Scope>(
      loader, "scopes.tsv", loader.scopes,
      {{"scope", name<&catalog::Scope::name>},
       {"model", model<&catalog::Scope::model>},
       {"level", choice<&catalog::Scope::level, catalog::Level::user, catalog::Level::app>},
       {"grants",
        choice<&catalog::Scope::grants, catalog::Grants::operation, catalog::Grants::app_owned>}},
      [&](TableInput& in, const ReadRow<catalog::Scope>& row) {
        if (row.is_right[1]) {
          in.add_key(fmt::format("{} {}", row.value.name, catalog::to_string(row.value.model)),
                     row.cells[0]);
        } else {
          in.state.doubtful.emplace(row.value.name);
        }
        loader.storage().scopes.push_back(row.value);
      });
}

// The scopes without documentation that keep their level all the same.
void read_known_levels(CatalogLoader& loader) {
  struct KnownLevel {
    std::string_view scope;
    catalog::ScopeModel model;
    std::string_view reason;
  };
  TableState state;
  read_rows<KnownLevel>(
      loader, "known_levels.tsv", state,
      {{"scope", name<&KnownLevel::scope>},
       {"model", model<&KnownLevel::model>},
       {"reason", text<&KnownLevel::reason>}},
      [&](TableInput& in, const ReadRow<KnownLevel>& row) {
        if (!row.is_right[0] || !row.is_right[1]) return;
        const Cell name = row.cells[0];
        in.add_key(fmt::format("{} {}", name.text, catalog::to_string(row.value.model)), name);
        const auto id = loader.scope(in.file, name, row.value.model);
        if (!id) return;
        catalog::Scope& scope = loader.storage().scopes[*id];
        if (!lacks_documentation(scope)) {
          in.report_value(
              name,
              fmt::format("{} has the grants {}, so its level is known anyway: remove the row",
                          in_backticks(name.text), in_backticks(catalog::to_string(scope.grants))));
        }
        scope.level_is_guess = false;
      });
}

void copy_known_levels(CatalogLoader& loader) {
  const catalog::Catalog& fallback = *loader.fallback();
  for (catalog::Scope& scope : loader.storage().scopes) {
    const auto row = catalog::find_scope(fallback, scope.name, scope.model);
    if (!row) continue;
    const catalog::Scope& known = fallback.scopes[*row];
    if (!lacks_documentation(known) || known.level_is_guess) continue;
    if (known.level == scope.level) scope.level_is_guess = false;
  }
}

void load_scopes(CatalogLoader& loader) {
  auto& scopes = loader.storage().scopes;
  if (loader.falls_back("scopes.tsv")) {
    scopes.assign(loader.fallback()->scopes.begin(), loader.fallback()->scopes.end());
  } else {
    read_scopes(loader);
  }
  for (catalog::Scope& scope : scopes) scope.level_is_guess = lacks_documentation(scope);
  sort_rows(scopes, loader.storage().view.scopes,
            [](const catalog::Scope& row) { return std::pair(row.name, row.model); });
  if (loader.falls_back("known_levels.tsv")) {
    copy_known_levels(loader);
  } else {
    read_known_levels(loader);
  }
}

// implied_scopes.tsv

// A setting is a path of keys; no scope has a dot in its name.
bool is_setting(std::string_view cause) {
  return cause.find('.') != std::string_view::npos && cause.find(':') == std::string_view::npos;
}

void check_scope(TableInput& in, Cell name, std::string_view why) {
  const CatalogLoader& loader = in.loader;
  if (catalog::find_scope(loader.rows(), name.text, catalog::ScopeModel::granular) ||
      catalog::find_scope(loader.rows(), name.text, catalog::ScopeModel::classic) ||
      loader.scopes.may_have(name.text)) {
    return;
  }
  in.loader.report_unknown(in.file, name, "scope", why, [&] {
    std::vector<std::string> names;
    for (const catalog::Scope& scope : loader.rows().scopes) names.emplace_back(scope.name);
    return names;
  });
}

void load_implied_scopes(CatalogLoader& loader) {
  auto& implied = loader.storage().implied_scopes;
  if (loader.falls_back("implied_scopes.tsv")) {
    const auto& rows = loader.fallback()->implied_scopes;
    implied.assign(rows.begin(), rows.end());
  } else {
    TableState state;
    read_rows<catalog::ImpliedScope>(
        loader, "implied_scopes.tsv", state,
        {{"scope", name<&catalog::ImpliedScope::scope>},
         {"because_of", name<&catalog::ImpliedScope::because_of>}},
        [&](TableInput& in, ReadRow<catalog::ImpliedScope>& row) {
          if (!row.is_right[0] || !row.is_right[1]) return;
          const auto [scope, cause] = std::pair(row.cells[0], row.cells[1]);
          in.add_key(fmt::format("{} {}", scope.text, cause.text), scope);
          check_scope(in, scope, "scopes.tsv has no row for it");
          row.value.is_setting = is_setting(cause.text);
          if (!row.value.is_setting) {
            check_scope(in, cause,
                        "scopes.tsv has no row for it, and a setting of the manifest is written "
                        "`features.embed.meeting_sdk.enable`");
          }
          implied.push_back(row.value);
        });
  }
  sort_rows(implied, loader.storage().view.implied_scopes,
            [](const catalog::ImpliedScope& row) { return std::pair(row.scope, row.because_of); });
}

// operations.tsv and operation_phrases.tsv

constexpr std::array<std::string_view, 7> kMethods{"GET",   "HEAD",   "POST",   "PUT",
                                                   "PATCH", "DELETE", "OPTIONS"};

bool method(TableInput& in, Cell cell, catalog::Operation& row) {
  row.method = cell.text;
  if (std::ranges::find(kMethods, cell.text) != kMethods.end()) return true;
  report_choice(in.file, cell, in.column, kMethods);
  return false;
}

bool path(TableInput& in, Cell cell, catalog::Operation& row) {
  row.path = cell.text;
  if (!require_name(in.file, cell, in.column)) return false;
  if (cell.text.front() == '/') return true;
  in.report_value(cell,
                  fmt::format("the path {} does not begin with `/`", in_backticks(cell.text)));
  return false;
}

// Another table may call the operation of a row with a wrong method or path by its right name.
void doubt(TableInput& in, const ReadRow<catalog::Operation>& row) {
  const catalog::Operation& operation = row.value;
  if (!row.is_right[1]) {
    for (const std::string_view known : kMethods) {
      in.state.doubtful.insert(fmt::format("{} {}", known, operation.path));
    }
  }
  if (!row.is_right[2]) {
    in.state.doubtful.insert(fmt::format("{} /{}", operation.method, operation.path));
  }
}

void read_operations(CatalogLoader& loader) {
  read_rows<catalog::Operation>(
      loader, "operations.tsv", loader.operations,
      {{"product", text<&catalog::Operation::product>},
       {"method", method},
       {"path", path},
       // An id with a space could never be found: `METHOD /path` is what has one.
       {"operation_id", optional<name<&catalog::Operation::id, catalog::Operation>>},
       {"name", any<&catalog::Operation::name>},
       {"granular", scopes<&catalog::Operation::granular, catalog::ScopeModel::granular>},
       {"classic", scopes<&catalog::Operation::classic, catalog::ScopeModel::classic>}},
      [&](TableInput& in, const ReadRow<catalog::Operation>& row) {
        doubt(in, row);
        const bool is_named = !row.value.method.empty() && !row.value.path.empty();
        const std::string name = catalog::display_name(row.value);
        if (is_named) in.add_key(name, {name, row.cells[2].span});
        loader.storage().operations.push_back(row.value);
      });
}

void load_operations(CatalogLoader& loader) {
  auto& operations = loader.storage().operations;
  if (loader.falls_back("operations.tsv")) {
    copy_with_scopes(loader, loader.fallback()->operations, operations);
  } else {
    read_operations(loader);
  }
  sort_rows(operations, loader.storage().view.operations,
            [](const catalog::Operation& row) { return std::pair(row.path, row.method); });
}

// Every call that a feature makes is to be explained by `why`.
void require_phrases(const CatalogLoader& loader, const TableState& state,
                     std::vector<bool> explained) {
  for (const catalog::Feature& feature : loader.rows().features) {
    for (const catalog::OperationId id : feature.operations) {
      if (explained[id]) continue;
      explained[id] = true;
      state.file->report(
          catalog_codes::kReference, state.header,
          fmt::format("there is no row for {}, which {} calls",
                      in_backticks(catalog::display_name(loader.rows().operations[id])),
                      in_backticks(feature.name)));
    }
  }
}

void read_phrases(CatalogLoader& loader) {
  struct Phrase {
    std::string_view operation;
    std::string_view does;
    std::string_view without;
  };
  auto& operations = loader.storage().operations;
  for (catalog::Operation& operation : operations) operation.does = operation.without = {};
  std::vector<bool> explained(operations.size());
  TableState state;
  read_rows<Phrase>(loader, "operation_phrases.tsv", state,
                    {{"operation", text<&Phrase::operation>},
                     {"does", text<&Phrase::does>},
                     {"without", text<&Phrase::without>}},
                    [&](TableInput& in, const ReadRow<Phrase>& row) {
                      if (!row.is_right[0]) return;
                      in.add_key(row.cells[0]);
                      const auto id = loader.operation(in.file, row.cells[0]);
                      if (!id) return;
                      explained[*id] = true;
                      operations[*id].does = row.value.does;
                      operations[*id].without = row.value.without;
                    });
  if (loader.fallback() == nullptr && state.is_whole()) {
    require_phrases(loader, state, std::move(explained));
  }
}

void load_operation_phrases(CatalogLoader& loader) {
  if (!loader.falls_back("operation_phrases.tsv")) return read_phrases(loader);
  const catalog::Catalog& fallback = *loader.fallback();
  for (catalog::Operation& operation : loader.storage().operations) {
    const auto row = catalog::find_operation(fallback, operation.method, operation.path);
    operation.does = row ? fallback.operations[*row].does : std::string_view{};
    operation.without = row ? fallback.operations[*row].without : std::string_view{};
  }
}

// events.tsv

void load_events(CatalogLoader& loader) {
  auto& events = loader.storage().events;
  if (loader.falls_back("events.tsv")) {
    copy_with_scopes(loader, loader.fallback()->events, events);
  } else {
    TableState state;
    read_rows<catalog::Event>(
        loader, "events.tsv", state,
        {{"event", name<&catalog::Event::name>},
         {"product", text<&catalog::Event::product>},
         {"granular", scopes<&catalog::Event::granular, catalog::ScopeModel::granular>},
         {"classic", scopes<&catalog::Event::classic, catalog::ScopeModel::classic>},
         {"basis", choice<&catalog::Event::basis, catalog::EventBasis::documented,
                          catalog::EventBasis::unknown>}},
        [&](TableInput& in, const ReadRow<catalog::Event>& row) {
          if (row.is_right[0]) in.add_key(row.cells[0]);
          events.push_back(row.value);
        });
  }
  sort_rows(events, loader.storage().view.events, &catalog::Event::name);
}

// By scope, the indices of the rows that have it among their scopes of either model.
template <class Row>
std::vector<std::vector<std::uint16_t>> rows_by_scope(const std::vector<Row>& rows,
                                                      std::size_t scopes) {
  std::vector<std::vector<std::uint16_t>> lists(scopes);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (const catalog::ScopeModel model :
         {catalog::ScopeModel::granular, catalog::ScopeModel::classic}) {
      for (const catalog::ScopeId scope : rows[row].scopes(model)) {
        lists[scope].push_back(static_cast<std::uint16_t>(row));
      }
    }
  }
  return lists;
}

void link_scopes(CatalogStorage& storage) {
  auto operations = rows_by_scope(storage.operations, storage.scopes.size());
  auto events = rows_by_scope(storage.events, storage.scopes.size());
  for (std::size_t scope = 0; scope < storage.scopes.size(); ++scope) {
    storage.scopes[scope].operations = storage.id_lists.keep(std::move(operations[scope]));
    storage.scopes[scope].events = storage.id_lists.keep(std::move(events[scope]));
  }
}

// features.tsv

constexpr std::size_t kShortfallColumn = 5;
constexpr std::size_t kPhraseColumn = 6;

// `group.action`, or one word for what the user does not choose (`sign_in`).
bool feature_name(TableInput& in, Cell cell, catalog::Feature& row) {
  row.name = cell.text;
  if (!require_name(in.file, cell, in.column)) return false;
  const bool has_one_dot = std::ranges::count(cell.text, '.') == 1;
  const bool has_both = !cell.text.starts_with('.') && !cell.text.ends_with('.');
  if (cell.text.find('.') == std::string_view::npos || (has_one_dot && has_both)) return true;
  in.report_value(cell, in_backticks(cell.text) + " is not of the form `group.action`");
  return false;
}

bool feature_level(TableInput& in, Cell cell, catalog::Feature& row) {
  row.admin_only = cell.text == "admin";
  if (row.admin_only || cell.text == "any") return true;
  report_choice(in.file, cell, in.column, std::array<std::string_view, 2>{"admin", "any"});
  return false;
}

bool same_operations(const CatalogLoader& loader, const catalog::Feature& here,
                     const catalog::Feature& known) {
  return std::ranges::equal(here.operations, known.operations,
                            [&](catalog::OperationId a, catalog::OperationId b) {
                              return catalog::display_name(loader.rows().operations[a]) ==
                                     catalog::display_name(loader.fallback()->operations[b]);
                            });
}

// What the fallback says of the feature takes the place of what the table leaves out.
void complete(const CatalogLoader& loader, const Table& table, catalog::Feature& feature) {
  const auto row = catalog::find_feature(*loader.fallback(), feature.name);
  const catalog::Feature* known = row ? &loader.fallback()->features[*row] : nullptr;
  // How the guide's names fall short is only true of the same names and the same calls.
  if (!table.has(kShortfallColumn) && known != nullptr &&
      same_operations(loader, feature, *known) &&
      std::ranges::equal(feature.guide_scopes, known->guide_scopes)) {
    feature.guide_shortfall = known->guide_shortfall;
  }
  if (!feature.phrase.empty()) return;
  feature.phrase = feature.name;
  // Where nobody wrote a phrase, Zoom's own title of a call is what a reviewer reads.
  for (const catalog::OperationId id : feature.operations) {
    const std::string_view title = loader.rows().operations[id].name;
    if (title.empty()) continue;
    feature.phrase = title;
    break;
  }
  if (known != nullptr) feature.phrase = known->phrase;
}

void read_features(CatalogLoader& loader) {
  // Collections of facts lack the last two; the fallback then says what it said.
  const bool is_alone = loader.fallback() == nullptr;
  read_rows<catalog::Feature>(
      loader, "features.tsv", loader.features,
      {{"feature", feature_name},
       {"level", feature_level},
       {"guide_scopes", texts<&catalog::Feature::guide_scopes, ','>},
       {"operations", filled<operations<&catalog::Feature::operations, catalog::Feature>>},
       {"note", any<&catalog::Feature::note>},
       {"guide_shortfall", any<&catalog::Feature::guide_shortfall>, is_alone},
       {"phrase", any<&catalog::Feature::phrase>, is_alone}},
      [&](TableInput& in, ReadRow<catalog::Feature>& row) {
        in.add_key(row.cells[0]);
        const Cell phrase = row.cells[kPhraseColumn];
        if (!phrase.text.empty() || is_alone) {
          if (require_text(in.file, phrase, "phrase")) {
            loader.check_phrase(in.file, phrase, row.value.name);
          }
        }
        if (!is_alone) complete(loader, in.table, row.value);
        loader.storage().features.push_back(row.value);
      });
}

void copy_features(CatalogLoader& loader) {
  const catalog::Catalog& fallback = *loader.fallback();
  const TableState& operations = loader.operations;
  for (catalog::Feature feature : fallback.features) {
    feature.operations = translated(loader, feature.operations, [&](catalog::OperationId id) {
      const std::string name = catalog::display_name(fallback.operations[id]);
      const auto row = find_exact_operation(loader.rows(), name);
      if (!row && operations.file != nullptr && !operations.may_have(name)) {
        operations.file->report(
            catalog_codes::kReference, operations.header,
            fmt::format("there is no row for {}, which the built-in feature {} calls: add it, or a "
                        "features.tsv without that feature",
                        in_backticks(name), in_backticks(feature.name)));
      }
      return row;
    });
    loader.storage().features.push_back(feature);
  }
}

void load_features(CatalogLoader& loader) {
  if (loader.falls_back("features.tsv")) {
    copy_features(loader);
  } else {
    read_features(loader);
  }
  sort_rows(loader.storage().features, loader.storage().view.features, &catalog::Feature::name);
}

// test_steps.tsv

// By feature, a step for each of its calls; without an action where there is none yet.
using Steps = std::vector<std::vector<catalog::TestStep>>;

// A step is true of a call in a feature, so both must be the fallback's.
void copy_steps(const CatalogLoader& loader, Steps& steps) {
  const catalog::Catalog& rows = loader.rows();
  const catalog::Catalog& fallback = *loader.fallback();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto known = catalog::find_feature(fallback, rows.features[i].name);
    for (std::size_t k = 0; known && k < steps[i].size(); ++k) {
      const catalog::Operation& call = rows.operations[rows.features[i].operations[k]];
      const auto row = catalog::find_operation(fallback, call.method, call.path);
      const catalog::TestStep* step =
          row ? catalog::find_test_step(fallback.features[*known], *row) : nullptr;
      if (step != nullptr) steps[i][k] = *step;
    }
  }
}

// Whether it is clear what each feature calls. A mistake there is reported there.
bool are_calls_known(const CatalogLoader& loader) {
  const auto is_sound = [](const TableState& state) {
    return !state.unusable && (state.file == nullptr || !state.file->has_findings());
  };
  return is_sound(loader.features) && is_sound(loader.operations);
}

// The step that a row is about; what the row names wrongly is reported.
catalog::TestStep* find_step(TableInput& in, Cell feature, Cell operation, Steps& steps) {
  const auto row = in.loader.feature(in.file, feature);
  const auto call = in.loader.operation(in.file, operation);
  if (!row || !call) return nullptr;
  const auto& calls = in.loader.rows().features[*row].operations;
  const auto found = std::ranges::find(calls, *call);
  if (found != calls.end()) return &steps[*row][static_cast<std::size_t>(found - calls.begin())];
  if (are_calls_known(in.loader)) {
    in.file.report(catalog_codes::kReference, operation.span,
                   fmt::format("{} does not call {}: a step shows a call of its feature",
                               in_backticks(feature.text), in_backticks(operation.text)));
  }
  return nullptr;
}

// Every call that a feature makes is to be seen at work.
void require_steps(const CatalogLoader& loader, const TableState& state, const Steps& steps) {
  const catalog::Catalog& rows = loader.rows();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const catalog::Feature& feature = rows.features[i];
    for (std::size_t k = 0; k < steps[i].size(); ++k) {
      if (!steps[i][k].action.empty()) continue;
      state.file->report(
          catalog_codes::kReference, state.header,
          fmt::format("there is no row for {} and {}, which it calls", in_backticks(feature.name),
                      in_backticks(catalog::display_name(rows.operations[feature.operations[k]]))));
    }
  }
}

void read_steps(CatalogLoader& loader, Steps& steps) {
  struct StepRow : catalog::TestStep {
    std::string_view feature;
    std::string_view operation;
  };
  TableState state;
  bool is_right = true;
  // By action, the row that has it.
  std::unordered_map<std::string_view, std::string> actions;
  read_rows<StepRow>(
      loader, "test_steps.tsv", state,
      {{"feature", text<&StepRow::feature>},
       {"operation", text<&StepRow::operation>},
       {"account", any<&StepRow::account>},
       {"action", text<&StepRow::action>},
       {"expect", text<&StepRow::expect>}},
      [&](TableInput& in, const ReadRow<StepRow>& row) {
        is_right = is_right && std::ranges::find(row.is_right, false) == row.is_right.end();
        if (!row.is_right[0] || !row.is_right[1]) return;
        const std::string name = fmt::format("{} {}", row.value.feature, row.value.operation);
        in.add_key(name, {name, row.cells[0].span});
        const auto [known, is_new] = actions.emplace(row.value.action, name);
        // A row that is there twice is one mistake.
        if (row.is_right[3] && !is_new && known->second != name) {
          in.file.report(
              catalog_codes::kDuplicate, row.cells[3].span,
              fmt::format(
                  "{} has the action {} too: a reviewer must be able to tell the steps apart",
                  in_backticks(known->second), in_backticks(row.value.action)));
        }
        catalog::TestStep* step = find_step(in, row.cells[0], row.cells[1], steps);
        if (step != nullptr) *step = row.value;
        is_right = is_right && step != nullptr;
      });
  if (loader.fallback() == nullptr && is_right && state.is_whole() && are_calls_known(loader)) {
    require_steps(loader, state, steps);
  }
}

void load_test_steps(CatalogLoader& loader) {
  auto& features = loader.storage().features;
  Steps steps;
  for (const catalog::Feature& feature : features) steps.emplace_back(feature.operations.size());
  if (loader.falls_back("test_steps.tsv")) {
    copy_steps(loader, steps);
  } else {
    read_steps(loader, steps);
  }
  for (std::size_t i = 0; i < features.size(); ++i) {
    features[i].test_steps = loader.storage().test_step_lists.keep(std::move(steps[i]));
  }
}

// composites.tsv

bool composite_name(TableInput& in, Cell cell, catalog::Composite& row) {
  row.name = cell.text;
  if (!require_name(in.file, cell, in.column)) return false;
  if (catalog::find_feature(in.loader.rows(), cell.text)) {
    in.file.report(
        catalog_codes::kDuplicate, cell.span,
        in_backticks(cell.text) + " is a feature already: give the composite another name");
  } else if (cell.text.find('.') == std::string_view::npos) {
    in.report_value(cell, in_backticks(cell.text) + " is not of the form `group.action`");
  }
  return true;
}

// A composite of which a member is gone would promise more than it does, so it goes too.
void copy_composites(CatalogLoader& loader) {
  for (catalog::Composite composite : loader.fallback()->composites) {
    const std::size_t members = composite.members.size();
    composite.members = translated_features(loader, composite.members);
    const bool is_whole = composite.members.size() == members;
    if (!is_whole || catalog::find_feature(loader.rows(), composite.name)) continue;
    loader.storage().composites.push_back(composite);
  }
}

void load_composites(CatalogLoader& loader) {
  auto& composites = loader.storage().composites;
  if (loader.falls_back("composites.tsv")) {
    copy_composites(loader);
  } else {
    TableState state;
    read_rows<catalog::Composite>(
        loader, "composites.tsv", state,
        {{"composite", composite_name},
         {"members", filled<features<&catalog::Composite::members, catalog::Composite>>},
         {"phrase", text<&catalog::Composite::phrase>}},
        [&](TableInput& in, const ReadRow<catalog::Composite>& row) {
          in.add_key(row.cells[0]);
          if (row.is_right[2]) {
            loader.check_phrase(in.file, row.cells[2], row.value.name);
          }
          composites.push_back(row.value);
        });
  }
  sort_rows(composites, loader.storage().view.composites, &catalog::Composite::name);
}

// words.tsv and secret_fields.tsv

// Only placeholders and the prefixes of keys may tell case apart, and only some lists have phrases;
// such a word in another list would never be found.
void check_word(CatalogFile& file, catalog::WordList list, Cell word) {
  if (list == catalog::WordList::placeholder || list == catalog::WordList::key_prefix) return;
  const auto report = [&](std::string_view::const_iterator place, std::string message) {
    const auto at = word.span.begin + static_cast<std::uint32_t>(place - word.text.begin());
    file.report(catalog_codes::kValue, {at, at + 1}, std::move(message));
  };
  const std::string quoted = in_backticks(word.text);
  const auto upper = std::ranges::find_if(word.text, is_upper);
  const auto space = std::ranges::find(word.text, ' ');
  if (upper != word.text.end()) {
    report(upper,
           fmt::format("{} has an upper-case letter: the words of the list `{}` are lower case",
                       quoted, catalog::to_string(list)));
  } else if (space != word.text.end() && list < catalog::WordList::secret_field) {
    report(space, fmt::format("{} has a space: the list `{}` takes single words", quoted,
                              catalog::to_string(list)));
  }
}

// A list without words would switch off what looks for them.
void require_words(const std::vector<catalog::Word>& words, const TableState& state,
                   catalog::WordList first, catalog::WordList last) {
  for (auto i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
    const auto list = static_cast<catalog::WordList>(i);
    if (std::ranges::find(words, list, &catalog::Word::list) != words.end()) continue;
    state.file->report(
        catalog_codes::kEmptyTable, state.header,
        fmt::format("the list `{}` has no words: add a row for it", catalog::to_string(list)));
  }
}

// The words of these lists, from their table or as the fallback has them.
template <catalog::WordList kFirst, catalog::WordList kLast>
void load_lists(CatalogLoader& loader, std::string_view table) {
  auto& words = loader.storage().words;
  if (loader.falls_back(table)) {
    for (const catalog::Word& word : loader.fallback()->words) {
      if (kFirst <= word.list && word.list <= kLast) words.push_back(word);
    }
    return;
  }
  TableState state;
  bool is_right = true;
  const bool is_read = read_rows<catalog::Word>(
      loader, table, state,
      {{"list", choice<&catalog::Word::list, kFirst, kLast>},
       {"words", any<&catalog::Word::text>},
       {"about", ignored<catalog::Word>, false}},
      [&](TableInput& in, const ReadRow<catalog::Word>& row) {
        is_right = is_right && row.is_right[0];
        if (!row.is_right[0]) return;
        require_text(in.file, row.cells[1], "words");
        for (const Cell& word : read_list(in.file, row.cells[1], ',')) {
          check_word(in.file, row.value.list, word);
          in.add_key(fmt::format("{} {}", row.cells[0].text, word.text), word);
          words.push_back({row.value.list, word.text});
        }
      });
  if (is_read && is_right && state.is_whole()) require_words(words, state, kFirst, kLast);
}

void load_words(CatalogLoader& loader) {
  load_lists<catalog::WordList::stop, catalog::WordList::official>(loader, "words.tsv");
  load_lists<catalog::WordList::secret_field, catalog::WordList::stand_in>(loader,
                                                                           "secret_fields.tsv");
  sort_rows(loader.storage().words, loader.storage().view.words,
            [](const catalog::Word& row) { return std::pair(row.list, row.text); });
}

// errors.tsv and symptoms.tsv

// The columns of an `Advice`, which both tables have after their own.
template <class Row>
std::vector<Field<Row>> with_advice(std::vector<Field<Row>> fields) {
  fields.push_back({"cause", text<&catalog::Advice::cause>});
  fields.push_back({"ways_out", filled<texts<&catalog::Advice::ways_out, '|', Row>>});
  fields.push_back({"shows",
                    optional<choice<&catalog::Advice::shows, catalog::Shows::nothing,
                                    catalog::Shows::guide_names, Row>>,
                    false});
  fields.push_back({"features", features<&catalog::Advice::features>, false});
  fields.push_back({"rules", names<&catalog::Advice::rules>, false});
  return fields;
}

bool error_texts(TableInput& in, Cell cell, catalog::ErrorText& row) {
  const std::vector<Cell> items = read_list(in.file, cell, '|');
  row.texts = keep_texts(in, items);
  for (const Cell& item : items) {
    in.add_key(item);
    // Of a single word nobody could say that it is this text.
    std::size_t words = 0;
    for (std::size_t i = 0; i < item.text.size(); ++i) {
      words += is_letter(item.text[i]) && (i == 0 || !is_letter(item.text[i - 1]));
    }
    if (words >= 2) continue;
    in.report_value(
        item,
        fmt::format("the text {} has fewer than two words: that is too little to recognize it",
                    in_backticks(item.text)));
  }
  return true;
}

void read_errors(CatalogLoader& loader) {
  TableState state;
  read_rows<catalog::ErrorText>(
      loader, "errors.tsv", state,
      with_advice<catalog::ErrorText>(
          {{"texts", filled<error_texts>}, {"codes", names<&catalog::ErrorText::codes>}}),
      [&](TableInput&, const ReadRow<catalog::ErrorText>& row) {
        loader.storage().errors.push_back(row.value);
      });
}

void read_symptoms(CatalogLoader& loader) {
  TableState state;
  read_rows<catalog::Symptom>(
      loader, "symptoms.tsv", state,
      with_advice<catalog::Symptom>(
          {{"symptom", text<&catalog::Symptom::name>},
           {"about", filled<names<&catalog::Symptom::about, catalog::Symptom>>},
           {"trouble", filled<names<&catalog::Symptom::trouble, catalog::Symptom>>}}),
      [&](TableInput& in, const ReadRow<catalog::Symptom>& row) {
        in.add_key(row.cells[0]);
        loader.storage().symptoms.push_back(row.value);
      });
}

// The rows of the fallback. A feature that is gone is not what a row here is about.
template <class Row>
void copy_with_features(CatalogLoader& loader, std::span<const Row> from, std::vector<Row>& rows) {
  for (Row row : from) {
    row.advice.features = translated_features(loader, row.advice.features);
    rows.push_back(row);
  }
}

void load_advice(CatalogLoader& loader) {
  CatalogStorage& storage = loader.storage();
  if (loader.falls_back("errors.tsv")) {
    copy_with_features(loader, loader.fallback()->errors, storage.errors);
  } else {
    read_errors(loader);
  }
  if (loader.falls_back("symptoms.tsv")) {
    copy_with_features(loader, loader.fallback()->symptoms, storage.symptoms);
  } else {
    read_symptoms(loader);
  }
  storage.view.errors = storage.errors;
  storage.view.symptoms = storage.symptoms;
}

}  // namespace

void load_tables(CatalogLoader& loader) {
  check_names(loader);
  load_scopes(loader);
  load_implied_scopes(loader);
  load_operations(loader);
  load_events(loader);
  link_scopes(loader.storage());
  load_features(loader);
  load_operation_phrases(loader);
  load_test_steps(loader);
  load_composites(loader);
  load_words(loader);
  load_advice(loader);
}

}  // namespace zoomc::catalog_source
