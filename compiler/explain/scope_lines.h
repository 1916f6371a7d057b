#pragma once
#include <string>
#include <string_view>

#include "catalog/catalog.h"

// What a .zoom.yaml has to say for an app to get a scope.
namespace zoomc {

// By a feature that it serves: "add:  features: {meetings: [read]}  and  managed_by: admin".
std::string feature_note(const Catalog& catalog, ScopeId scope, FeatureId feature);

// By what it allows, or by its name: "add:  operations: [...]  and  managed_by: user". Empty for a
// scope that no app is given.
std::string own_note(const Catalog& catalog, ScopeId scope);

// Why no app is given scopes of that level; empty for those that apps are given.
std::string_view never_given(Level level);

}  // namespace zoomc
