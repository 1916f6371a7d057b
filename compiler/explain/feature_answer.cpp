#include <algorithm>

#include "catalog/lookup.h"
#include "explain/answers.h"
#include "explain/relations.h"
#include "explain/yaml_line.h"
#include "text/quote.h"

namespace zoomc {
namespace {

constexpr Level kLevels[] = {Level::user, Level::admin, Level::master};

std::string one_of_names(const Catalog& catalog, std::span<const ScopeId> scopes) {
  std::vector<std::string> names;
  for (const ScopeId id : scopes) names.emplace_back(catalog.scopes[id].name);
  return join_words(names, "or");
}

std::string list_of(std::span<const std::string_view> names) {
  return join_words(std::vector<std::string>(names.begin(), names.end()));
}

void add_model(Answer& answer, const Catalog& catalog, std::span<const ScopeId> scopes,
               ScopeModel model) {
  const std::string label(to_string(model));
  for (const Level level : kLevels) {
    const auto here = at_level(catalog, scopes, level);
    if (here.empty()) continue;
    const std::string_view never = level == Level::master ? ", never chosen" : "";
    answer.row(label, one_of_names(catalog, here),
               std::string(to_string(level)) + " level" + std::string(never));
  }
  if (scopes.empty()) answer.row(label, "no scope known");
}

void add_scopes_of_level(Answer& answer, const Catalog& catalog, const Feature& feature,
                         ScopeModel model, Level level) {
  const std::string label = std::string(to_string(model)) + ", " + std::string(to_string(level));
  const bool several = feature.operations.size() > 1;
  for (const OperationId id : feature.operations) {
    const Operation& operation = catalog.operations[id];
    const auto scopes = at_level(catalog, operation.scopes(model), level);
    const std::string what = scopes.empty() ? "no scope known" : one_of_names(catalog, scopes);
    answer.row(label, what, several ? "for " + display_name(operation) : "");
  }
}

// The platforms on which every connection needs the feature.
void add_sign_in(Answer& answer, const Catalog& catalog, FeatureId feature) {
  for (const Platform& platform : catalog.platforms) {
    if (platform.sign_in != feature) continue;
    answer.row("always", "needed on platform: " + std::string(platform.id) + ", declared or not");
  }
}

void add_integrations(Answer& answer, const Catalog& catalog, std::string_view group) {
  for (const Platform& platform : catalog.platforms) {
    for (const Integration& integration : platform.integrations) {
      const auto& groups = integration.feature_groups;
      if (std::find(groups.begin(), groups.end(), group) == groups.end()) continue;
      answer.row("integration", std::string(integration.id),
                 "to be enabled in the " + std::string(platform.title) + " dashboard");
    }
  }
}

}  // namespace

void add_alternatives(Answer& answer, const Catalog& catalog, std::span<const ScopeId> granular,
                      std::span<const ScopeId> classic) {
  add_model(answer, catalog, granular, ScopeModel::granular);
  add_model(answer, catalog, classic, ScopeModel::classic);
}

void add_feature_scopes(Answer& answer, const Catalog& catalog, const Feature& feature) {
  for (const ScopeModel model : {ScopeModel::granular, ScopeModel::classic}) {
    for (const Level level : {Level::user, Level::admin}) {
      if (takes_level(feature, level)) {
        add_scopes_of_level(answer, catalog, feature, model, level);
      }
    }
  }
}

void add_guide_row(Answer& answer, const Feature& feature) {
  if (feature.guide_scopes.empty()) return;
  std::string text = "for " + std::string(feature.name) + ": " + list_of(feature.guide_scopes);
  if (!feature.guide_shortfall.empty()) text += ", which " + std::string(feature.guide_shortfall);
  answer.row("guide", std::move(text));
}

std::string add_note(const Catalog& catalog, FeatureId id) {
  const Feature& feature = catalog.features[id];
  const std::string line = feature_line(feature.name);
  return line.empty() ? "comes by itself" : "add:  " + line;
}

Answer answer_feature(const Catalog& catalog, FeatureId id) {
  const Feature& feature = catalog.features[id];
  Answer answer;
  answer.say(std::string(feature.name) + ": " + std::string(feature.phrase));
  add_sign_in(answer, catalog, id);
  const std::string line = feature_line(feature.name);
  if (!line.empty()) answer.row("add", line);
  for (const Composite* composite : composites_of(catalog, id)) {
    answer.row("part of", std::string(composite->name), "add:  " + feature_line(composite->name));
  }
  if (feature.admin_only) answer.row("level", "admin: it means the whole account");
  for (const OperationId call : feature.operations) {
    const Operation& operation = catalog.operations[call];
    answer.row("calls", display_name(operation),
               std::string(operation.does.empty() ? operation.name : operation.does));
  }
  add_feature_scopes(answer, catalog, feature);
  add_guide_row(answer, feature);
  add_integrations(answer, catalog, feature.group());
  if (!feature.note.empty()) answer.row("note", std::string(feature.note));
  return answer;
}

Answer answer_composite(const Catalog& catalog, const Composite& composite) {
  Answer answer;
  answer.say(std::string(composite.name) + ": " + std::string(composite.phrase));
  answer.row("add", feature_line(composite.name));
  for (const FeatureId id : composite.members) {
    const Feature& feature = catalog.features[id];
    answer.row("stands for", std::string(feature.name), std::string(feature.phrase));
  }
  return answer;
}

Answer answer_feature_group(const Catalog& catalog, std::string_view group) {
  Answer answer;
  answer.say(std::string(group) + ": a group of features");
  for (const Feature& feature : catalog.features) {
    if (feature.group() != group || feature.action().empty()) continue;
    answer.row("feature", std::string(feature.name), std::string(feature.phrase));
  }
  for (const Composite& composite : catalog.composites) {
    if (composite.name.substr(0, composite.name.find('.')) != group) continue;
    answer.row("several", std::string(composite.name), std::string(composite.phrase));
  }
  add_integrations(answer, catalog, group);
  return answer;
}

}  // namespace zoomc
