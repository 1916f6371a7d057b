#pragma once
#include <cstdint>
#include <string>

#include "syntax/tree.h"

namespace zoomc {

// The dotted path of the keys around byte `offset` ("oauth.allow_list"), for a list those of the
// list. Empty outside of every key. `root` has no cycles and is not deeper than syntax allows.
std::string key_path_at(const Node& root, std::uint32_t offset);

}  // namespace zoomc
