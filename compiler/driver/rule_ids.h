#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "lint/rule.h"

namespace zoomc::driver {

// The ids of what the phases around the linter report in an app and no rule does too: they can be
// neither switched off nor allowed.
std::span<const std::string_view> phase_ids();

// The ids of the rules, in their order.
std::vector<std::string_view> ids_of(std::span<const lint::Rule> rules);

}  // namespace zoomc::driver
