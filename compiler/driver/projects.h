#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <unordered_map>
#include <vector>

#include "config/config.h"
#include "diagnostics/diagnostic.h"
#include "lint/rule.h"
#include "source/file_system.h"
#include "source/source_file.h"

namespace zoomc::driver {

// A `.zoomc.yaml` as it was read.
struct LoadedConfig {
  SourceFile file;
  config::ProjectConfig config;
  std::vector<Diagnostic> findings;

  // Then `config` must not be used.
  bool has_errors() const;
};

// Reads settings; the error is that the file cannot be read.
[[nodiscard]] tl::expected<LoadedConfig, IoError> load_config(const FileSystem& files,
                                                              const std::string& path,
                                                              std::span<const lint::Rule> rules);

// The settings for one app file; without a settings file nothing is set.
struct FileProject {
  const LoadedConfig* loaded = nullptr;
  // `lint.exclude` names the file.
  bool excluded = false;

  const config::ProjectConfig* config() const {
    return loaded == nullptr ? nullptr : &loaded->config;
  }
};

// The settings for the files of one directory.
struct ProjectFolder {
  // Null when no settings apply.
  const LoadedConfig* loaded = nullptr;
  // This one relative to that of the settings, with `/` at its end; empty for itself.
  std::string directory;

  FileProject project(std::string_view file_name) const;
};

// Finds the settings of app files and reads each `.zoomc.yaml` once. Not for several threads at a
// time; what it gives lives as long as it and does not change.
class Projects {
 public:
  Projects(const FileSystem& files, std::string working_directory,
           std::span<const lint::Rule> rules)
      : files_(files), working_directory_(std::move(working_directory)), rules_(rules) {}

  [[nodiscard]] tl::expected<FileProject, IoError> find(const std::string& file);
  // Those of all files in a directory, as `find_config` takes it.
  [[nodiscard]] tl::expected<ProjectFolder, IoError> find_folder(const std::string& directory);

 private:
  tl::expected<const LoadedConfig*, IoError> load(const std::string& path);

  const FileSystem& files_;
  std::string working_directory_;
  std::span<const lint::Rule> rules_;
  // By path.
  std::unordered_map<std::string, std::unique_ptr<const LoadedConfig>> loaded_;
};

}  // namespace zoomc::driver
