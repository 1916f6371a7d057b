#include "catalog_source/implied_scopes.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "catalog/lookup.h"
#include "catalog_source/values.h"
#include "diagnostics/codes.h"
#include "text/quote.h"

namespace zoomc::catalog_source {
namespace {

bool is_scope(const Loading& loading, std::string_view name) {
  return find_scope(loading.rows(), name, ScopeModel::granular) ||
         find_scope(loading.rows(), name, ScopeModel::classic);
}

void check_scope(Loading& loading, CatalogFile& file, Cell name, std::string_view otherwise) {
  if (is_scope(loading, name.text) || loading.scopes.may_have(name.text)) return;
  auto hints = loading.suggest(name.text, [&] {
    std::vector<std::string_view> names;
    for (const Scope& scope : loading.rows().scopes) names.push_back(scope.name);
    return names;
  });
  file.report(catalog_codes::kReference, name.span,
              "unknown scope " + in_backticks(name.text) + ": scopes.tsv has no row for it" +
                  std::string(otherwise),
              std::move(hints));
}

// A setting is a path of keys; no scope has a dot in its name.
bool is_setting(std::string_view cause) {
  return cause.find('.') != std::string_view::npos && cause.find(':') == std::string_view::npos;
}

void read_implied_rows(Loading& loading) {
  constexpr std::array kColumns{Column{"scope"}, Column{"because_of"}};
  TableState state;
  auto opened = loading.open_table(kImpliedScopesTable, kColumns, state);
  if (!opened) return;
  CatalogFile& file = *opened->file;
  RowKeys keys;
  for (std::size_t row = 0; row < opened->table.row_count(); ++row) {
    const Cell scope = opened->table.cell(row, 0);
    const Cell cause = opened->table.cell(row, 1);
    const bool has_scope = require_name(file, scope, "scope");
    const bool has_cause = require_name(file, cause, "because_of");
    if (!has_scope || !has_cause) continue;
    keys.add(file, std::string(scope.text) + " " + std::string(cause.text), scope.span, scope.text);
    check_scope(loading, file, scope, {});
    if (!is_setting(cause.text)) {
      check_scope(loading, file, cause,
                  ", and a setting of the manifest is written `features.embed.meeting_sdk.enable`");
    }
    loading.storage().implied_scopes.push_back({scope.text, cause.text, is_setting(cause.text)});
  }
}

}  // namespace

void load_implied_scopes(Loading& loading) {
  auto& implied = loading.storage().implied_scopes;
  if (loading.falls_back(kImpliedScopesTable)) {
    const auto& rows = loading.fallback()->implied_scopes;
    implied.assign(rows.begin(), rows.end());
  } else {
    read_implied_rows(loading);
  }
  std::sort(implied.begin(), implied.end(), [](const ImpliedScope& a, const ImpliedScope& b) {
    return std::tie(a.scope, a.because_of) < std::tie(b.scope, b.because_of);
  });
  loading.storage().view.implied_scopes = implied;
}

}  // namespace zoomc::catalog_source
