#pragma once
#include <string>

#include "syntax/tree.h"

namespace zoomc::fuzz {

// In what libyaml, which shares no code and no ancestor with yaml-cpp, reads an accepted text
// differently: its structure, styles, tags, values, and where scalars stand. Empty when in nothing,
// or only in what `libyaml_opinion.cpp` names with its reason.
std::string libyaml_difference(const std::string& text, const syntax::Document& document);

}  // namespace zoomc::fuzz
