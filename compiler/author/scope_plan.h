#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "model/app.h"

namespace zoomc::author {

// Scopes by name, and whether each is optional.
using WantedScopes = std::map<std::string, bool, std::less<>>;

// The scopes that an app must end up with.
struct TargetScopes {
  const catalog::Catalog* catalog = nullptr;
  model::Vocabulary vocabulary = model::Vocabulary::granular;
  model::ManagedBy managed_by = model::ManagedBy::user;
  WantedScopes scopes;
  // The scopes that the platform always asks for.
  std::optional<catalog::FeatureId> sign_in;
  // The event types that the app declares.
  std::vector<std::string> events;
  // Features, composites and operations that were tried and add other scopes.
  std::set<std::string, std::less<>> banned;

  catalog::ScopeModel model() const {
    return vocabulary == model::Vocabulary::classic ? catalog::ScopeModel::classic
                                                    : catalog::ScopeModel::granular;
  }
  catalog::Level level() const {
    return managed_by == model::ManagedBy::admin ? catalog::Level::admin : catalog::Level::user;
  }
};

// Words of the language. `optional` are those of the features and events that may be declined.
struct [[nodiscard]] ScopePlan {
  std::vector<std::string> features;
  std::vector<std::string> optional;
};

// Few features that between them need as many of the wanted scopes as features can, and no other
// scope, as far as the tables tell; whether it is so must be seen by resolving them. A feature that
// adds nothing to the others is left out.
ScopePlan plan_features(const TargetScopes& target);

// The operations that each of the scopes allows, in the vocabulary; names that it does not know
// have none.
std::map<std::string, std::vector<catalog::OperationId>, std::less<>> operations_of(
    const TargetScopes& target, const std::vector<std::string>& scopes);

}  // namespace zoomc::author
