#include "catalog_source/yaml_keys.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "diagnostics/codes.h"
#include "syntax/core_schema.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::catalog_source {
namespace {

// Answers the key that was probably meant.
std::optional<std::string_view> report_unknown_key(CatalogFile& file, const Node& key,
                                                   std::span<const Key> keys) {
  std::vector<std::string_view> names;
  std::vector<std::string> choices;
  for (const Key& known : keys) {
    names.push_back(known.name);
    choices.push_back(in_backticks(known.name));
  }
  std::vector<std::string> hints;
  const auto near = nearest(key.text, names);
  if (near) hints.push_back("did you mean " + in_backticks(*near) + "?");
  file.report(
      catalog_codes::kPlatformKey, key.span,
      "unknown key " + in_backticks(key.text) + ": the keys here are " + join_words(choices),
      std::move(hints));
  return near;
}

}  // namespace

bool check_mapping(CatalogFile& file, const Node& node, std::span<const Key> keys) {
  if (!node.is_mapping()) {
    file.report(catalog_codes::kValue, node.span, "a mapping of keys and values must stand here");
    return false;
  }
  // A key that is missing because it has a wrong name is one mistake.
  std::set<std::string_view> misspelt;
  for (const Member& member : node.members) {
    const auto same = [&](const Key& key) { return key.name == member.key.text; };
    if (std::any_of(keys.begin(), keys.end(), same)) continue;
    if (const auto meant = report_unknown_key(file, member.key, keys)) misspelt.insert(*meant);
  }
  for (const Key& key : keys) {
    if (!key.required || node.find(key.name) != nullptr || misspelt.contains(key.name)) continue;
    file.report(catalog_codes::kPlatformKey, {node.span.begin, node.span.begin},
                "key " + in_backticks(key.name) + " is missing");
  }
  return true;
}

Cell read_text(CatalogFile& file, const Node& mapping, std::string_view key) {
  const Member* member = mapping.find(key);
  if (member == nullptr) return {};
  const Node& value = member->value;
  if (value.is_scalar() && !value.text.empty()) {
    if (find_control(value.text)) {
      file.report(catalog_codes::kValue, value.span,
                  in_backticks(key) + " has a control character: it must be plain text");
    }
    return {value.text, value.span};
  }
  file.report(catalog_codes::kValue, value.missing ? member->key.span : value.span,
              in_backticks(key) + " must be a text that is not empty");
  return {};
}

bool read_boolean(CatalogFile& file, const Node& mapping, std::string_view key) {
  const Member* member = mapping.find(key);
  if (member == nullptr) return false;
  if (const auto value = as_boolean(member->value)) return *value;
  file.report(catalog_codes::kValue, member->value.missing ? member->key.span : member->value.span,
              in_backticks(key) + " must be `true` or `false`");
  return false;
}

std::span<const Node> read_items(CatalogFile& file, const Node& mapping, std::string_view key) {
  const Member* member = mapping.find(key);
  if (member == nullptr) return {};
  if (member->value.is_sequence()) return member->value.items;
  file.report(catalog_codes::kValue, member->value.missing ? member->key.span : member->value.span,
              in_backticks(key) + " must be a list");
  return {};
}

}  // namespace zoomc::catalog_source
