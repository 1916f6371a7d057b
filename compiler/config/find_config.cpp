#include "config/find_config.h"

#include <filesystem>

#include "config/config.h"

namespace zoomc {
namespace {

namespace fs = std::filesystem;

// `directory` as a person in `base` would write it; absolute when the file was.
fs::path shown(const fs::path& directory, const fs::path& base, bool relative) {
  if (!relative) return directory;
  const fs::path way = directory.lexically_relative(base);
  return way == "." ? fs::path() : way;
}

}  // namespace

std::optional<FoundConfig> find_config(const FileSystem& files, const std::string& file,
                                       const std::string& working_directory) {
  fs::path base = fs::path(working_directory).lexically_normal();
  if (!base.has_filename()) base = base.parent_path();
  const fs::path target = (base / file).lexically_normal();
  const bool relative = fs::path(file).is_relative();
  for (fs::path directory = target.parent_path();; directory = directory.parent_path()) {
    const std::string path = (shown(directory, base, relative) / kConfigName).string();
    if (files.is_file(path)) {
      return FoundConfig{path, target.lexically_relative(directory).generic_string()};
    }
    if (directory == directory.parent_path()) return std::nullopt;
  }
}

}  // namespace zoomc
