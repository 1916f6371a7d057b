#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "driver/check.h"
#include "source/span.h"

namespace zoomc::lsp {

// A place that the word at `origin` speaks of.
struct Definition {
  Span origin;
  Span target;
};

// For an alias its anchor; for a key of `justify` or `test_plan` or an entry of `optional` what it
// names, where the app asks for it.
std::vector<Definition> find_definitions(const Checked& checked, std::uint32_t offset);

}  // namespace zoomc::lsp
