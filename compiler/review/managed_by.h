#pragma once
#include <array>
#include <string>
#include <vector>

#include "resolve/resolved_app.h"

namespace zoomc::review {

// An app as compiled for users to manage, or for admins.
struct ManagedOutcome {
  model::ManagedBy managed_by = model::ManagedBy::user;
  // Null where it cannot be so; then `reasons` say why not.
  const resolve::ResolvedApp* resolved = nullptr;
  std::vector<std::string> reasons;
};

// The two side by side, for a terminal: what each costs, and which scope each takes for what the
// app needs. `chosen`: what the file says or zoomc infers. Both are of the same catalog.
std::string compare_managed_by(const std::string& path, model::ManagedBy chosen,
                               const std::array<ManagedOutcome, 2>& outcomes);

}  // namespace zoomc::review
