#include <array>
#include <fmt/core.h>

#include "catalog_source/row_reader.h"
#include "text/quote.h"

// The tables of Zoom's API: scopes, calls and events.
namespace zoomc::catalog_source {
namespace {

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

}  // namespace

void load_api_tables(CatalogLoader& loader) {
  load_scopes(loader);
  load_implied_scopes(loader);
  load_operations(loader);
  load_events(loader);
  link_scopes(loader.storage());
}

}  // namespace zoomc::catalog_source
