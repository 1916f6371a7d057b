#pragma once
#include <string_view>

namespace zoomc::schema {

// The text of `schemas/<name>.schema.json`, as it was when zoomc was built: "app", "config",
// "findings" or "manifest". Empty when there is no such schema.
std::string_view schema_text(std::string_view name);

}  // namespace zoomc::schema
