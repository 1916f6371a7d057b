#pragma once
#include "resolve/choice_cover.h"

namespace zoomc::choice {

// A cost that whatever meets the unmet requirements of `node` adds at least. Excess and count are
// bounded each for itself. Every unmet requirement needs a candidate.
Cost least_addition(const Cover& cover, const SearchNode& node);

}  // namespace zoomc::choice
