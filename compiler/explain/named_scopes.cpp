#include "explain/named_scopes.h"

#include <algorithm>
#include <optional>

#include "catalog/lookup.h"
#include "explain/answers.h"
#include "explain/relations.h"
#include "explain/scope_lines.h"
#include "explain/yaml_line.h"
#include "text/nearest.h"

namespace zoomc {
namespace {

// More calls than anybody reads for one scope; `zoomc explain SCOPE` has all.
constexpr std::size_t kMaxCalls = 8;
// Looking for what was meant compares with every name.
constexpr std::size_t kMaxNamesLookedFor = 20;

// The row of a name in the vocabulary of new apps, else in the classic one.
std::optional<ScopeId> find_any(const Catalog& catalog, std::string_view name) {
  const auto granular = find_scope(catalog, name, ScopeModel::granular);
  return granular ? granular : find_scope(catalog, name, ScopeModel::classic);
}

class MissingScopes {
 public:
  MissingScopes(Answer& answer, const Catalog& catalog, const std::vector<std::string>& names)
      : answer_(answer), catalog_(catalog), names_(names), several_(names.size() > 1) {}

  void add() {
    if (names_.empty()) {
      answer_.row("scopes", "paste the whole text: each scope that it names is explained");
    }
    for (const std::string& name : names_) {
      if (several_) answer_.say("  " + name);
      const auto scope = find_any(catalog_, name);
      if (scope) {
        add_known(*scope);
      } else {
        add_unknown(name);
      }
    }
    add_choice();
  }

 private:
  // Below the name of its scope where there are several.
  void row(const std::string& label, std::string what, std::string note = {}) {
    answer_.row(several_ ? "  " + label : label, std::move(what), std::move(note));
  }

  void add_known(ScopeId id) {
    const auto operations = operations_of(catalog_, id);
    const auto events = events_of(catalog_, id);
    const auto served = features_of(catalog_, id);
    for (std::size_t i = 0; i < operations.size() && i < kMaxCalls; ++i) {
      row("it allows", display_name(catalog_.operations[operations[i]]));
    }
    if (operations.size() > kMaxCalls) {
      row("it allows", "and " + count_of(operations.size() - kMaxCalls, "operation") + " more",
          "zoomc explain " + std::string(catalog_.scopes[id].name));
    }
    for (const EventId event : events) row("event", std::string(catalog_.events[event].name));
    for (const ServedFeature& one : served) {
      row("feature", std::string(catalog_.features[one.feature].name),
          feature_note(catalog_, id, one.feature));
    }
    if (served.empty()) add_own(id);
  }

  void add_own(ScopeId id) {
    const std::string_view never = never_given(catalog_.scopes[id].level);
    if (never.empty()) {
      row("no feature", "needs it", own_note(catalog_, id));
    } else {
      row("never", std::string(never));
    }
  }

  // What the guide calls so is served by scopes of other names.
  void add_unknown(const std::string& name) {
    const auto features = features_named_by_guide(catalog_, name);
    for (const FeatureId id : features) {
      row("guide", "names it for " + std::string(catalog_.features[id].name),
          add_note(catalog_, id));
    }
    if (!features.empty()) {
      row("unknown", "in none of Zoom's lists", "zoomc explain " + name);
      return;
    }
    row("unknown", "in none of Zoom's lists", "add:  " + extra_scope_line(name));
    if (suggestions_++ >= kMaxNamesLookedFor) return;
    std::vector<std::string_view> known;
    for (const Scope& scope : catalog_.scopes) known.push_back(scope.name);
    if (const auto near = nearest_of_product(name, known)) row("nearest", std::string(*near));
  }

  // Zoom often names every scope that would have done.
  void add_choice() {
    if (!several_) return;
    const auto first = find_any(catalog_, names_.front());
    if (!first) return;
    for (const OperationId id : catalog_.scopes[*first].operations) {
      const Operation& operation = catalog_.operations[id];
      const auto allows = [&](const std::string& name) {
        const auto scope = find_any(catalog_, name);
        if (!scope) return false;
        const auto& scopes = operation.scopes(catalog_.scopes[*scope].model);
        return std::find(scopes.begin(), scopes.end(), *scope) != scopes.end();
      };
      if (!std::all_of(names_.begin(), names_.end(), allows)) continue;
      answer_.row("any one",
                  "is enough for " + display_name(operation) + ": the one of the app's own level");
      return;
    }
  }

  Answer& answer_;
  const Catalog& catalog_;
  const std::vector<std::string>& names_;
  bool several_;
  std::size_t suggestions_ = 0;
};

}  // namespace

void add_missing_scopes(Answer& answer, const Catalog& catalog,
                        const std::vector<std::string>& scopes) {
  MissingScopes(answer, catalog, scopes).add();
}

void add_scope_level(Answer& answer, const Catalog& catalog, std::string_view name,
                     std::string_view usage) {
  const auto id = find_any(catalog, name);
  if (!id) {
    answer.row("scope", std::string(name),
               "is in none of Zoom's lists (of " + std::string(catalog.date) + ")");
    return;
  }
  const Scope& scope = catalog.scopes[*id];
  answer.row("scope", std::string(name),
             "is of the " + std::string(to_string(scope.level)) + " level");
  const Level wanted = usage == "ADMIN_MANAGEMENT" ? Level::admin : Level::user;
  if (usage.empty() || scope.level == wanted) return;
  if (const auto other = counterpart(catalog, scope, wanted)) {
    answer.row("instead", std::string(catalog.scopes[*other].name),
               "for " + std::string(usage) + ", " + level_line(wanted));
  } else {
    answer.row("instead", "none of the " + std::string(to_string(wanted)) + " level has that name");
  }
}

}  // namespace zoomc
