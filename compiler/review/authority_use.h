#pragma once
#include <cstddef>
#include <vector>

#include "review/packet.h"

namespace zoomc {

// What one scope of a packet allows, and which of these calls the app does not need.
struct ScopeAuthority {
  // The scope's place in the packet.
  std::size_t scope = 0;
  std::size_t allowed = 0;
  // Ascending.
  std::vector<OperationId> excess;
  // False for a name that none of Zoom's lists has: nothing can be said then.
  bool is_known = false;

  std::size_t needed() const { return allowed - excess.size(); }
};

// The authority of an app's scopes, those by hand included.
struct AuthorityUse {
  // In the order of the packet.
  std::vector<ScopeAuthority> scopes;
  // Of all scopes together, each call once.
  std::size_t allowed = 0;
  std::size_t excess = 0;
};

AuthorityUse authority_use_of(const Packet& packet);

}  // namespace zoomc
