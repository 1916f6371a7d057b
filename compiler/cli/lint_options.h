#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/app_options.h"
#include "render/format.h"

namespace zoomc {

// What `zoomc lint` was asked to do.
struct LintOptions {
  AppOptions app;
  std::vector<std::string> paths;
  Format format = Format::text;
  bool notes = false;
  bool deny_warnings = false;
  bool fix = false;
  bool unsafe_fixes = false;
  bool diff = false;
  std::string stdin_filename;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  // The reason of `--add-allowances`; absent without it.
  std::optional<std::string> allowance_reason;
  // 0: as many as the machine has cores.
  std::size_t jobs = 0;
};

// Lints the paths, writes the report, and gives the exit code.
ExitCode run_lint(Session& session, const LintOptions& options);

}  // namespace zoomc
