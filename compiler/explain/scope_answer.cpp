#include <algorithm>

#include "catalog/lookup.h"
#include "explain/answers.h"
#include "explain/relations.h"
#include "explain/scope_lines.h"

namespace zoomc {
namespace {

// A classic scope may have a hundred relatives: one for each call.
constexpr std::size_t kMaxRelatives = 8;

std::string_view reach(Level level) {
  switch (level) {
    case Level::user: return "the user's own data";
    case Level::admin: return "the data of the whole account";
    case Level::master: return "the data of sub-accounts";
    case Level::app: return "what belongs to the app itself";
  }
  return {};
}

std::string_view origin(Grants grants) {
  if (grants == Grants::manifest) return "in no page of Zoom's, only in Zoom's own manifests";
  if (grants == Grants::seen) return "in no page of Zoom's, only in published apps' scope lists";
  return {};
}

void add_nature(Answer& answer, const Scope& scope) {
  if (!origin(scope.grants).empty()) answer.row("seen", std::string(origin(scope.grants)));
  if (scope.level_is_guess) {
    answer.row("level", "a guess from the name: no page of Zoom's tells it");
  }
  const std::string_view never = never_given(scope.level);
  if (!never.empty()) answer.row("never", std::string(never));
}

void add_allowed(Answer& answer, const Catalog& catalog, const std::vector<OperationId>& operations,
                 const std::vector<EventId>& events) {
  for (const OperationId id : operations) {
    const Operation& operation = catalog.operations[id];
    answer.row("it allows", display_name(operation),
               std::string(operation.does.empty() ? operation.name : operation.does));
  }
  for (const EventId id : events) {
    const Event& event = catalog.events[id];
    answer.row("event", std::string(event.name),
               event.basis == EventBasis::derived
                   ? "derived from the names, not from a page of Zoom's"
                   : "");
  }
  if (operations.empty() && events.empty()) {
    answer.row("it allows", "nothing that Zoom's pages tell");
  }
}

void add_features(Answer& answer, const Catalog& catalog, ScopeId id,
                  const std::vector<ServedFeature>& served) {
  for (const ServedFeature& one : served) {
    answer.row(one.only_way ? "feature" : "would do for",
               std::string(catalog.features[one.feature].name),
               feature_note(catalog, id, one.feature));
  }
  const std::string own = own_note(catalog, id);
  if (served.empty() && !own.empty()) answer.row("no feature", "needs it", own);
}

void add_guide(Answer& answer, const Catalog& catalog, std::string_view scope,
               const std::vector<ServedFeature>& served) {
  for (const FeatureId id : features_named_by_guide(catalog, scope)) {
    answer.row("guide", "names it for " + std::string(catalog.features[id].name));
  }
  for (const ServedFeature& one : served) {
    const Feature& feature = catalog.features[one.feature];
    const auto& names = feature.guide_scopes;
    if (std::find(names.begin(), names.end(), scope) == names.end()) add_guide_row(answer, feature);
  }
}

void add_levels(Answer& answer, const Catalog& catalog, const Scope& scope) {
  for (const Level level : {Level::user, Level::admin, Level::master}) {
    if (level == scope.level || scope.level == Level::app) continue;
    const auto other = counterpart(catalog, scope, level);
    if (other) {
      answer.row(std::string(to_string(level)) + " level",
                 std::string(catalog.scopes[*other].name));
    } else if (level != Level::master) {
      answer.row(std::string(to_string(level)) + " level", "none of that name");
    }
  }
}

void add_relatives(Answer& answer, const Catalog& catalog, ScopeId id) {
  const std::vector<ScopeId> others = relatives(catalog, id);
  const std::string label(catalog.scopes[id].model == ScopeModel::granular ? "classic"
                                                                           : "granular");
  for (std::size_t i = 0; i < others.size() && i < kMaxRelatives; ++i) {
    answer.row(label, std::string(catalog.scopes[others[i]].name),
               count_of(operations_of(catalog, others[i]).size(), "operation"));
  }
  if (others.size() > kMaxRelatives) {
    answer.row(label, "and " + std::to_string(others.size() - kMaxRelatives) + " more");
  }
}

}  // namespace

Answer answer_scope(const Catalog& catalog, ScopeId id) {
  const Scope& scope = catalog.scopes[id];
  const auto served = features_of(catalog, id);
  Answer answer;
  answer.say(std::string(scope.name) + ": " + std::string(to_string(scope.model)) +
             " scope of the " + std::string(to_string(scope.level)) + " level, for " +
             std::string(reach(scope.level)));
  add_nature(answer, scope);
  add_allowed(answer, catalog, operations_of(catalog, id), events_of(catalog, id));
  add_features(answer, catalog, id, served);
  add_guide(answer, catalog, scope.name, served);
  add_levels(answer, catalog, scope);
  add_relatives(answer, catalog, id);
  return answer;
}

Answer answer_guide_name(const Catalog& catalog, std::string_view scope) {
  Answer answer;
  answer.say(std::string(scope) + ": a name of the guide's that is in none of Zoom's lists (of " +
             std::string(catalog.date) + ")");
  for (const FeatureId id : features_named_by_guide(catalog, scope)) {
    const Feature& feature = catalog.features[id];
    answer.row("guide", "names it for " + std::string(feature.name), add_note(catalog, id));
    add_feature_scopes(answer, catalog, feature);
  }
  answer.row("zoomc", "uses it with scope_names: guide only, where Zoom may refuse it");
  return answer;
}

}  // namespace zoomc
