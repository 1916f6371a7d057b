#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "driver/projects.h"
#include "source/file_system.h"

namespace zoomc::lsp {

// The settings for one app, which live as long as this.
struct AppSettings {
  std::shared_ptr<Projects> keeper;
  FileProject project;
  // Why they could not be read; empty when all is well.
  std::string trouble;

  // Whether the linter can run with them.
  bool usable() const {
    return trouble.empty() && (project.loaded == nullptr || !project.loaded->has_errors());
  }
};

// The text of an open file; nothing for one that the client does not have open.
using OpenText = std::function<std::optional<std::string>(const std::string& path)>;

// Finds the settings of app files as they are now: what the client has open counts before what is
// on the disk, and a `.zoomc.yaml` that has changed is read again.
class ProjectSettings {
 public:
  // `files` and `open` must outlive it.
  ProjectSettings(const FileSystem& files, OpenText open, std::string working_directory,
                  std::span<const Rule> rules);
  ~ProjectSettings();

  AppSettings find(const std::string& path);

 private:
  class Overlay;

  bool is_stale(const FileProject& project) const;
  void forget();

  std::unique_ptr<Overlay> files_;
  std::string working_directory_;
  std::span<const Rule> rules_;
  std::shared_ptr<Projects> projects_;
};

}  // namespace zoomc::lsp
