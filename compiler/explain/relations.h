#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

// Relations between the rows of the catalog's tables.
namespace zoomc::explain {

// The operations that a scope allows, in the order of the tables.
std::vector<catalog::OperationId> operations_of(const catalog::Catalog& catalog,
                                                catalog::ScopeId scope);
std::vector<catalog::EventId> events_of(const catalog::Catalog& catalog, catalog::ScopeId scope);

// Whether apps of that level can declare the feature at all, and get a scope of their own level for
// it.
bool takes_level(const catalog::Feature& feature, catalog::Level level);

// A feature that a scope serves. `only_way`: some call of the feature has no other scope of that
// model and level.
struct ServedFeature {
  catalog::FeatureId feature;
  bool only_way = false;
};
std::vector<ServedFeature> features_of(const catalog::Catalog& catalog, catalog::ScopeId scope);

// The features that call that operation.
std::vector<catalog::FeatureId> features_calling(const catalog::Catalog& catalog,
                                                 catalog::OperationId operation);

// The features for which the guide names a scope, whether or not Zoom lists it.
std::vector<catalog::FeatureId> features_named_by_guide(const catalog::Catalog& catalog,
                                                        std::string_view scope);

// The composites that a feature is a member of.
std::vector<const catalog::Composite*> composites_of(const catalog::Catalog& catalog,
                                                     catalog::FeatureId feature);

// The scope of the same name at another level, with its suffix.
std::optional<catalog::ScopeId> counterpart(const catalog::Catalog& catalog,
                                            const catalog::Scope& scope, catalog::Level level);

// The scopes of the other model and the same level that allow something that `scope` allows.
std::vector<catalog::ScopeId> relatives(const catalog::Catalog& catalog, catalog::ScopeId scope);

// The scopes of both models that have this name.
std::vector<catalog::ScopeId> scopes_named(const catalog::Catalog& catalog, std::string_view name);

// The alternatives of one level, in order.
std::vector<catalog::ScopeId> at_level(const catalog::Catalog& catalog,
                                       std::span<const catalog::ScopeId> scopes,
                                       catalog::Level level);

}  // namespace zoomc::explain
