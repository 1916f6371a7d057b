#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "driver/check.h"

namespace zoomc::driver {

struct [[nodiscard]] WithAllowances {
  std::string text;
  // The number of findings that are allowed now.
  std::size_t allowed = 0;
  // The findings that remain.
  Checked checked;
};

// Allows every finding of the linter that is a warning or an error, with the reason given (which
// `refuse_reason` must let pass): the file then means what it meant before, and only what cannot be
// allowed is still found. A file that is not an app stays unchanged.
WithAllowances add_allowances(SourceFile file, const CheckOptions& options,
                              std::string_view reason);

}  // namespace zoomc::driver
