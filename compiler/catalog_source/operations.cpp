#include "catalog_source/operations.h"

#include <algorithm>
#include <array>
#include <utility>

#include "catalog/lookup.h"
#include "catalog_source/scopes.h"
#include "catalog_source/values.h"
#include "diagnostics/codes.h"
#include "text/quote.h"

namespace zoomc::catalog_source {
namespace {

constexpr std::array<std::string_view, 7> kMethods{"GET",   "HEAD",   "POST",   "PUT",
                                                   "PATCH", "DELETE", "OPTIONS"};

// The operation of a row whose method or path is wrong may be named right elsewhere.
void doubt(Loading& loading, std::string_view method, std::string_view path) {
  loading.operations.doubtful.insert(std::string(method) + " " + std::string(path));
}

void check_method(Loading& loading, CatalogFile& file, Cell method, Cell path) {
  if (std::find(kMethods.begin(), kMethods.end(), method.text) != kMethods.end()) return;
  report_choice(file, method, "method", {kMethods.begin(), kMethods.end()});
  for (const std::string_view known : kMethods) doubt(loading, known, path.text);
}

void check_path(Loading& loading, CatalogFile& file, Cell method, Cell path) {
  if (!require_name(file, path, "path") || path.text.front() == '/') return;
  file.report(catalog_codes::kValue, path.span,
              "the path " + in_backticks(path.text) + " does not begin with `/`");
  doubt(loading, method.text, "/" + std::string(path.text));
}

// An id with a space could never be found: `METHOD /path` is what has one.
void check_id(CatalogFile& file, Cell id) {
  if (!id.text.empty()) require_name(file, id, "operation_id");
}

Operation read_operation_row(Loading& loading, CatalogFile& file, const Table& table,
                             std::size_t row) {
  require_text(file, table.cell(row, 0), "product");
  check_method(loading, file, table.cell(row, 1), table.cell(row, 2));
  check_path(loading, file, table.cell(row, 1), table.cell(row, 2));
  check_id(file, table.cell(row, 3));
  const auto scopes = [&](std::size_t column, ScopeModel model) {
    return loading.storage().scope_lists.keep(
        read_scope_list(loading, file, table.cell(row, column), model));
  };
  return {.product = table.cell(row, 0).text,
          .method = table.cell(row, 1).text,
          .path = table.cell(row, 2).text,
          .id = table.cell(row, 3).text,
          .name = table.cell(row, 4).text,
          .granular = scopes(5, ScopeModel::granular),
          .classic = scopes(6, ScopeModel::classic)};
}

void read_operation_rows(Loading& loading) {
  constexpr std::array kColumns{Column{"product"},      Column{"method"}, Column{"path"},
                                Column{"operation_id"}, Column{"name"},   Column{"granular"},
                                Column{"classic"}};
  auto opened = loading.open_table(kOperationsTable, kColumns, loading.operations);
  if (!opened) return;
  RowKeys keys;
  for (std::size_t row = 0; row < opened->table.row_count(); ++row) {
    const Operation operation = read_operation_row(loading, *opened->file, opened->table, row);
    const std::string name = display_name(operation);
    const bool is_named = !operation.method.empty() && !operation.path.empty();
    if (is_named) keys.add(*opened->file, name, opened->table.cell(row, 2).span, name);
    loading.storage().operations.push_back(operation);
  }
}

void copy_operation_rows(Loading& loading) {
  CatalogStorage& storage = loading.storage();
  for (Operation operation : loading.fallback()->operations) {
    operation.granular = storage.scope_lists.keep(translate_scopes(loading, operation.granular));
    operation.classic = storage.scope_lists.keep(translate_scopes(loading, operation.classic));
    storage.operations.push_back(operation);
  }
}

void copy_phrases(Loading& loading) {
  const Catalog& fallback = *loading.fallback();
  for (Operation& operation : loading.storage().operations) {
    const auto row = find_operation(fallback, operation.method, operation.path);
    operation.does = row ? fallback.operations[*row].does : std::string_view{};
    operation.without = row ? fallback.operations[*row].without : std::string_view{};
  }
}

// Every call that a feature makes is to be explained by `why`.
void check_completeness(Loading& loading, CatalogFile& file, Span place,
                        std::vector<bool> explained) {
  for (const Feature& feature : loading.rows().features) {
    for (const OperationId id : feature.operations) {
      if (explained[id]) continue;
      explained[id] = true;
      const Operation& operation = loading.rows().operations[id];
      file.report(catalog_codes::kReference, place,
                  "there is no row for " + in_backticks(display_name(operation)) + ", which " +
                      in_backticks(feature.name) + " calls");
    }
  }
}

void read_phrases(Loading& loading) {
  constexpr std::array kColumns{Column{"operation"}, Column{"does"}, Column{"without"}};
  TableState state;
  auto opened = loading.open_table(kOperationPhrasesTable, kColumns, state);
  if (!opened) return;
  auto& operations = loading.storage().operations;
  for (Operation& operation : operations) operation.does = operation.without = {};
  std::vector<bool> explained(operations.size());
  RowKeys keys;
  for (std::size_t row = 0; row < opened->table.row_count(); ++row) {
    const Cell name = opened->table.cell(row, 0);
    const Cell does = opened->table.cell(row, 1);
    const Cell without = opened->table.cell(row, 2);
    require_text(*opened->file, does, "does");
    require_text(*opened->file, without, "without");
    if (!require_text(*opened->file, name, "operation")) continue;
    keys.add(*opened->file, std::string(name.text), name.span, name.text);
    if (const auto id = read_operation(loading, *opened->file, name)) {
      explained[*id] = true;
      operations[*id].does = does.text;
      operations[*id].without = without.text;
    }
  }
  if (loading.fallback() == nullptr && opened->table.broken_rows().empty()) {
    check_completeness(loading, *opened->file, state.header, std::move(explained));
  }
}

}  // namespace

void load_operations(Loading& loading) {
  if (loading.falls_back(kOperationsTable)) {
    copy_operation_rows(loading);
  } else {
    read_operation_rows(loading);
  }
  auto& operations = loading.storage().operations;
  std::sort(operations.begin(), operations.end(), [](const Operation& a, const Operation& b) {
    return std::pair(a.path, a.method) < std::pair(b.path, b.method);
  });
  loading.storage().view.operations = operations;
}

void load_operation_phrases(Loading& loading) {
  if (loading.falls_back(kOperationPhrasesTable)) {
    copy_phrases(loading);
  } else {
    read_phrases(loading);
  }
}

std::optional<OperationId> find_exact_operation(const Catalog& catalog, std::string_view name) {
  const auto space = name.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  return find_operation(catalog, name.substr(0, space), name.substr(space + 1));
}

std::optional<OperationId> read_operation(Loading& loading, CatalogFile& file, Cell cell) {
  const Catalog& rows = loading.rows();
  if (const auto found = find_exact_operation(rows, cell.text)) return found;
  if (loading.operations.may_have(cell.text)) return std::nullopt;
  // Only the names need to live until the suggestion is written.
  std::vector<std::string> names;
  auto hints = loading.suggest(cell.text, [&] {
    for (const Operation& operation : rows.operations) names.push_back(display_name(operation));
    return std::vector<std::string_view>(names.begin(), names.end());
  });
  file.report(catalog_codes::kReference, cell.span,
              "unknown operation " + in_backticks(cell.text) + ": operations.tsv has no row for it",
              std::move(hints));
  return std::nullopt;
}

}  // namespace zoomc::catalog_source
