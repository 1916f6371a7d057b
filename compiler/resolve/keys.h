#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "resolve/resolved_app.h"

namespace zoomc::resolve {

enum class KeyKind : std::uint8_t { nothing, feature, composite, operation, event, scope };

// The meaning of a key of `justify`, `test_plan` or `optional` in this app. `requests` are those it
// covers, all of them declared; an operation or scope that the app has only through a feature has
// none.
struct KeyMeaning {
  KeyKind kind = KeyKind::nothing;
  std::vector<std::uint32_t> requests;
  // For an operation, its row in the catalog.
  std::optional<catalog::OperationId> operation;
};

// `nothing` if the app has no such feature, operation, event or scope, or lacks one member of a
// composite. Scopes other than extra ones are only found once the scopes are resolved.
KeyMeaning find_key(const ResolvedApp& resolved, std::string_view key);

}  // namespace zoomc::resolve
