#pragma once
#include <span>
#include <string_view>

#include "lint/rule.h"

namespace zoomc {

// Every rule of rules.def, in its order.
std::span<const Rule> all_rules();

// The documentation of a rule, or of what another phase reports (its `.md`, whole); empty when
// there is no such id.
std::string_view rule_documentation(std::string_view id);

}  // namespace zoomc
