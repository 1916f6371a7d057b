#include "explain/scope_lines.h"

#include "explain/answers.h"
#include "explain/relations.h"
#include "explain/yaml_line.h"

namespace zoomc {
namespace {

std::string with_model(const std::string& line, ScopeModel model) {
  return model == ScopeModel::classic ? line + "  and  " + model_line(model) : line;
}

}  // namespace

std::string feature_note(const Catalog& catalog, ScopeId id, FeatureId feature) {
  const Scope& scope = catalog.scopes[id];
  std::string line = add_note(catalog, feature);
  // Other features are of that level by themselves.
  if (!catalog.features[feature].admin_only) line += "  and  " + level_line(scope.level);
  return with_model(line, scope.model);
}

std::string own_note(const Catalog& catalog, ScopeId id) {
  const Scope& scope = catalog.scopes[id];
  if (!never_given(scope.level).empty()) return {};
  const auto operations = operations_of(catalog, id);
  const auto events = events_of(catalog, id);
  std::string line = extra_scope_line(scope.name);
  if (!operations.empty()) {
    line = operation_line(catalog.operations[operations.front()]);
  } else if (!events.empty()) {
    line = event_line(catalog.events[events.front()].name);
  }
  return with_model("add:  " + line + "  and  " + level_line(scope.level), scope.model);
}

std::string_view never_given(Level level) {
  if (level == Level::app) {
    return "in a manifest: its token comes from client_credentials, and Zoom rejects it";
  }
  if (level == Level::master) return "chosen by zoomc: it reaches into other accounts";
  return {};
}

}  // namespace zoomc
