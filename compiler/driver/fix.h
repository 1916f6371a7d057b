#pragma once
#include <string>

#include "driver/check.h"

namespace zoomc::driver {

struct [[nodiscard]] Fixed {
  std::string text;
  // How many fixes were made in all rounds.
  std::size_t applied = 0;
  // The file as it was, with what is secret in it.
  SourceFile before;
  // What remains.
  Checked checked;
};

// Applies fixes until none is left to make that the run allows (see `FixRun`). A round whose result
// is no app or no YAML any more is taken back: then one fix is made alone, or none any more.
Fixed fix(SourceFile file, const CheckOptions& options, bool unsafe_too);

}  // namespace zoomc::driver
