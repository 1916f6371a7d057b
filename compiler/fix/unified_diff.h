#pragma once
#include <string>
#include <string_view>

namespace zoomc {

// The change from `before` to `after` as `diff -u` and `git apply` know it, with three lines of
// context and `path` in both header lines; empty when there is none. Lines keep their own line
// breaks.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace zoomc
