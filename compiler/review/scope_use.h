#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "resolve/resolved_app.h"

namespace zoomc {

// One thing for which the app has a scope: an operation or event and the subject that wants it. A
// scope by hand that meets nothing, or a guide's name of which it is not known what it allows, is
// used by its subject alone.
struct ScopeUse {
  std::uint32_t subject = 0;
  std::optional<OperationId> operation;
  std::optional<EventId> event;
  bool operator==(const ScopeUse&) const = default;
};

// Everything that each scope of the app is there for, in the order of the manifest: what falls
// without it, and of what several scopes meet together that of which it is the first. So each
// requirement is with at least one scope, and nothing is told twice. A scope by hand comes after
// the derived ones, and with nothing left is used by its own subject.
std::vector<std::vector<ScopeUse>> uses_of_scopes(const ResolvedApp& resolved);

}  // namespace zoomc
