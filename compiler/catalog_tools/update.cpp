#include "catalog_tools/update.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <tuple>

#include "catalog/lookup.h"
#include "text/ascii.h"

namespace zoomc::catalog_tools {
namespace {

using Names = std::vector<std::string>;
using CallKey = std::pair<std::string, std::string>;
using ScopeKey = std::pair<std::string, catalog::ScopeModel>;

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
  for (const ApiEvent& event : cited.document.events) {
    const auto row = catalog::find_event(present, event.name);
    if (row) ++votes[present.events[*row].product];
  }
  const auto most = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != votes.end()) return std::string(most->first);
  const std::string titled = product_name(cited.document.title);
  if (!titled.empty()) return titled;
  const std::string_view file = std::string_view(cited.name).substr(cited.name.rfind('/') + 1);
  return product_name(file.substr(0, file.find('.')));
}

catalog::Level level_in(std::string_view scope) {
  if (scope.ends_with(":admin")) return catalog::Level::admin;
  return scope.ends_with(":master") ? catalog::Level::master : catalog::Level::user;
}

// The grants of a scope after a call, or an event, was found that accepts it.
catalog::Grants with(catalog::Grants grants, catalog::Grants seen) {
  switch (grants) {
    case catalog::Grants::operation:
    case catalog::Grants::event:
      return grants == seen ? grants : catalog::Grants::event_and_operation;
    case catalog::Grants::event_and_operation:
    case catalog::Grants::app_owned: return grants;
    case catalog::Grants::manifest:
    case catalog::Grants::seen: break;
  }
  return seen;
}

Names names_in(std::string_view cell, char separator) {
  Names names;
  while (!cell.empty()) {
    const auto end = std::min(cell.find(separator), cell.size());
    names.emplace_back(trimmed(cell.substr(0, end)));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return names;
}

// The documents by date, those of the master-account API behind all others.
std::vector<std::size_t> reading_order(const std::vector<CitedDocument>& documents) {
  std::vector<std::size_t> order(documents.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) {
    return std::pair(documents[i].document.is_master(), documents[i].date);
  });
  return order;
}

// Of a row, the fields that no newest document has, by the words for where they are from.
class LeftOut {
 public:
  // The document's value of a field, or else the one before.
  template <class Value>
  Value choose(const char* field, const std::optional<Value>& said, const Value& before) {
    if (said) {
      from_.erase(field);
      return *said;
    }
    if (!before.empty()) from_.try_emplace(field, before_);
    return before;
  }

  // The row is now that of this document.
  void read(const CitedDocument& cited) {
    before_ = fmt::format("from {} of {}", cited.name, cited.date);
    document_ = &cited;
  }

  RowOrigin origin() const {
    std::map<std::string, Names> fields;
    for (const auto& [field, from] : from_) fields[from].push_back(field);
    std::string source = document_->name;
    for (const auto& [from, names] : fields) {
      source += fmt::format("; {} {}", fmt::join(names, ", "), from);
    }
    return {std::move(source), document_->date, false};
  }

 private:
  const CitedDocument* document_ = nullptr;
  // Where the value of a field that the next document leaves out is from. The same words for each
  // run, so that the table stays as it is when nothing changes.
  std::string before_ = "kept from before";
  std::map<std::string, std::string> from_;
};

// A call or an event with the documents that were read so far.
template <class Row>
struct Documented {
  Row row;
  LeftOut left_out;
  // The last document that has it.
  std::size_t document = 0;
  bool is_deprecated = false;
  // Scopes that this document names.
  bool names_granular = false;
  bool names_classic = false;
};

class Updater {
 public:
  Updater(const catalog::Catalog& present, const std::vector<CitedDocument>& documents)
      : present_(present),
        documents_(documents),
        kept_{fmt::format("kept from the catalog of {}", present.date), std::string(present.date),
              true} {}

  UpdatedCatalog update() {
    for (const CitedDocument& cited : documents_) {
      updated_.products.push_back(product_of(present_, cited));
    }
    for (const std::size_t number : reading_order(documents_)) read(number);
    std::ranges::sort(updated_.repeated, {},
                      [](const Repeated& row) { return std::pair(row.document, row.place.begin); });
    add_operations();
    add_events();
    add_scopes();
    add_deprecations();
    return std::move(updated_);
  }

 private:
  Names names(std::span<const catalog::ScopeId> scopes) const {
    Names names;
    for (const catalog::ScopeId id : scopes) names.emplace_back(present_.scopes[id].name);
    return names;
  }

  OperationRow kept(const catalog::Operation& row, catalog::OperationId id) const {
    OperationRow made{.product = std::string(row.product),
                      .method = std::string(row.method),
                      .path = std::string(row.path),
                      .id = std::string(row.id),
                      .name = std::string(row.name),
                      .granular = names(row.granular),
                      .classic = names(row.classic),
                      .permissions = names_in(row.permissions, ','),
                      .prerequisites = names_in(row.prerequisites, ';'),
                      .is_master = row.is_master,
                      .origin = kept_,
                      .errors = {}};
    for (const catalog::CallError& error : catalog::errors_of(present_, id)) {
      made.errors.push_back(
          {std::to_string(error.status), {std::string(error.code), std::string(error.text)}});
    }
    return made;
  }

  // A scope that only corrections.tsv names is not one that the table had before.
  void forget_corrected(OperationRow& row) const {
    const std::string name = fmt::format("{} {}", row.method, row.path);
    for (const catalog::Correction& correction : present_.corrections) {
      if (correction.operation != name) continue;
      auto& scopes = correction.model == catalog::ScopeModel::granular ? row.granular : row.classic;
      scopes.clear();
    }
  }

  EventRow kept(const catalog::Event& row) const {
    return {std::string(row.name),
            std::string(row.product),
            names(row.granular),
            names(row.classic),
            row.basis,
            kept_};
  }

  void read(std::size_t number) {
    const ApiDocument& document = documents_[number].document;
    for (const ApiCall& call : document.calls) read(call, number, document.is_master());
    for (const ApiEvent& event : document.events) read(event, number);
  }

  // Whether this is to be read: whether no document of the same date has it.
  template <class Row>
  bool is_new(const Documented<Row>& slot, bool was_there, std::size_t number,
              const std::string& name, Span place) {
    if (!was_there || documents_[slot.document].date != documents_[number].date) return true;
    updated_.repeated.push_back({number, slot.document, name, place});
    return false;
  }

  void read(const ApiCall& call, std::size_t number, bool is_master) {
    const CallKey key(call.path, call.method);
    const auto known = catalog::find_operation(present_, call.method, call.path);
    const auto found = calls_.find(key);
    if (is_master && found == calls_.end() && known && !present_.operations[*known].is_master) {
      return;
    }
    if (is_master && found != calls_.end() && !found->second.row.is_master) return;
    auto& slot = calls_[key];
    const std::string name = call.method + " " + call.path;
    if (!is_new(slot, found != calls_.end(), number, name, call.place)) return;
    if (found == calls_.end() && known) {
      slot.row = kept(present_.operations[*known], *known);
      forget_corrected(slot.row);
    }
    say(call, number, slot);
    slot.row.is_master = is_master;
  }

  // The document's words over what was known.
  void say(const ApiCall& call, std::size_t number, Documented<OperationRow>& slot) {
    OperationRow& row = slot.row;
    LeftOut& left_out = slot.left_out;
    const auto text = [](const std::string& said) {
      return said.empty() ? std::nullopt : std::optional(said);
    };
    if (row.product.empty()) row.product = updated_.products[number];
    row.method = call.method;
    row.path = call.path;
    row.id = left_out.choose("operation_id", text(call.id), row.id);
    row.name = left_out.choose("name", text(call.name), row.name);
    row.granular = left_out.choose("granular", call.granular, row.granular);
    row.classic = left_out.choose("classic", call.classic, row.classic);
    row.permissions = left_out.choose("permissions", call.permissions, row.permissions);
    std::optional<Names> words;
    if (call.prerequisites) {
      words = prerequisite_words(*call.prerequisites, present_.prerequisites);
    }
    row.prerequisites = left_out.choose("prerequisites", words, row.prerequisites);
    if (call.errors) row.errors = *call.errors;
    left_out.read(documents_[number]);
    row.origin = left_out.origin();
    slot.document = number;
    slot.is_deprecated = call.is_deprecated;
    slot.names_granular = call.granular.has_value();
    slot.names_classic = call.classic.has_value();
  }

  void read(const ApiEvent& event, std::size_t number) {
    const auto known = catalog::find_event(present_, event.name);
    const auto [place, is_first] = events_.try_emplace(event.name);
    auto& slot = place->second;
    if (!is_new(slot, !is_first, number, event.name, event.place)) return;
    if (is_first && known) slot.row = kept(present_.events[*known]);
    // Guesses are no longer needed.
    if (slot.row.basis != catalog::EventBasis::documented) {
      slot.row.granular.clear();
      slot.row.classic.clear();
    }
    say(event, number, slot);
  }

  void say(const ApiEvent& event, std::size_t number, Documented<EventRow>& slot) {
    EventRow& row = slot.row;
    if (row.product.empty()) row.product = updated_.products[number];
    row.name = event.name;
    const auto has = [](const std::optional<Names>& list) { return list && !list->empty(); };
    slot.names_granular = has(event.granular);
    slot.names_classic = has(event.classic);
    if (slot.names_granular || slot.names_classic) {
      row.granular = slot.left_out.choose("granular", event.granular, row.granular);
      row.classic = slot.left_out.choose("classic", event.classic, row.classic);
      row.basis = catalog::EventBasis::documented;
    } else {
      slot.left_out = LeftOut();
      row.granular.clear();
      row.classic.clear();
      row.basis = catalog::EventBasis::none;
    }
    slot.left_out.read(documents_[number]);
    row.origin = slot.left_out.origin();
    slot.document = number;
    slot.is_deprecated = event.is_deprecated;
  }

  bool is_product_of_a_document(std::string_view product) const {
    return std::ranges::find(updated_.products, product) != updated_.products.end();
  }

  void add_operations() {
    for (const auto& entry : calls_) {
      updated_.operations.push_back(entry.second.row);
      ++(entry.second.row.is_master ? updated_.documented_master_calls : updated_.documented_calls);
    }
    for (std::size_t i = 0; i < present_.operations.size(); ++i) {
      const catalog::Operation row = present_.operations[i];
      if (calls_.contains({std::string(row.path), std::string(row.method)})) continue;
      if (is_product_of_a_document(row.product)) ++updated_.left_out_calls;
      updated_.operations.push_back(kept(row, static_cast<catalog::OperationId>(i)));
    }
    std::ranges::sort(updated_.operations, {}, [](const OperationRow& row) {
      return std::tie(row.product, row.path, row.method);
    });
  }

  void add_events() {
    for (const auto& entry : events_) updated_.events.push_back(entry.second.row);
    updated_.documented_events = events_.size();
    for (const catalog::Event& row : present_.events) {
      if (!events_.contains(std::string(row.name))) updated_.events.push_back(kept(row));
    }
    std::ranges::sort(updated_.events, {}, &EventRow::name);
  }

  void add_scopes() {
    for (const catalog::Scope& scope : present_.scopes) {
      scopes_.emplace(
          ScopeKey{scope.name, scope.model},
          ScopeRow{std::string(scope.name), scope.model, scope.level, scope.grants, kept_});
    }
    for (const std::size_t number : citing_order()) {
      for (const auto& entry : calls_) {
        name_scopes(entry.second, number, catalog::Grants::operation);
      }
      for (const auto& entry : events_) name_scopes(entry.second, number, catalog::Grants::event);
    }
    for (auto& entry : scopes_) updated_.scopes.push_back(std::move(entry.second));
  }

  // The latest document is the first that may be cited.
  std::vector<std::size_t> citing_order() const {
    auto order = reading_order(documents_);
    std::ranges::stable_sort(order, std::greater<>(),
                             [&](std::size_t i) { return documents_[i].date; });
    return order;
  }

  template <class Row>
  void name_scopes(const Documented<Row>& slot, std::size_t number, catalog::Grants grants) {
    if (slot.document != number) return;
    if (slot.names_granular) {
      name_scopes(slot.row.granular, catalog::ScopeModel::granular, number, grants);
    }
    if (slot.names_classic) {
      name_scopes(slot.row.classic, catalog::ScopeModel::classic, number, grants);
    }
  }

  void name_scopes(const Names& names, catalog::ScopeModel model, std::size_t number,
                   catalog::Grants grants) {
    for (const std::string& name : names) {
      const auto [place, is_unknown] =
          scopes_.try_emplace({name, model}, ScopeRow{name, model, level_in(name), grants, {}});
      ScopeRow& row = place->second;
      if (is_unknown || row.origin.is_kept) {
        document_level(row);
        row.origin = {documents_[number].name, documents_[number].date, false};
      }
      row.grants = with(row.grants, grants);
    }
  }

  // What nothing documented has the level of its suffix from now on, unless it was known better.
  void document_level(ScopeRow& row) {
    const auto known = catalog::find_scope(present_, row.name, row.model);
    const bool had_no_page =
        row.grants == catalog::Grants::manifest || row.grants == catalog::Grants::seen;
    if (!known || !had_no_page) return;
    if (present_.scopes[*known].level_is_guess) {
      row.level = level_in(row.name);
    } else {
      updated_.now_documented.emplace(row.name, row.model);
    }
  }

  template <class Row>
  void deprecate(const Documented<Row>& slot, std::string what) {
    if (!slot.is_deprecated || catalog::find_deprecation(present_, what)) return;
    const CitedDocument& cited = documents_[slot.document];
    updated_.deprecations.push_back({std::move(what), {}, {}, {cited.name, cited.date, false}});
  }

  void add_deprecations() {
    for (const auto& [key, slot] : calls_) deprecate(slot, key.second + " " + key.first);
    for (const auto& [name, slot] : events_) deprecate(slot, name);
    for (const catalog::Deprecation& row : present_.deprecations) {
      updated_.deprecations.push_back(
          {std::string(row.what), std::string(row.since), std::string(row.successors), kept_});
    }
    std::ranges::sort(updated_.deprecations, {}, &DeprecationRow::what);
  }

  const catalog::Catalog& present_;
  const std::vector<CitedDocument>& documents_;
  const RowOrigin kept_;
  UpdatedCatalog updated_;
  std::map<CallKey, Documented<OperationRow>> calls_;
  std::map<std::string, Documented<EventRow>> events_;
  std::map<ScopeKey, ScopeRow> scopes_;
};

}  // namespace

UpdatedCatalog update_catalog(const catalog::Catalog& present,
                              const std::vector<CitedDocument>& documents) {
  return Updater(present, documents).update();
}

}  // namespace zoomc::catalog_tools
