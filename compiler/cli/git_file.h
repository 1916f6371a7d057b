#pragma once
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "cli/console.h"

namespace zoomc::cli {

// Why a version of a file could not be had, and how the program then ends.
struct [[nodiscard]] GitProblem {
  ExitCode code = ExitCode::io_error;
  std::string message;
};

// The bytes of `path` as git has them at `revision`; nothing when the file was not there then. Of a
// file over `kMaxFileBytes` only that it is too large, as of files that are read.
[[nodiscard]] tl::expected<std::optional<std::string>, GitProblem> read_at_revision(
    const std::string& revision, const std::string& path);

}  // namespace zoomc::cli
