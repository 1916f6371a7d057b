#include "explain/yaml_line.h"

#include "catalog/lookup.h"

namespace zoomc {

std::string feature_line(std::string_view name) {
  const auto dot = name.find('.');
  if (dot == std::string_view::npos) return {};
  std::string line = "features: {";
  line.append(name.substr(0, dot)).append(": [").append(name.substr(dot + 1)).append("]}");
  return line;
}

std::string operation_line(const Operation& operation) {
  return "operations: [\"" + display_name(operation) + "\"]";
}

std::string event_line(std::string_view event) {
  return "events: [{name: …, types: [" + std::string(event) + "], url: https://…}]";
}

std::string extra_scope_line(std::string_view scope) {
  return "extra_scopes: [" + std::string(scope) + "]";
}

std::string level_line(Level level) {
  return "managed_by: " + std::string(to_string(level));
}

std::string model_line(ScopeModel model) {
  return "scope_names: " + std::string(to_string(model));
}

}  // namespace zoomc
