#pragma once
#include <vector>

#include "config/config.h"
#include "model/reading.h"

namespace zoomc::config {

// How many patterns all policies may have together, and how long each may be: what is asked of
// every name of an app has a bound.
inline constexpr std::size_t kMaxPatterns = 1000;
inline constexpr std::size_t kMaxPatternBytes = 200;

// The list `policy`.
std::vector<Policy> read_policies(model::Reading& reading, const model::Slot& slot);

}  // namespace zoomc::config
