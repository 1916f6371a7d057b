#pragma once
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "source/file_system.h"

namespace zoomc {

struct ProcessResult {
  int exit_code = 0;
  std::string output;
  // What it said on standard error.
  std::string errors;
};

// Runs a program found on the PATH, without a shell and in the locale `C`, and waits for it. A
// program that cannot be started is an error.
tl::expected<ProcessResult, IoError> run_process(const std::vector<std::string>& arguments);

}  // namespace zoomc
