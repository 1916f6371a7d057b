#pragma once
#include "resolve/choice_cover.h"

namespace zoomc::choice {

// Whether two sets of the same cost may stand for each other, or the list of indices still decides
// between them.
enum class Ties : std::uint8_t { matter, free };

// Takes what every set worth having contains and removes what none needs, until nothing changes.
// Worth having is a set that costs less than `limit`. False when there is none, as far as this
// sees; the node is then of no use.
bool reduce(const Cover& cover, SearchNode& node, Ties ties, Cost limit);

}  // namespace zoomc::choice
