#include "catalog/lookup.h"
#include "explain/answers.h"
#include "explain/relations.h"
#include "explain/yaml_line.h"

namespace zoomc {
namespace {

bool has_level(const Catalog& catalog, std::span<const ScopeId> scopes, Level level) {
  return !at_level(catalog, scopes, level).empty();
}

// What the scopes that there are mean for `managed_by`.
void add_level(Answer& answer, const Catalog& catalog, std::span<const ScopeId> granular) {
  const bool user = has_level(catalog, granular, Level::user);
  const bool admin = has_level(catalog, granular, Level::admin);
  if (admin && !user) answer.row("level", "admin: no granular scope of the user level allows it");
  if (user && !admin) answer.row("level", "user: no granular scope of the admin level allows it");
}

}  // namespace

Answer answer_operation(const Catalog& catalog, OperationId id) {
  const Operation& operation = catalog.operations[id];
  Answer answer;
  answer.say(display_name(operation) + ": " +
             std::string(operation.does.empty() ? operation.name : operation.does));
  for (const FeatureId feature : features_calling(catalog, id)) {
    answer.row("feature", std::string(catalog.features[feature].name), add_note(catalog, feature));
  }
  answer.row("alone", operation_line(operation));
  add_alternatives(answer, catalog, operation.granular, operation.classic);
  add_level(answer, catalog, operation.granular);
  if (!operation.id.empty()) answer.row("id", std::string(operation.id));
  if (!operation.does.empty()) answer.row("title", std::string(operation.name));
  answer.row("product", std::string(operation.product));
  return answer;
}

Answer answer_event(const Catalog& catalog, EventId id) {
  const Event& event = catalog.events[id];
  Answer answer;
  answer.say(std::string(event.name) + ": a webhook event");
  answer.row("add", event_line(event.name));
  add_alternatives(answer, catalog, event.granular, event.classic);
  add_level(answer, catalog, event.granular);
  if (event.basis == EventBasis::derived) {
    answer.row("basis", "derived from the names of event and scope, not from a page of Zoom's");
  }
  if (event.basis == EventBasis::unknown) {
    answer.row("basis", "unknown: no page of Zoom's names a scope");
  }
  answer.row("product", std::string(event.product));
  return answer;
}

}  // namespace zoomc
