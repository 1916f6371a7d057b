#include "resolve/authority.h"

namespace zoomc {

std::map<ScopeId, std::vector<OperationId>> authority_of(const Catalog& catalog, ScopeModel model,
                                                         const std::vector<ScopeId>& scopes) {
  std::map<ScopeId, std::vector<OperationId>> authority;
  // By scope, so that the walk over all operations of the catalog looks nothing up.
  std::vector<std::vector<OperationId>*> wanted(catalog.scopes.size());
  for (const ScopeId id : scopes) wanted[id] = &authority[id];
  for (std::size_t row = 0; row < catalog.operations.size(); ++row) {
    for (const ScopeId id : catalog.operations[row].scopes(model)) {
      if (wanted[id] != nullptr) wanted[id]->push_back(static_cast<OperationId>(row));
    }
  }
  return authority;
}

}  // namespace zoomc
