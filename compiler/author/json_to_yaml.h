#pragma once
#include <cstddef>

#include "edit/yaml_value.h"
#include "json/value.h"

namespace zoomc::author {

// A JSON value as YAML that reads back as the same JSON. Members that are `null` are left out, and
// so is what nests deeper than `depth` collections: a file may nest no deeper. Whole numbers past
// 64 bits with a sign become floating ones, as JSON itself sees them.
edit::YamlValue json_to_yaml(const json::Value& value, std::size_t depth);

}  // namespace zoomc::author
