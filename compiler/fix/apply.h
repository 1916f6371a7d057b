#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace zoomc {

// `text` with the edits made. They must lie in the text and not overlap; insertions at one place
// are made in the given order.
std::string apply_edits(std::string_view text, std::vector<Edit> edits);

struct FixRound {
  std::string text;
  std::size_t applied = 0;
};

// Makes the first permitted fix of each finding, in order, leaving out those that touch the text of
// one made before: a later round sees whether they are still wanted.
FixRound apply_fixes(std::string_view text, const std::vector<Diagnostic>& findings,
                     bool unsafe_too);

}  // namespace zoomc
