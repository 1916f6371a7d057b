#pragma once
#include <string>

#include "driver/check.h"

namespace zoomc {

struct Fixed {
  std::string text;
  // How many fixes were made in all rounds.
  std::size_t applied = 0;
  // The file as it was, with what is secret in it.
  SourceFile before;
  // What remains.
  Checked checked;
};

// Applies fixes until none is left to make. A round whose result is no app any more is taken back
// and ends it.
Fixed fix(SourceFile file, const CheckOptions& options, bool unsafe_too);

}  // namespace zoomc
