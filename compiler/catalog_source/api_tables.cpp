#include <array>
#include <charconv>
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
         {"because_of", name<&catalog::ImpliedScope::because_of>},
         {"effect",
          optional<choice<&catalog::ImpliedScope::effect, catalog::Implication::adds,
                          catalog::Implication::uses, catalog::ImpliedScope>,
                   catalog::ImpliedScope>,
          false}},
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

// The plans and licenses of a call. Alternatives of one are one word, `business|education`.
bool needed(TableInput& in, Cell cell, catalog::Operation& row) {
  row.prerequisites = cell.text;
  bool is_right = true;
  for (const Cell& item : read_list(in.file, cell, ';')) {
    const auto& words = in.loader.rows().prerequisites;
    const bool is_known =
        std::ranges::find(words, item.text, &catalog::Prerequisite::word) != words.end();
    if (is_known || in.loader.prerequisites.may_have(item.text)) continue;
    is_right = false;
    in.loader.report_unknown(in.file, item, "prerequisite", "prerequisites.tsv has no row for it",
                             [&] {
                               std::vector<std::string> names;
                               for (const auto& known : words) names.emplace_back(known.word);
                               return names;
                             });
  }
  return is_right;
}

bool permissions(TableInput& in, Cell cell, catalog::Operation& row) {
  row.permissions = cell.text;
  for (const Cell& item : read_list(in.file, cell, ',')) require_name(in.file, item, in.column);
  return true;
}

bool account(TableInput& in, Cell cell, catalog::Operation& row) {
  row.is_master = cell.text == "master";
  if (row.is_master || cell.text.empty()) return true;
  report_choice(in.file, cell, in.column, std::array<std::string_view, 1>{"master"});
  return false;
}

// A collection of facts may lack the last columns; then the fallback says what it said of the call.
constexpr std::size_t kPermissionsColumn = 7;

void complete(const TableInput& in, catalog::Operation& row) {
  const catalog::Catalog* fallback = in.loader.fallback();
  if (fallback == nullptr) return;
  const auto known = catalog::find_operation(*fallback, row.method, row.path);
  if (!known) return;
  const catalog::Operation operation = fallback->operations[*known];
  if (!in.table.has(kPermissionsColumn)) row.permissions = operation.permissions;
  if (!in.table.has(kPermissionsColumn + 1)) row.prerequisites = operation.prerequisites;
  if (!in.table.has(kPermissionsColumn + 2)) row.is_master = operation.is_master;
}

void read_operations(CatalogLoader& loader) {
  const bool is_alone = loader.fallback() == nullptr;
  read_rows<catalog::Operation>(
      loader, "operations.tsv", loader.operations,
      {{"product", text<&catalog::Operation::product>},
       {"method", method},
       {"path", path},
       // An id with a space could never be found: `METHOD /path` is what has one.
       {"operation_id", optional<name<&catalog::Operation::id, catalog::Operation>>},
       {"name", any<&catalog::Operation::name>},
       {"granular", scopes<&catalog::Operation::granular, catalog::ScopeModel::granular>},
       {"classic", scopes<&catalog::Operation::classic, catalog::ScopeModel::classic>},
       {"permissions", permissions, is_alone},
       {"prerequisites", needed, is_alone},
       {"account", account, is_alone}},
      [&](TableInput& in, ReadRow<catalog::Operation>& row) {
        doubt(in, row);
        complete(in, row.value);
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

// prerequisites.tsv

void load_prerequisites(CatalogLoader& loader) {
  auto& rows = loader.storage().prerequisites;
  if (loader.falls_back("prerequisites.tsv")) {
    rows.assign(loader.fallback()->prerequisites.begin(), loader.fallback()->prerequisites.end());
  } else {
    read_rows<catalog::Prerequisite>(
        loader, "prerequisites.tsv", loader.prerequisites,
        {{"word", name<&catalog::Prerequisite::word>},
         {"title", text<&catalog::Prerequisite::title>},
         {"phrases", texts<&catalog::Prerequisite::phrases, '|'>}},
        [&](TableInput& in, const ReadRow<catalog::Prerequisite>& row) {
          in.add_key(row.cells[0]);
          rows.push_back(row.value);
        });
  }
  sort_rows(rows, loader.storage().view.prerequisites, &catalog::Prerequisite::word);
}

// corrections.tsv

void correct(CatalogLoader& loader, const catalog::Correction& correction) {
  const auto id = find_exact_operation(loader.rows(), correction.operation);
  if (!id) return;
  std::vector<catalog::ScopeId> scopes;
  for (const std::string_view name : correction.scopes) {
    if (const auto scope = catalog::find_scope(loader.rows(), name, correction.model)) {
      scopes.push_back(*scope);
    }
  }
  catalog::Operation& operation = loader.storage().operations[*id];
  auto& list =
      correction.model == catalog::ScopeModel::granular ? operation.granular : operation.classic;
  list = loader.storage().id_lists.keep(std::move(scopes));
}

void read_corrections(CatalogLoader& loader) {
  TableState state;
  read_rows<catalog::Correction>(
      loader, "corrections.tsv", state,
      {{"operation", text<&catalog::Correction::operation>},
       {"model", model<&catalog::Correction::model>},
       {"scopes", filled<names<&catalog::Correction::scopes, catalog::Correction>>},
       {"reason", text<&catalog::Correction::reason>}},
      [&](TableInput& in, const ReadRow<catalog::Correction>& row) {
        if (!row.is_right[0] || !row.is_right[1]) return;
        in.add_key(fmt::format("{} {}", row.cells[0].text, row.cells[1].text), row.cells[0]);
        loader.operation(in.file, row.cells[0]);
        for (const Cell& scope : read_list(in.file, row.cells[2], ',')) {
          loader.scope(in.file, scope, row.value.model);
        }
        loader.storage().corrections.push_back(row.value);
      });
}

// Where Zoom's document is known to be wrong, its rows have the scopes that are right.
void load_corrections(CatalogLoader& loader) {
  auto& rows = loader.storage().corrections;
  if (loader.falls_back("corrections.tsv")) {
    rows.assign(loader.fallback()->corrections.begin(), loader.fallback()->corrections.end());
  } else {
    read_corrections(loader);
  }
  sort_rows(rows, loader.storage().view.corrections,
            [](const catalog::Correction& row) { return std::pair(row.operation, row.model); });
  for (const catalog::Correction& row : rows) correct(loader, row);
}

// call_errors.tsv

bool status(TableInput& in, Cell cell, catalog::CallError& row) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(cell.text.begin(), cell.text.end(), value);
  const bool is_number = error == std::errc() && end == cell.text.end();
  if (is_number && value >= 100 && value <= 599) {
    row.status = static_cast<std::uint16_t>(value);
    return true;
  }
  in.report_value(cell, fmt::format("{} is not an HTTP status", in_backticks(cell.text)));
  return false;
}

bool called(TableInput& in, Cell cell, catalog::CallError& row) {
  const auto id = in.loader.operation(in.file, cell);
  row.operation = id.value_or(0);
  return id.has_value();
}

void load_call_errors(CatalogLoader& loader) {
  auto& rows = loader.storage().call_errors;
  if (loader.falls_back("call_errors.tsv")) {
    const catalog::Catalog& fallback = *loader.fallback();
    for (catalog::CallError row : fallback.call_errors) {
      const catalog::Operation call = fallback.operations[row.operation];
      const auto here = catalog::find_operation(loader.rows(), call.method, call.path);
      if (!here) continue;
      row.operation = *here;
      rows.push_back(row);
    }
  } else {
    TableState state;
    read_rows<catalog::CallError>(
        loader, "call_errors.tsv", state,
        {{"operation", called},
         {"status", status},
         {"code", name<&catalog::CallError::code>},
         {"text", text<&catalog::CallError::text>}},
        [&](TableInput& in, const ReadRow<catalog::CallError>& row) {
          const std::string reply =
              fmt::format("{} {} {}", row.cells[0].text, row.cells[1].text, row.cells[2].text);
          in.add_key(fmt::format("{} {}", reply, row.value.text), {reply, row.cells[2].span});
          if (row.is_right[0]) rows.push_back(row.value);
        });
  }
  std::ranges::stable_sort(rows, {}, &catalog::CallError::operation);
  loader.storage().view.call_errors = rows;
}

// deprecations.tsv

// Whether the cell names a call or an event that there is; what it does not is reported.
bool is_call_or_event(TableInput& in, Cell cell) {
  if (cell.text.find(' ') != std::string_view::npos) {
    return in.loader.operation(in.file, cell).has_value();
  }
  if (catalog::find_event(in.loader.rows(), cell.text)) return true;
  if (in.loader.events.may_have(cell.text)) return false;
  in.loader.report_unknown(in.file, cell, "event", "events.tsv has no row for it", [&] {
    std::vector<std::string> names;
    for (const catalog::Event& event : in.loader.rows().events) names.emplace_back(event.name);
    return names;
  });
  return false;
}

bool going(TableInput& in, Cell cell, catalog::Deprecation& row) {
  row.what = cell.text;
  return require_text(in.file, cell, in.column) && is_call_or_event(in, cell);
}

bool successors(TableInput& in, Cell cell, catalog::Deprecation& row) {
  row.successors = cell.text;
  for (const Cell& item : read_list(in.file, cell, ';')) is_call_or_event(in, item);
  return true;
}

void load_deprecations(CatalogLoader& loader) {
  auto& rows = loader.storage().deprecations;
  if (loader.falls_back("deprecations.tsv")) {
    for (const catalog::Deprecation& row : loader.fallback()->deprecations) {
      const bool is_here = find_exact_operation(loader.rows(), row.what) ||
                           catalog::find_event(loader.rows(), row.what);
      if (is_here) rows.push_back(row);
    }
  } else {
    TableState state;
    read_rows<catalog::Deprecation>(
        loader, "deprecations.tsv", state,
        {{"what", going}, {"since", any<&catalog::Deprecation::since>}, {"successors", successors}},
        [&](TableInput& in, const ReadRow<catalog::Deprecation>& row) {
          in.add_key(row.cells[0]);
          if (!row.cells[1].text.empty()) CatalogLoader::check_date(in.file, row.cells[1]);
          if (row.is_right[0]) rows.push_back(row.value);
        });
  }
  sort_rows(rows, loader.storage().view.deprecations, &catalog::Deprecation::what);
}

// events.tsv

void load_events(CatalogLoader& loader) {
  auto& events = loader.storage().events;
  if (loader.falls_back("events.tsv")) {
    copy_with_scopes(loader, loader.fallback()->events, events);
  } else {
    read_rows<catalog::Event>(
        loader, "events.tsv", loader.events,
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

bool counts(const catalog::Operation& row) {
  return !row.is_master;
}
bool counts(const catalog::Event&) {
  return true;
}

// By scope, the indices of the rows that have it among their scopes of either model.
template <class Row>
std::vector<std::vector<std::uint16_t>> rows_by_scope(const std::vector<Row>& rows,
                                                      std::size_t scopes) {
  std::vector<std::vector<std::uint16_t>> lists(scopes);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (!counts(rows[row])) continue;
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
  load_prerequisites(loader);
  load_operations(loader);
  load_corrections(loader);
  load_events(loader);
  link_scopes(loader.storage());
  load_call_errors(loader);
  load_deprecations(loader);
}

}  // namespace zoomc::catalog_source
