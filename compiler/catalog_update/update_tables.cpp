#include "catalog_update/update_tables.h"

#include <set>

#include "catalog_update/table_text.h"

namespace zoomc {
namespace {

using catalog_update::table_text;
using catalog_update::TableForm;
using catalog_update::TableRow;

constexpr const char* kOperations = "operations.tsv";
constexpr const char* kScopes = "scopes.tsv";
constexpr const char* kKnownLevels = "known_levels.tsv";

std::string with_commas(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ",") + name;
  return text;
}

std::string operations_text(const UpdatedCatalog& updated, std::string_view present,
                            const std::string& date) {
  std::vector<TableRow> rows;
  for (const OperationRow& row : updated.operations) {
    rows.push_back({{row.product, row.method, row.path, row.id, row.name, with_commas(row.granular),
                     with_commas(row.classic), row.origin.source, row.origin.date},
                    row.product,
                    row.origin.is_kept});
  }
  const TableForm form{
      .about = {"API calls and the scopes that allow them: alternatives, any one is enough.",
                "source: the OpenAPI documents that the rows name, and the catalog before"},
      .columns = {"product", "method", "path", "operation_id", "name", "granular", "classic",
                  "source", "date"},
      .keys = {2, 1},
      .date = date};
  return table_text(form, std::move(rows), present);
}

std::string scopes_text(const UpdatedCatalog& updated, std::string_view present,
                        const std::string& date) {
  std::vector<TableRow> rows;
  for (const ScopeRow& row : updated.scopes) {
    rows.push_back({{row.name, std::string(to_string(row.model)), std::string(to_string(row.level)),
                     std::string(to_string(row.grants)), row.origin.source, row.origin.date},
                    {},
                    row.origin.is_kept});
  }
  const TableForm form{
      .about = {"Scope names of Zoom and what Zoom's documentation shows them to allow.",
                "source: the OpenAPI documents that the rows name, and the catalog before"},
      .columns = {"scope", "model", "level", "grants", "source", "date"},
      .keys = {0, 1},
      .date = date};
  return table_text(form, std::move(rows), present);
}

}  // namespace

std::map<std::string, std::string> update_tables(const UpdatedCatalog& updated,
                                                 const std::map<std::string, std::string>& present,
                                                 const std::string& date) {
  const auto present_text = [&](const char* name) {
    const auto found = present.find(name);
    return found == present.end() ? std::string_view() : std::string_view(found->second);
  };
  std::map<std::string, std::string> tables;
  tables[kOperations] = operations_text(updated, present_text(kOperations), date);
  tables[kScopes] = scopes_text(updated, present_text(kScopes), date);
  std::set<std::vector<std::string>> gone;
  for (const auto& [name, model] : updated.now_documented) {
    gone.insert({name, std::string(to_string(model))});
  }
  const std::string_view levels = present_text(kKnownLevels);
  if (!gone.empty() && !levels.empty()) {
    tables[kKnownLevels] = catalog_update::without_rows(levels, {"scope", "model"}, gone);
  }
  return tables;
}

}  // namespace zoomc
