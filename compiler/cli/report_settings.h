#pragma once
#include <vector>

#include "render/format.h"

namespace zoomc {

// Every kind of finding, for reports that describe them; pages go up to their cases.
std::vector<RuleText> rule_texts();

}  // namespace zoomc
