#pragma once
#include <optional>
#include <string>

#include "source/file_system.h"

namespace zoomc {

// `FileSystem::identity` of the disk.
std::optional<FileIdentity> file_identity(const std::string& path);

}  // namespace zoomc
