#include "author/scope_plan.h"

#include <algorithm>
#include <tuple>

#include "catalog/lookup.h"

namespace zoomc::author {
namespace {

using Names = std::set<std::string_view>;

// A word that may be declared: a feature, or a composite for all its members.
struct Unit {
  std::string_view name;
  std::vector<catalog::FeatureId> members;
  // The wanted scopes that it needs.
  Names scopes;
};

bool contains_all(const Names& all, const Names& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

class Planner {
 public:
  explicit Planner(const TargetScopes& target) : target_(target), catalog_(*target.catalog) {
    for (const auto& [name, optional] : target.scopes)
      (optional ? declinable_ : required_).insert(name);
    if (target.sign_in) add_feature(*target.sign_in, covered_);
    for (const std::string& event : target.events) add_event(event);
    collect_units();
  }

  ScopePlan plan() {
    const std::vector<const Unit*> required =
        choose([this](const Unit& unit) { return contains_all(required_, unit.scopes); });
    // A scope that something required needs is required, even if optional parts need it too.
    Names settled = covered_;
    settled.insert(forced_.begin(), forced_.end());
    std::set<catalog::FeatureId> kept;
    for (const Unit* unit : required) kept.insert(unit->members.begin(), unit->members.end());
    const std::vector<const Unit*> optional = choose([&](const Unit& unit) {
      // A composite that may be declined is declined with all its members.
      const bool takes_kept =
          std::any_of(unit.members.begin(), unit.members.end(),
                      [&kept](catalog::FeatureId member) { return kept.count(member) != 0; });
      if (takes_kept) return false;
      return std::all_of(unit.scopes.begin(), unit.scopes.end(), [&](std::string_view scope) {
        return declinable_.count(scope) != 0 ||
               (required_.count(scope) != 0 && settled.count(scope) != 0);
      });
    });
    ScopePlan plan;
    std::vector<const Unit*> all = required;
    all.insert(all.end(), optional.begin(), optional.end());
    plan.features = fold(all);
    plan.optional = fold(optional);
    // By group; in a group, composites come last.
    std::sort(
        plan.features.begin(), plan.features.end(),
        [this](const std::string& a, const std::string& b) { return place_of(a) < place_of(b); });
    plan.optional.insert(plan.optional.end(), declined_events_.begin(), declined_events_.end());
    return plan;
  }

 private:
  // The scopes of the level in a list of alternatives that are wanted; nothing when the list is not
  // empty and none of it is.
  std::optional<Names> wanted_of(std::span<const catalog::ScopeId> alternatives) const {
    Names wanted;
    bool is_free = true;
    for (const catalog::ScopeId id : alternatives) {
      const catalog::Scope& scope = catalog_.scopes[id];
      if (scope.level == target_.level() && target_.scopes.find(scope.name) != target_.scopes.end())
        wanted.insert(scope.name);
      is_free = false;
    }
    if (wanted.empty() && !is_free) return std::nullopt;
    return wanted;
  }

  // Adds what the feature needs; false when it needs a scope that is not wanted.
  bool add_feature(catalog::FeatureId id, Names& scopes) const {
    const catalog::Feature& feature = catalog_.features[id];
    if (target_.vocabulary == model::Vocabulary::guide && feature.is_in_guide()) {
      for (const std::string_view name : feature.guide_scopes) {
        if (target_.scopes.find(name) == target_.scopes.end()) return false;
        scopes.insert(name);
      }
      return true;
    }
    const bool is_user = target_.managed_by == model::ManagedBy::user;
    const bool has_user_calls = is_user && !feature.user_operations.empty();
    if (feature.admin_only && is_user && !has_user_calls) return false;
    for (const catalog::OperationId operation :
         has_user_calls ? feature.user_operations : feature.operations) {
      const auto wanted = wanted_of(catalog_.operations[operation].scopes(target_.model()));
      if (!wanted) return false;
      scopes.insert(wanted->begin(), wanted->end());
    }
    return true;
  }

  void add_event(const std::string& name) {
    const auto id = catalog::find_event(catalog_, name);
    if (!id) return;
    const auto wanted = wanted_of(catalog_.events[*id].scopes(target_.model()));
    if (!wanted || wanted->empty()) return;
    if (contains_all(declinable_, *wanted)) {
      if (std::find(declined_events_.begin(), declined_events_.end(), name) ==
          declined_events_.end()) {
        declined_events_.push_back(name);
      }
    } else {
      forced_.insert(wanted->begin(), wanted->end());
    }
  }

  void collect_units() {
    // The guide's tables have one row for what a composite stands for, and one classic scope allows
    // all of it: then the composite is likelier meant than one of its members.
    if (target_.vocabulary != model::Vocabulary::granular) {
      for (const catalog::Composite& composite : catalog_.composites) {
        add_unit(composite.name, {composite.members.begin(), composite.members.end()});
      }
    }
    for (std::size_t i = 0; i < catalog_.features.size(); ++i) {
      const auto id = static_cast<catalog::FeatureId>(i);
      if (!catalog_.features[i].action().empty()) add_unit(catalog_.features[i].name, {id});
    }
  }

  void add_unit(std::string_view name, std::vector<catalog::FeatureId> members) {
    Unit unit{name, std::move(members), {}};
    if (target_.banned.find(name) != target_.banned.end()) return;
    for (const catalog::FeatureId member : unit.members) {
      if (!add_feature(member, unit.scopes)) return;
    }
    if (!unit.scopes.empty()) units_.push_back(std::move(unit));
  }

  // The units that qualify, each time the one that adds most to what is covered.
  template <class Qualifies>
  std::vector<const Unit*> choose(Qualifies qualifies) {
    std::vector<const Unit*> open;
    for (const Unit& unit : units_) {
      if (qualifies(unit)) open.push_back(&unit);
    }
    std::vector<const Unit*> chosen;
    const auto gain = [this](const Unit* unit) {
      return std::count_if(unit->scopes.begin(), unit->scopes.end(),
                           [this](std::string_view scope) { return covered_.count(scope) == 0; });
    };
    while (!open.empty()) {
      const auto best =
          std::max_element(open.begin(), open.end(),
                           [&](const Unit* a, const Unit* b) { return gain(a) < gain(b); });
      if (gain(*best) == 0) break;
      covered_.insert((*best)->scopes.begin(), (*best)->scopes.end());
      chosen.push_back(*best);
      open.erase(best);
    }
    return chosen;
  }

  // The names, a composite in place of its members where all are there; sorted.
  std::vector<std::string> fold(const std::vector<const Unit*>& units) const {
    std::set<catalog::FeatureId> members;
    std::set<std::string> names;
    for (const Unit* unit : units) members.insert(unit->members.begin(), unit->members.end());
    for (const catalog::Composite& composite : catalog_.composites) {
      const bool all = std::all_of(composite.members.begin(), composite.members.end(),
                                   [&](catalog::FeatureId id) { return members.count(id) != 0; });
      if (!all || composite.members.size() < 2 || target_.banned.count(composite.name) != 0)
        continue;
      for (const catalog::FeatureId id : composite.members) members.erase(id);
      names.emplace(composite.name);
    }
    for (const catalog::FeatureId id : members) names.emplace(catalog_.features[id].name);
    return {names.begin(), names.end()};
  }

  std::tuple<std::string_view, bool, std::string_view> place_of(std::string_view name) const {
    return {name.substr(0, name.find('.')), catalog::find_composite(catalog_, name) != nullptr,
            name};
  }

  const TargetScopes& target_;
  const catalog::Catalog& catalog_;
  Names required_;
  Names declinable_;
  // The names that the choice so far covers; those that are required with any choice.
  Names covered_;
  Names forced_;
  std::vector<std::string> declined_events_;
  std::vector<Unit> units_;
};

}  // namespace

ScopePlan plan_features(const TargetScopes& target) {
  return Planner(target).plan();
}

std::map<std::string, std::vector<catalog::OperationId>, std::less<>> operations_of(
    const TargetScopes& target, const std::vector<std::string>& scopes) {
  std::map<std::string, std::vector<catalog::OperationId>, std::less<>> operations;
  for (const std::string& scope : scopes) {
    const auto id = catalog::find_scope(*target.catalog, scope, target.model());
    if (!id) continue;
    const auto& rows = target.catalog->scopes[*id].operations;
    operations.emplace(scope, std::vector<catalog::OperationId>(rows.begin(), rows.end()));
  }
  return operations;
}

}  // namespace zoomc::author
