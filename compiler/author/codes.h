#pragma once
#include <array>

#include "diagnostics/code.h"

// What `import` reports.
namespace zoomc::author_codes {

inline constexpr Code kNotImported{"not-imported", "something of a manifest that no app file says",
                                   Severity::warning};

inline constexpr std::array kAll{kNotImported};

}  // namespace zoomc::author_codes
