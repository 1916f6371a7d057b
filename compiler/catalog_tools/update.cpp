#include "catalog_tools/update.h"

#include <algorithm>
#include <fmt/core.h>
#include <fmt/format.h>
#include <optional>
#include <tuple>

#include "catalog/lookup.h"
#include "catalog_tools/table_text.h"
#include "text/ascii.h"
#include "text/quote.h"

namespace zoomc::catalog_tools {
namespace {

using catalog_tools::table_text;
using catalog_tools::TableForm;
using catalog_tools::TableRow;

using CallKey = std::pair<std::string, std::string>;
using ScopeKey = std::pair<std::string, catalog::ScopeModel>;

CallKey key_of(const ApiCall& call) {
  return {call.path, call.method};
}

// "Number Management" as products are called: "number-management".
std::string product_name(std::string_view title) {
  std::string name;
  for (const char c : title) {
    if (is_alphanumeric(c)) {
      name += lowered(c);
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  if (!name.empty() && name.back() == '-') name.pop_back();
  return name;
}

std::string product_of(const catalog::Catalog& present, const CitedDocument& cited) {
  std::map<std::string_view, std::size_t> votes;
  for (const ApiCall& call : cited.document.calls) {
    const auto row = catalog::find_operation(present, call.method, call.path);
    if (row) ++votes[present.operations[*row].product];
  }
  const auto most = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != votes.end()) return std::string(most->first);
  const std::string titled = product_name(cited.document.title);
  return titled.empty() ? product_name(cited.name.substr(0, cited.name.find('.'))) : titled;
}

catalog::Level level_in(std::string_view scope) {
  if (scope.ends_with(":admin")) return catalog::Level::admin;
  return scope.ends_with(":master") ? catalog::Level::master : catalog::Level::user;
}

// The grants of a scope after a call was found that accepts it.
catalog::Grants with_operation(catalog::Grants grants) {
  switch (grants) {
    case catalog::Grants::event:
    case catalog::Grants::event_and_operation: return catalog::Grants::event_and_operation;
    case catalog::Grants::app_owned: return catalog::Grants::app_owned;
    case catalog::Grants::operation:
    case catalog::Grants::manifest:
    case catalog::Grants::seen: break;
  }
  return catalog::Grants::operation;
}

class Updater {
 public:
  Updater(const catalog::Catalog& present, const std::string& date)
      : present_(present),
        date_(date),
        kept_(fmt::format("kept from the catalog of {}", present.date)) {}

  UpdatedCatalog update(const std::vector<CitedDocument>& documents) {
    for (const catalog::Scope& scope : present_.scopes) keep(scope);
    for (std::size_t i = 0; i < documents.size(); ++i) add(documents, i);
    for (const catalog::Operation& operation : present_.operations) keep(operation);
    finish();
    return std::move(updated_);
  }

 private:
  RowOrigin kept() const { return {kept_, std::string(present_.date), true}; }

  std::vector<std::string> names(std::span<const catalog::ScopeId> scopes) const {
    std::vector<std::string> names;
    for (const catalog::ScopeId id : scopes) names.emplace_back(present_.scopes[id].name);
    return names;
  }

  void keep(const catalog::Scope& scope) {
    scopes_.emplace(
        ScopeKey{scope.name, scope.model},
        ScopeRow{std::string(scope.name), scope.model, scope.level, scope.grants, kept()});
  }

  // A call that no document has.
  void keep(const catalog::Operation& row) {
    if (owners_.contains({std::string(row.path), std::string(row.method)})) return;
    if (std::find(updated_.products.begin(), updated_.products.end(), row.product) !=
        updated_.products.end()) {
      ++updated_.left_out_calls;
    }
    updated_.operations.push_back({std::string(row.product), std::string(row.method),
                                   std::string(row.path), std::string(row.id),
                                   std::string(row.name), names(row.granular), names(row.classic),
                                   kept()});
  }

  void add(const std::vector<CitedDocument>& documents, std::size_t number) {
    const CitedDocument& cited = documents[number];
    const std::string product = product_of(present_, cited);
    updated_.products.push_back(product);
    for (const ApiCall& call : cited.document.calls) {
      const auto [owner, is_new] = owners_.emplace(key_of(call), number);
      if (!is_new) {
        updated_.repeated.push_back(
            {number, owner->second, call.method + " " + call.path, call.place});
        continue;
      }
      add(call, product, cited.name);
    }
  }

  void add(const ApiCall& call, const std::string& product, const std::string& document) {
    const auto known = catalog::find_operation(present_, call.method, call.path);
    const std::optional<catalog::Operation> row =
        known ? std::optional(present_.operations[*known]) : std::nullopt;
    std::vector<std::string> left_out;
    // The document's value, or else the present one.
    const auto text = [&](const std::string& said, std::string_view before, const char* what) {
      if (!said.empty() || before.empty()) return said;
      left_out.emplace_back(what);
      return std::string(before);
    };
    const auto list = [&](const std::optional<std::vector<std::string>>& said,
                          catalog::ScopeModel model) {
      if (said) return *said;
      auto before = row ? names(row->scopes(model)) : std::vector<std::string>{};
      if (!before.empty()) left_out.emplace_back(catalog::to_string(model));
      return before;
    };
    OperationRow made{.product = product, .method = call.method, .path = call.path};
    made.id = text(call.id, row ? row->id : std::string_view{}, "operation_id");
    made.name = text(call.name, row ? row->name : std::string_view{}, "name");
    made.granular = list(call.granular, catalog::ScopeModel::granular);
    made.classic = list(call.classic, catalog::ScopeModel::classic);
    made.origin = {document, date_};
    if (!left_out.empty()) {
      made.origin.source += fmt::format("; {} {}", fmt::join(left_out, ", "), kept_);
    }
    if (call.granular) document_scopes(made.granular, catalog::ScopeModel::granular, document);
    if (call.classic) document_scopes(made.classic, catalog::ScopeModel::classic, document);
    updated_.operations.push_back(std::move(made));
    ++updated_.documented_calls;
  }

  void document_scopes(const std::vector<std::string>& names, catalog::ScopeModel model,
                       const std::string& document) {
    for (const std::string& name : names) {
      const auto [place, is_new] =
          scopes_.try_emplace({name, model}, ScopeRow{name, model, level_in(name)});
      ScopeRow& row = place->second;
      if (!is_new && !row.origin.is_kept) continue;
      const auto known = catalog::find_scope(present_, name, model);
      const bool had_no_page =
          row.grants == catalog::Grants::manifest || row.grants == catalog::Grants::seen;
      if (known && had_no_page) {
        if (present_.scopes[*known].level_is_guess) {
          row.level = level_in(name);
        } else {
          updated_.now_documented.emplace(name, model);
        }
      }
      row.grants = with_operation(row.grants);
      row.origin = {document, date_};
    }
  }

  void finish() {
    for (auto& entry : scopes_) updated_.scopes.push_back(std::move(entry.second));
    std::sort(updated_.operations.begin(), updated_.operations.end(),
              [](const OperationRow& a, const OperationRow& b) {
                return std::tie(a.product, a.path, a.method) <
                       std::tie(b.product, b.path, b.method);
              });
  }

  const catalog::Catalog& present_;
  const std::string& date_;
  const std::string kept_;
  UpdatedCatalog updated_;
  std::map<ScopeKey, ScopeRow> scopes_;
  // The document of a call.
  std::map<CallKey, std::size_t> owners_;
};

constexpr const char* kOperations = "operations.tsv";
constexpr const char* kScopes = "scopes.tsv";
constexpr const char* kKnownLevels = "known_levels.tsv";

std::string operations_text(const UpdatedCatalog& updated, std::string_view present,
                            const std::string& date) {
  std::vector<TableRow> rows;
  for (const OperationRow& row : updated.operations) {
    rows.push_back(
        {{row.product, row.method, row.path, row.id, row.name,
          fmt::format("{}", fmt::join(row.granular, ",")),
          fmt::format("{}", fmt::join(row.classic, ",")), row.origin.source, row.origin.date},
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
    rows.push_back(
        {{row.name, std::string(catalog::to_string(row.model)),
          std::string(catalog::to_string(row.level)), std::string(catalog::to_string(row.grants)),
          row.origin.source, row.origin.date},
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

UpdatedCatalog update_catalog(const catalog::Catalog& present,
                              const std::vector<CitedDocument>& documents,
                              const std::string& date) {
  return Updater(present, date).update(documents);
}

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
    gone.insert({name, std::string(catalog::to_string(model))});
  }
  const std::string_view levels = present_text(kKnownLevels);
  if (!gone.empty() && !levels.empty()) {
    tables[kKnownLevels] = catalog_tools::without_rows(levels, {"scope", "model"}, gone);
  }
  return tables;
}

tl::expected<std::string, IoError> PendingFiles::read(const std::string& path) const {
  const auto found = pending_.find(path);
  if (found == pending_.end()) return files_.read(path);
  return found->second.substr(0, kMaxFileBytes + 1);
}

tl::expected<std::string, IoError> PendingFiles::read_found(const std::string& path) const {
  return pending_.contains(path) ? read(path) : files_.read_found(path);
}

tl::expected<void, IoError> PendingFiles::replace(const std::string& path, std::string_view) {
  return tl::unexpected(
      IoError{fmt::format("cannot write {}: it is only read", in_backticks(path))});
}

tl::expected<void, IoError> PendingFiles::replace_found(const std::string& path,
                                                        std::string_view bytes) {
  return replace(path, bytes);
}

bool PendingFiles::exists(const std::string& path) const {
  return pending_.contains(path) || files_.exists(path);
}

}  // namespace zoomc::catalog_tools
