#pragma once
#include <string>
#include <vector>

#include "driver/fix.h"

namespace zoomc {

// The texts of the comments but for allowances, which are what some fixes are about.
std::vector<std::string> comments_of(const std::string& app);

// What all fixes of an app promise together, and `fixed` (made of `app` under `options`) does not
// keep; empty when all is well: the result is an app if there was one, keeps the comments, and
// leaves nothing to be fixed but unsafe removals that came up on the way; without such no second
// run is needed.
std::string broken_promise(const std::string& app, const driver::Fixed& fixed,
                           const driver::CheckOptions& options, bool unsafe_too);

}  // namespace zoomc
