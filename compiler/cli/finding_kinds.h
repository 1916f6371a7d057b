#pragma once
#include <vector>

#include "explain/finding_kind.h"

namespace zoomc {

// Every kind of finding that any command can give, with its page: the rules in their order, then
// what the other phases report. Two phases may report the same; each has its own row.
std::vector<FindingKind> finding_kinds();

}  // namespace zoomc
