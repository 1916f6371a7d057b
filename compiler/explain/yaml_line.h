#pragma once
#include <string>
#include <string_view>

#include "catalog/catalog.h"

// The lines of a .zoom.yaml that bring a thing of the catalog.
namespace zoomc {

// "features: {phone: [recordings]}", for a feature or a composite; empty for a name that is no
// `group.action` and so cannot be declared.
std::string feature_line(std::string_view name);
// "operations: ["GET /phone/recordings"]", quoted, since braces are YAML's.
std::string operation_line(const Operation& operation);
// "events: [{name: …, types: [recording.completed], url: https://…}]".
std::string event_line(std::string_view event);
// "extra_scopes: [meeting:read:summary]".
std::string extra_scope_line(std::string_view scope);
// "managed_by: admin" and "scope_names: classic".
std::string level_line(Level level);
std::string model_line(ScopeModel model);

}  // namespace zoomc
