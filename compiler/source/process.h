#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "source/file_system.h"

namespace zoomc {

struct [[nodiscard]] ProcessResult {
  int exit_code = 0;
  std::string output;
  // Its output on standard error.
  std::string errors;
};

// The limits of a program, after which it is ended.
struct ProcessLimits {
  std::chrono::milliseconds time = std::chrono::minutes(1);
  // For its standard output and its standard error, each.
  std::size_t bytes = std::size_t{256} * 1024 * 1024;
};

// The variables of this process ("NAME=value"), in the locale `C`, in which programs say what they
// always say.
std::vector<std::string> plain_environment();

// The place of a program in the PATH. Only its absolute directories count: the others would lead
// into the directory that is looked at, whose files are to be read and not to be run.
std::optional<std::string> find_program(const std::string& name);

// Runs a program that `find_program()` finds, without a shell and without input, and waits for it.
// One that cannot be started or goes beyond a limit is an error, and so is a signal that asks this
// process to end; the program and what it started have ended then.
[[nodiscard]] tl::expected<ProcessResult, IoError> run_process(
    const std::vector<std::string>& arguments, const ProcessLimits& limits = {},
    std::vector<std::string> environment = plain_environment());

}  // namespace zoomc
