#include "review/authority_use.h"

#include <set>

namespace zoomc {

AuthorityUse authority_use_of(const Packet& packet) {
  std::set<OperationId> needed;
  for (const PacketScope& entry : packet.scopes) {
    needed.insert(entry.operations.begin(), entry.operations.end());
  }
  const Catalog& catalog = *packet.resolved->catalog;
  AuthorityUse whole;
  std::set<OperationId> allowed;
  std::set<OperationId> excess;
  for (const PacketScope& entry : packet.scopes) {
    ScopeAuthority scope{.scope = whole.scopes.size(), .is_known = entry.scope->row.has_value()};
    if (scope.is_known) {
      for (const OperationId operation : catalog.scopes[*entry.scope->row].operations) {
        ++scope.allowed;
        if (needed.count(operation) == 0) scope.excess.push_back(operation);
        allowed.insert(operation);
      }
    }
    excess.insert(scope.excess.begin(), scope.excess.end());
    whole.scopes.push_back(std::move(scope));
  }
  whole.allowed = allowed.size();
  whole.excess = excess.size();
  return whole;
}

}  // namespace zoomc
