#pragma once
#include <string>

#include "cli/session.h"

namespace zoomc {

// Where the lock of the project of an app file stands: beside its `.zoomc.yaml`, else at the root
// of its git checkout, else beside the file.
std::string lock_path(const Session& session, const FileProject& project,
                      const std::string& source);

// Whether the lock at `path` has the catalog in use; what is wrong is said on standard error.
ExitCode check_lock(Session& session, const std::string& path, const Catalog& catalog);

// Makes it so. A lock that has it already stays as it is.
ExitCode write_lock(Session& session, const std::string& path, const Catalog& catalog);

}  // namespace zoomc
