#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "syntax/tree.h"

namespace zoomc::syntax {

// Reads what nearly every file keeps to, in one pass and without the library: block collections,
// brackets, scalars in their common forms, anchors of values and their aliases, comments. The tree
// is the one that `thorough_parse` gives, to the last span. Nothing comes back when there is
// anything else in the text, mistakes included. `text` has passed `check_encoding`, and its
// document starts at byte `begin`.
std::optional<Document> quick_parse(const std::string& text, std::uint32_t begin);

}  // namespace zoomc::syntax
