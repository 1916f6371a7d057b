#include "catalog_source/scopes.h"

#include <algorithm>
#include <array>

#include "catalog/lookup.h"
#include "catalog_source/values.h"
#include "diagnostics/codes.h"
#include "text/quote.h"

namespace zoomc::catalog_source {
namespace {

constexpr std::array kModels{ScopeModel::granular, ScopeModel::classic};
constexpr std::array kLevels{Level::user, Level::admin, Level::master, Level::app};
constexpr std::array kGrants{Grants::operation, Grants::event, Grants::event_and_operation,
                             Grants::manifest,  Grants::seen,  Grants::app_owned};

bool lacks_documentation(const Scope& scope) {
  return scope.grants == Grants::manifest || scope.grants == Grants::seen;
}

std::string scope_key(const Scope& scope) {
  return std::string(scope.name) + " " + std::string(to_string(scope.model));
}

void read_scope_rows(Loading& loading) {
  constexpr std::array kColumns{Column{"scope"}, Column{"model"}, Column{"level"},
                                Column{"grants"}};
  const auto opened = loading.open_table(kScopesTable, kColumns, loading.scopes);
  if (!opened) return;
  const auto& [file, table] = *opened;
  RowKeys keys;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const Cell name = table.cell(row, 0);
    require_name(*file, name, "scope");
    const Scope scope{.name = name.text,
                      .model = read_choice(*file, table.cell(row, 1), "model", kModels),
                      .level = read_choice(*file, table.cell(row, 2), "level", kLevels),
                      .grants = read_choice(*file, table.cell(row, 3), "grants", kGrants)};
    if (to_string(scope.model) != table.cell(row, 1).text) {
      loading.scopes.doubtful.emplace(name.text);
    } else {
      keys.add(*file, scope_key(scope), name.span, name.text);
    }
    loading.storage().scopes.push_back(scope);
  }
}

// The scopes without documentation that keep their level all the same.
void read_known_levels(Loading& loading) {
  constexpr std::array kColumns{Column{"scope"}, Column{"model"}, Column{"reason"}};
  TableState state;
  const auto opened = loading.open_table(kKnownLevelsTable, kColumns, state);
  if (!opened) return;
  const auto& [file, table] = *opened;
  RowKeys keys;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const Cell name = table.cell(row, 0);
    const bool named = require_name(*file, name, "scope");
    const ScopeModel model = read_choice(*file, table.cell(row, 1), "model", kModels);
    require_text(*file, table.cell(row, 2), "reason");
    if (!named || to_string(model) != table.cell(row, 1).text) continue;
    keys.add(*file, scope_key({.name = name.text, .model = model}), name.span, name.text);
    const auto found = read_scope_list(loading, *file, name, model);
    if (found.empty()) continue;
    Scope& scope = loading.storage().scopes[found.front()];
    if (!lacks_documentation(scope)) {
      file->report(catalog_codes::kValue, name.span,
                   in_backticks(name.text) + " has the grants " +
                       in_backticks(to_string(scope.grants)) +
                       ", so its level is known anyway: remove the row");
    }
    scope.level_is_guess = false;
  }
}

void copy_known_levels(Loading& loading) {
  const Catalog& fallback = *loading.fallback();
  for (Scope& scope : loading.storage().scopes) {
    const auto row = find_scope(fallback, scope.name, scope.model);
    if (!row) continue;
    const Scope& known = fallback.scopes[*row];
    if (!lacks_documentation(known) || known.level_is_guess) continue;
    if (known.level == scope.level) scope.level_is_guess = false;
  }
}

}  // namespace

void load_scopes(Loading& loading) {
  auto& scopes = loading.storage().scopes;
  if (loading.falls_back(kScopesTable)) {
    scopes.assign(loading.fallback()->scopes.begin(), loading.fallback()->scopes.end());
  } else {
    read_scope_rows(loading);
  }
  std::sort(scopes.begin(), scopes.end(), [](const Scope& a, const Scope& b) {
    return std::pair(a.name, a.model) < std::pair(b.name, b.model);
  });
  for (Scope& scope : scopes) scope.level_is_guess = lacks_documentation(scope);
  loading.storage().view.scopes = scopes;
  if (loading.falls_back(kKnownLevelsTable)) {
    copy_known_levels(loading);
  } else {
    read_known_levels(loading);
  }
}

std::vector<ScopeId> read_scope_list(Loading& loading, CatalogFile& file, Cell cell,
                                     ScopeModel model) {
  const Catalog& rows = loading.rows();
  std::vector<ScopeId> scopes;
  for (const Cell& name : read_list(file, cell, ',')) {
    if (const auto scope = find_scope(rows, name.text, model)) {
      scopes.push_back(*scope);
      continue;
    }
    if (loading.scopes.may_have(name.text)) continue;
    auto hints = loading.suggest(name.text, [&] {
      std::vector<std::string_view> names;
      for (const Scope& scope : rows.scopes) {
        if (scope.model == model) names.push_back(scope.name);
      }
      return names;
    });
    file.report(catalog_codes::kReference, name.span,
                "unknown " + std::string(to_string(model)) + " scope " + in_backticks(name.text) +
                    ": scopes.tsv has no row for it",
                std::move(hints));
  }
  return scopes;
}

std::vector<ScopeId> translate_scopes(Loading& loading, std::span<const ScopeId> scopes) {
  std::vector<ScopeId> here;
  for (const ScopeId id : scopes) {
    const Scope& scope = loading.fallback()->scopes[id];
    if (const auto row = find_scope(loading.rows(), scope.name, scope.model)) here.push_back(*row);
  }
  return here;
}

}  // namespace zoomc::catalog_source
