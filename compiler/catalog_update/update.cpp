#include "catalog_update/update.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "catalog/lookup.h"
#include "text/ascii.h"

namespace zoomc {
namespace {

using CallKey = std::pair<std::string, std::string>;
using ScopeKey = std::pair<std::string, ScopeModel>;

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

std::string product_of(const Catalog& present, const CitedDocument& cited) {
  std::map<std::string_view, std::size_t> votes;
  for (const ApiCall& call : cited.document.calls) {
    const auto row = find_operation(present, call.method, call.path);
    if (row) ++votes[present.operations[*row].product];
  }
  const auto most = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != votes.end()) return std::string(most->first);
  const std::string titled = product_name(cited.document.title);
  return titled.empty() ? product_name(cited.name.substr(0, cited.name.find('.'))) : titled;
}

Level level_in(std::string_view scope) {
  if (scope.ends_with(":admin")) return Level::admin;
  return scope.ends_with(":master") ? Level::master : Level::user;
}

// What a scope grants once a call was seen to take it.
Grants with_operation(Grants grants) {
  switch (grants) {
    case Grants::event:
    case Grants::event_and_operation: return Grants::event_and_operation;
    case Grants::app_owned: return Grants::app_owned;
    case Grants::operation:
    case Grants::manifest:
    case Grants::seen: break;
  }
  return Grants::operation;
}

class Updater {
 public:
  Updater(const Catalog& present, const std::string& date)
      : present_(present),
        date_(date),
        kept_("kept from the catalog of " + std::string(present.date)) {}

  UpdatedCatalog update(const std::vector<CitedDocument>& documents) {
    for (const Scope& scope : present_.scopes) keep(scope);
    for (std::size_t i = 0; i < documents.size(); ++i) add(documents, i);
    for (const Operation& operation : present_.operations) keep(operation);
    finish();
    return std::move(updated_);
  }

 private:
  RowOrigin kept() const { return {kept_, std::string(present_.date), true}; }

  std::vector<std::string> names(std::span<const ScopeId> scopes) const {
    std::vector<std::string> names;
    for (const ScopeId id : scopes) names.emplace_back(present_.scopes[id].name);
    return names;
  }

  void keep(const Scope& scope) {
    scopes_.emplace(
        ScopeKey{scope.name, scope.model},
        ScopeRow{std::string(scope.name), scope.model, scope.level, scope.grants, kept()});
  }

  // A call that no document has.
  void keep(const Operation& row) {
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
    const auto known = find_operation(present_, call.method, call.path);
    const std::optional<Operation> row =
        known ? std::optional(present_.operations[*known]) : std::nullopt;
    std::vector<std::string> left_out;
    // What the document says, or else what was known.
    const auto text = [&](const std::string& said, std::string_view before, const char* what) {
      if (!said.empty() || before.empty()) return said;
      left_out.emplace_back(what);
      return std::string(before);
    };
    const auto list = [&](const std::optional<std::vector<std::string>>& said, ScopeModel model) {
      if (said) return *said;
      auto before = row ? names(row->scopes(model)) : std::vector<std::string>{};
      if (!before.empty()) left_out.emplace_back(to_string(model));
      return before;
    };
    OperationRow made{.product = product, .method = call.method, .path = call.path};
    made.id = text(call.id, row ? row->id : std::string_view{}, "operation_id");
    made.name = text(call.name, row ? row->name : std::string_view{}, "name");
    made.granular = list(call.granular, ScopeModel::granular);
    made.classic = list(call.classic, ScopeModel::classic);
    made.origin = {document, date_};
    for (std::size_t i = 0; i < left_out.size(); ++i) {
      made.origin.source += (i == 0 ? "; " : ", ") + left_out[i];
    }
    if (!left_out.empty()) made.origin.source += " " + kept_;
    if (call.granular) document_scopes(made.granular, ScopeModel::granular, document);
    if (call.classic) document_scopes(made.classic, ScopeModel::classic, document);
    updated_.operations.push_back(std::move(made));
    ++updated_.documented_calls;
  }

  void document_scopes(const std::vector<std::string>& names, ScopeModel model,
                       const std::string& document) {
    for (const std::string& name : names) {
      const auto [place, is_new] =
          scopes_.try_emplace({name, model}, ScopeRow{name, model, level_in(name)});
      ScopeRow& row = place->second;
      if (!is_new && !row.origin.is_kept) continue;
      const auto known = find_scope(present_, name, model);
      const bool had_no_page = row.grants == Grants::manifest || row.grants == Grants::seen;
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

  const Catalog& present_;
  const std::string& date_;
  const std::string kept_;
  UpdatedCatalog updated_;
  std::map<ScopeKey, ScopeRow> scopes_;
  // The document of a call.
  std::map<CallKey, std::size_t> owners_;
};

}  // namespace

UpdatedCatalog update_catalog(const Catalog& present, const std::vector<CitedDocument>& documents,
                              const std::string& date) {
  return Updater(present, date).update(documents);
}

}  // namespace zoomc
