#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "lint/rule.h"

namespace zoomc::rules {

// Every rule of rules.def, in its order.
std::span<const lint::Rule> all_rules();

// Every kind of finding that any command can give, with its page: the rules in their order, then
// what the other phases report. Two phases may report the same; each has its own row.
std::vector<FindingKind> finding_kinds();

// The documentation of a rule, or of what another phase reports (its `.md`, whole); empty when
// there is no such id.
std::string_view rule_documentation(std::string_view id);

}  // namespace zoomc::rules
