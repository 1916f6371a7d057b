#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

// How the rows of the catalog's tables hang together.
namespace zoomc {

// What a scope allows, in the order of the tables.
std::vector<OperationId> operations_of(const Catalog& catalog, ScopeId scope);
std::vector<EventId> events_of(const Catalog& catalog, ScopeId scope);

// Whether apps of that level can declare the feature at all, and would not be given a scope of
// another one.
bool takes_level(const Feature& feature, Level level);

// A feature that a scope serves. `only_way`: some call of the feature has no other scope of that
// model and level.
struct ServedFeature {
  FeatureId feature;
  bool only_way = false;
};
std::vector<ServedFeature> features_of(const Catalog& catalog, ScopeId scope);

// The features of which a call is that operation.
std::vector<FeatureId> features_calling(const Catalog& catalog, OperationId operation);

// The features for which the guide names a scope, whether or not Zoom lists it.
std::vector<FeatureId> features_named_by_guide(const Catalog& catalog, std::string_view scope);

// The composites that a feature is a member of.
std::vector<const Composite*> composites_of(const Catalog& catalog, FeatureId feature);

// The scope of the same name at another level, with its suffix.
std::optional<ScopeId> counterpart(const Catalog& catalog, const Scope& scope, Level level);

// The scopes of the other model and the same level that allow something that `scope` allows.
std::vector<ScopeId> relatives(const Catalog& catalog, ScopeId scope);

// The scopes of both models that have this name.
std::vector<ScopeId> scopes_named(const Catalog& catalog, std::string_view name);

// The alternatives of one level, in order.
std::vector<ScopeId> at_level(const Catalog& catalog, std::span<const ScopeId> scopes, Level level);

}  // namespace zoomc
