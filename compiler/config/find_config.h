#pragma once
#include <optional>
#include <string>

#include "source/file_system.h"

namespace zoomc {

struct FoundConfig {
  // As the file was named: relative where that was.
  std::string path;
  // The way from the settings' directory to the file, for globs: "apps/crm.zoom.yaml".
  std::string relative_file;
};

// The settings for the app at `file`: the nearest `.zoomc.yaml` in its directory or one above it,
// up to the root of the file system. `working_directory` is absolute and is where a relative `file`
// starts. Links are not followed: what counts is the path as it is written.
std::optional<FoundConfig> find_config(const FileSystem& files, const std::string& file,
                                       const std::string& working_directory);

}  // namespace zoomc
