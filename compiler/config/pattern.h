#pragma once
#include <string_view>

namespace zoomc {

// Whether all of `name` matches `pattern`, in which `*` stands for any characters (also `:`, `.`
// and
// `/`, also none) and all else for itself.
bool matches_pattern(std::string_view pattern, std::string_view name);

}  // namespace zoomc
