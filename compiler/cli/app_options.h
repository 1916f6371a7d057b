#pragma once
#include <string>
#include <vector>

#include "cli/session.h"
#include "driver/check.h"

namespace CLI {
class App;
}

namespace zoomc {

// The options that stand for keys of the file: `--region`, `--stage`, `--managed-by`,
// `--scope-names`.
struct AppOptions {
  Overrides overrides;
};

void add_app_options(CLI::App& command, AppOptions& options);

// Everything `check` needs; the error is the exit code, already explained on standard error.
tl::expected<CheckOptions, ExitCode> check_options(Session& session, const AppOptions& options);

}  // namespace zoomc
