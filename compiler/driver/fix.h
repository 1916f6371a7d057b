#pragma once
#include <string>

#include "driver/check.h"

namespace zoomc::driver {

struct [[nodiscard]] Fixed {
  std::string text;
  // The number of fixes made in all rounds.
  std::size_t applied = 0;
  // The file as it was, with what is secret in it.
  SourceFile before;
  // The findings that remain.
  Checked checked;
};

// Applies fixes until none is left to make that the run allows (see `FixRun`). A round whose result
// is not an app or not YAML any more is undone: then one fix is made alone, or no more.
Fixed fix(SourceFile file, const CheckOptions& options, bool unsafe_too);

}  // namespace zoomc::driver
