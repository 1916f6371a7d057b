#pragma once
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "source/file_system.h"

namespace zoomc {

struct ProcessResult {
  int exit_code = 0;
  std::string output;
};

// Runs a program found on the PATH, without a shell, and waits for it. Its standard output comes
// back; what it says on standard error is dropped. A program that cannot be started is an error.
tl::expected<ProcessResult, IoError> run_process(const std::vector<std::string>& arguments);

}  // namespace zoomc
