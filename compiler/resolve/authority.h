#pragma once
#include <map>
#include <vector>

#include "catalog/catalog.h"

namespace zoomc {

// The operations of the catalog that each of `scopes` authorises, in the column of `model`;
// ascending.
std::map<ScopeId, std::vector<OperationId>> authority_of(const Catalog& catalog, ScopeModel model,
                                                         const std::vector<ScopeId>& scopes);

}  // namespace zoomc
