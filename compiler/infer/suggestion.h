#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

namespace zoomc {

// What to write into an app file so that it may make certain calls.
struct Suggestion {
  std::vector<FeatureId> features;
  std::vector<OperationId> operations;

  bool empty() const { return features.empty() && operations.empty(); }
};

// The features all of whose calls are among `seen` and one of whose calls is `needed`; the calls
// that are needed and in none of them by themselves. Features for the whole account only where
// `whole_account`.
Suggestion suggest(const Catalog& catalog, const std::set<OperationId>& needed,
                   const std::set<OperationId>& seen, bool whole_account);

// Its features by group, in the catalog's order: "meetings", then "create", "read".
struct FeatureGroup {
  std::string_view group;
  std::vector<std::string_view> actions;
};
std::vector<FeatureGroup> groups_of(const Catalog& catalog, const Suggestion& suggestion);

// `features:` and `operations:` as they may stand in an app file.
std::string suggestion_yaml(const Catalog& catalog, const Suggestion& suggestion);

// The features that call the operation, sign-in left out.
std::vector<FeatureId> features_with(const Catalog& catalog, OperationId operation);

}  // namespace zoomc
