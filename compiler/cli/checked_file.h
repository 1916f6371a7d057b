#pragma once
#include <string>
#include <tl/expected.hpp>

#include "cli/session.h"
#include "driver/check.h"
#include "lint/rule.h"

namespace zoomc::cli {

// Everything `check` needs, with `overrides` in place of the keys of the file; the error is the
// exit code, already explained on standard error.
[[nodiscard]] tl::expected<driver::CheckOptions, ExitCode> check_options(
    Session& session, const model::Overrides& overrides);

// One app file that a command is about, checked with the settings of its project.
struct [[nodiscard]] CheckedFile {
  driver::Checked checked;
  const catalog::Catalog* catalog = nullptr;

  const resolve::CompiledApp& made() const { return *checked.analysis; }
};

// Reads and checks `path`; the error is the exit code, already explained on standard error.
[[nodiscard]] tl::expected<CheckedFile, ExitCode> check_file(Session& session,
                                                             const model::Overrides& overrides,
                                                             const std::string& path);

// The file as an argument of `zoomc` in a command to copy.
std::string file_argument(const std::string& path);

}  // namespace zoomc::cli
