#pragma once
#include <string>

#include "cli/app_options.h"
#include "cli/session.h"

namespace zoomc {

// Writes what the app comes to when users manage it, beside what it comes to when admins do.
ExitCode show_managed_by(Session& session, const AppOptions& options, const std::string& path);

}  // namespace zoomc
