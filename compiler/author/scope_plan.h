#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "model/app.h"

namespace zoomc {

// Scopes by name, and whether each is optional.
using WantedScopes = std::map<std::string, bool, std::less<>>;

// What an app is to come to.
struct ScopeWish {
  const Catalog* catalog = nullptr;
  Vocabulary vocabulary = Vocabulary::granular;
  ManagedBy managed_by = ManagedBy::user;
  WantedScopes scopes;
  // What the platform asks for anyway.
  std::optional<FeatureId> sign_in;
  // The event types that the app declares.
  std::vector<std::string> events;
  // Features, composites and operations that were tried and bring other scopes.
  std::set<std::string, std::less<>> banned;

  ScopeModel model() const {
    return vocabulary == Vocabulary::classic ? ScopeModel::classic : ScopeModel::granular;
  }
  Level level() const { return managed_by == ManagedBy::admin ? Level::admin : Level::user; }
};

// Words of the language. `optional` are those of the features and events that may be declined.
struct ScopePlan {
  std::vector<std::string> features;
  std::vector<std::string> optional;
};

// Few features that between them need as many of the wanted scopes as features can, and no other
// scope, as far as the tables tell; whether it is so must be seen by resolving them. A feature that
// adds nothing to the others is left out.
ScopePlan plan_features(const ScopeWish& wish);

// The operations that each of the scopes allows, in the vocabulary; names that it does not know
// have none.
std::map<std::string, std::vector<OperationId>, std::less<>> operations_of(
    const ScopeWish& wish, const std::vector<std::string>& scopes);

}  // namespace zoomc
