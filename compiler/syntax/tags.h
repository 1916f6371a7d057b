#pragma once
#include <string_view>

#include "syntax/events.h"

namespace zoomc::syntax {

// The short form (`!!str`) of a full tag name of the core schema, a constant; empty for every other
// tag.
std::string_view core_tag(std::string_view full_name);

// Whether a value of that kind may carry the core tag.
bool tag_fits(std::string_view core, EventKind kind);

}  // namespace zoomc::syntax
