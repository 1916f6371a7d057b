#include "infer/suggestion.h"

#include <algorithm>

#include "catalog/lookup.h"

namespace zoomc {
namespace {

// Sign-in is nobody's to ask for: its name has no group.
bool can_be_asked_for(const Feature& feature) {
  return !feature.action().empty() && !feature.operations.empty();
}

}  // namespace

Suggestion suggest(const Catalog& catalog, const std::set<OperationId>& needed,
                   const std::set<OperationId>& seen, bool whole_account) {
  Suggestion suggestion;
  std::set<OperationId> covered;
  for (std::size_t i = 0; i < catalog.features.size(); ++i) {
    const Feature& feature = catalog.features[i];
    if (!can_be_asked_for(feature) || (feature.admin_only && !whole_account)) continue;
    const auto& calls = feature.operations;
    const bool all_seen = std::all_of(calls.begin(), calls.end(),
                                      [&](OperationId call) { return seen.count(call) != 0; });
    const bool one_needed = std::any_of(calls.begin(), calls.end(),
                                        [&](OperationId call) { return needed.count(call) != 0; });
    if (!all_seen || !one_needed) continue;
    suggestion.features.push_back(static_cast<FeatureId>(i));
    covered.insert(calls.begin(), calls.end());
  }
  std::set_difference(needed.begin(), needed.end(), covered.begin(), covered.end(),
                      std::back_inserter(suggestion.operations));
  return suggestion;
}

std::vector<FeatureGroup> groups_of(const Catalog& catalog, const Suggestion& suggestion) {
  std::vector<FeatureGroup> groups;
  for (const FeatureId id : suggestion.features) {
    const Feature& feature = catalog.features[id];
    if (groups.empty() || groups.back().group != feature.group()) {
      groups.push_back({feature.group(), {}});
    }
    groups.back().actions.push_back(feature.action());
  }
  return groups;
}

std::string suggestion_yaml(const Catalog& catalog, const Suggestion& suggestion) {
  std::string yaml;
  if (!suggestion.features.empty()) yaml += "features:\n";
  for (const FeatureGroup& group : groups_of(catalog, suggestion)) {
    yaml += "  " + std::string(group.group) + ": [";
    for (const std::string_view action : group.actions) {
      if (yaml.back() != '[') yaml += ", ";
      yaml += action;
    }
    yaml += "]\n";
  }
  if (!suggestion.operations.empty()) yaml += "operations:\n";
  for (const OperationId operation : suggestion.operations) {
    yaml += "  - \"" + display_name(catalog.operations[operation]) + "\"\n";
  }
  return yaml;
}

std::vector<FeatureId> features_with(const Catalog& catalog, OperationId operation) {
  std::vector<FeatureId> features;
  for (std::size_t i = 0; i < catalog.features.size(); ++i) {
    const Feature& feature = catalog.features[i];
    const auto& calls = feature.operations;
    const bool has = std::find(calls.begin(), calls.end(), operation) != calls.end();
    if (has && can_be_asked_for(feature)) features.push_back(static_cast<FeatureId>(i));
  }
  return features;
}

}  // namespace zoomc
