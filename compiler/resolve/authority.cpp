#include "resolve/authority.h"

namespace zoomc {

std::map<ScopeId, std::vector<OperationId>> authority_of(const Catalog& catalog, ScopeModel model,
                                                         const std::vector<ScopeId>& scopes) {
  std::map<ScopeId, std::vector<OperationId>> authority;
  for (const ScopeId id : scopes) authority.try_emplace(id);
  for (std::size_t row = 0; row < catalog.operations.size(); ++row) {
    for (const ScopeId id : catalog.operations[row].scopes(model)) {
      const auto place = authority.find(id);
      if (place != authority.end()) place->second.push_back(static_cast<OperationId>(row));
    }
  }
  return authority;
}

}  // namespace zoomc
