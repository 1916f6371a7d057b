#pragma once
#include <string>
#include <tl/expected.hpp>

#include "cli/app_options.h"
#include "cli/session.h"
#include "lint/rule.h"

namespace zoomc {

// One app file that a command is about, checked with the settings of its project.
struct CheckedFile {
  Checked checked;
  const Catalog* catalog = nullptr;

  const Analysis& made() const { return *checked.analysis; }
  // For what looks at an app as the rules do.
  LintContext context() const {
    return {made().file, made().document, made().app, made().resolved, *catalog};
  }
};

// Reads and checks `path`; the error is the exit code, already explained on standard error.
tl::expected<CheckedFile, ExitCode> check_file(Session& session, const AppOptions& options,
                                               const std::string& path);

// The file as an argument of `zoomc` in a command to copy.
std::string file_argument(const std::string& path);

}  // namespace zoomc
