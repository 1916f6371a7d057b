#pragma once
#include <optional>
#include <string>

#include "source/file_system.h"

namespace zoomc::config {

struct [[nodiscard]] FoundConfig {
  // Relative where the directory was.
  std::string path;
  // The directory of the app, relative to that of the settings, for globs: "apps/", or empty.
  std::string directory;
};

// The settings for the apps in `directory`, which is written as before a file name (`apps/`, or
// empty): the nearest `.zoomc.yaml` in it or above it, up to the root of the file system. A
// relative one starts at `working_directory`, which is absolute. Links are not followed: what
// counts is the path as it is written.
std::optional<FoundConfig> find_config(const FileSystem& files, const std::string& directory,
                                       const std::string& working_directory);

}  // namespace zoomc::config
