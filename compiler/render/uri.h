#pragma once
#include <string>
#include <string_view>

namespace zoomc {

// A path as forges name files, without `./` at its begin.
std::string_view repository_path(std::string_view path);

// A path as a URI reference: relative to wherever the program ran, or `file:///…` for an absolute
// one. Every byte that a path segment may not have is percent-encoded, and `:` too.
std::string to_uri(std::string_view path);

}  // namespace zoomc
