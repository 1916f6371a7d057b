#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "catalog_source/catalog_file.h"
#include "catalog_source/table.h"
#include "syntax/tree.h"

namespace zoomc::catalog_source {

// A key that a mapping may have. An optional one may be left out, not left without a value.
struct Key {
  std::string_view name;
  bool required = true;
};

// Reports what is no mapping, and keys that are missing or unknown. False for what is no mapping.
bool check_mapping(CatalogFile& file, const Node& node, std::span<const Key> keys);

// The text of `mapping`'s `key`, empty when the key is not there. A value that is no plain,
// non-empty text is reported, and counts as not there. The view is of the node.
Cell read_text(CatalogFile& file, const Node& mapping, std::string_view key);

// `true` or `false`; anything else is reported and is false.
bool read_boolean(CatalogFile& file, const Node& mapping, std::string_view key);

// The items of a list; none when the key is not there. What is no list is reported.
std::span<const Node> read_items(CatalogFile& file, const Node& mapping, std::string_view key);

}  // namespace zoomc::catalog_source
