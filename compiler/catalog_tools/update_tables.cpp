#include <algorithm>
#include <fmt/format.h>

#include "catalog_tools/table_text.h"
#include "catalog_tools/update.h"

// The texts of the tables after an update.
namespace zoomc::catalog_tools {
namespace {

using PresentTables = std::map<std::string, std::string>;

constexpr const char* kOperations = "operations.tsv";
constexpr const char* kCallErrors = "call_errors.tsv";
constexpr const char* kEvents = "events.tsv";
constexpr const char* kScopes = "scopes.tsv";
constexpr const char* kDeprecations = "deprecations.tsv";
constexpr const char* kKnownLevels = "known_levels.tsv";
constexpr const char* kSource =
    "source: the OpenAPI documents that the rows name, and the catalog before";

std::string_view text_of(const PresentTables& present, const char* name) {
  const auto found = present.find(name);
  return found == present.end() ? std::string_view() : std::string_view(found->second);
}

std::string list(const std::vector<std::string>& names, const char* separator = ",") {
  return fmt::format("{}", fmt::join(names, separator));
}

// The date of the newest document that a row is from; none where all rows are kept.
template <class Row>
std::string newest_date(const std::vector<Row>& rows) {
  std::string newest;
  for (const Row& row : rows) {
    if (!row.origin.is_kept) newest = std::max(newest, row.origin.date);
  }
  return newest;
}

std::string operations_text(const UpdatedCatalog& updated, const std::string& date,
                            std::string_view present) {
  std::vector<TableRow> rows;
  for (const OperationRow& row : updated.operations) {
    rows.push_back({{row.product, row.method, row.path, row.id, row.name, list(row.granular),
                     list(row.classic), list(row.permissions), list(row.prerequisites, ";"),
                     row.is_master ? "master" : "", row.origin.source, row.origin.date},
                    row.product,
                    row.origin.is_kept});
  }
  const TableForm form{
      .about = {"API calls and the scopes that allow them: alternatives, any one is enough.",
                kSource},
      .columns = {"product", "method", "path", "operation_id", "name", "granular", "classic",
                  "permissions", "prerequisites", "account", "source", "date"},
      .keys = {2, 1},
      .date = date};
  return table_text(form, std::move(rows), present);
}

std::string errors_text(const UpdatedCatalog& updated, const std::string& date,
                        std::string_view present) {
  std::vector<std::vector<std::string>> rows;
  for (const OperationRow& row : updated.operations) {
    for (const ApiError& error : row.errors) {
      rows.push_back(
          {row.method + " " + row.path, error.status, error.error.code, error.error.text});
    }
  }
  const TableForm form{.about = {"The replies that Zoom documents for calls that fail.",
                                 "source: the responses of Zoom's OpenAPI documents"},
                       .columns = {"operation", "status", "code", "text"},
                       .keys = {},
                       .date = date};
  return new_table_text(form, rows, present);
}

std::string events_text(const UpdatedCatalog& updated, const std::string& date,
                        std::string_view present) {
  std::vector<TableRow> rows;
  for (const EventRow& row : updated.events) {
    rows.push_back(
        {{row.name, row.product, list(row.granular), list(row.classic),
          std::string(catalog::to_string(row.basis)), row.origin.source, row.origin.date},
         {},
         row.origin.is_kept});
  }
  const TableForm form{
      .about = {"Webhook events and the scopes that let an app subscribe: alternatives, any one is "
                "enough.",
                kSource},
      .columns = {"event", "product", "granular", "classic", "basis", "source", "date"},
      .keys = {0},
      .date = date};
  return table_text(form, std::move(rows), present);
}

std::string scopes_text(const UpdatedCatalog& updated, const std::string& date,
                        std::string_view present) {
  std::vector<TableRow> rows;
  for (const ScopeRow& row : updated.scopes) {
    rows.push_back(
        {{row.name, std::string(catalog::to_string(row.model)),
          std::string(catalog::to_string(row.level)), std::string(catalog::to_string(row.grants)),
          row.origin.source, row.origin.date},
         {},
         row.origin.is_kept});
  }
  const TableForm form{
      .about = {"Scope names of Zoom and what Zoom's documentation shows them to allow.", kSource},
      .columns = {"scope", "model", "level", "grants", "source", "date"},
      .keys = {0, 1},
      .date = date};
  return table_text(form, std::move(rows), present);
}

std::string deprecations_text(const UpdatedCatalog& updated, const std::string& date,
                              std::string_view present) {
  std::vector<TableRow> rows;
  for (const DeprecationRow& row : updated.deprecations) {
    rows.push_back({{row.what, row.since, row.successors, row.origin.source, row.origin.date},
                    {},
                    row.origin.is_kept});
  }
  const TableForm form{.about = {"Calls and events that Zoom is taking away.", kSource},
                       .columns = {"what", "since", "successors", "source", "date"},
                       .keys = {0},
                       .date = date};
  return table_text(form, std::move(rows), present);
}

}  // namespace

std::vector<std::string> updated_table_names() {
  return {kOperations, kCallErrors, kEvents, kScopes, kDeprecations, kKnownLevels};
}

std::map<std::string, std::string> update_tables(const UpdatedCatalog& updated,
                                                 const PresentTables& present) {
  std::map<std::string, std::string> tables;
  if (const auto date = newest_date(updated.operations); !date.empty()) {
    tables[kOperations] = operations_text(updated, date, text_of(present, kOperations));
    tables[kCallErrors] = errors_text(updated, date, text_of(present, kCallErrors));
  }
  if (const auto date = newest_date(updated.events); !date.empty()) {
    tables[kEvents] = events_text(updated, date, text_of(present, kEvents));
  }
  if (const auto date = newest_date(updated.scopes); !date.empty()) {
    tables[kScopes] = scopes_text(updated, date, text_of(present, kScopes));
  }
  if (const auto date = newest_date(updated.deprecations); !date.empty()) {
    tables[kDeprecations] = deprecations_text(updated, date, text_of(present, kDeprecations));
  }
  std::set<std::vector<std::string>> gone;
  for (const auto& [name, model] : updated.now_documented) {
    gone.insert({name, std::string(catalog::to_string(model))});
  }
  const std::string_view levels = text_of(present, kKnownLevels);
  if (!gone.empty() && !levels.empty()) {
    tables[kKnownLevels] = catalog_tools::without_rows(levels, {"scope", "model"}, gone);
  }
  return tables;
}

}  // namespace zoomc::catalog_tools
