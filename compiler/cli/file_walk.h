#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "source/file_system.h"

namespace zoomc::cli {

// The choice of files of a tree, by their names alone.
struct FileChoice {
  std::function<bool(std::string_view name)> is_meant;
  // Directories that are not looked into. In a git checkout: neither, unless `also_in_git`.
  std::function<bool(std::string_view name)> is_passed_over;
  bool also_in_git = false;
  // The patterns of the files that git is asked for; all files if empty.
  std::vector<std::string> git_patterns;
};

struct [[nodiscard]] FoundFiles {
  // Sorted, each once.
  std::vector<std::string> files;
  // Directories that could not be looked into, or listed by git; the others were.
  std::vector<IoError> unreadable;
};

// The files that are meant below a directory. In a git checkout those that git tracks or would
// track, so that `.gitignore` is respected; where git cannot tell, none. Links to files count,
// links to directories are not followed. Pipes, sockets and devices are not files: reading them
// may wait for ever. Nor are links that lead nowhere, by which editors say that a file is open.
FoundFiles find_files(const std::string& directory, const FileChoice& choice);

// An app file's name without `.zoom.yaml` or `.zoom.yml` (else without its last extension), the
// directory kept: "apps/crm-sync".
std::string app_stem(std::string_view path);

// The default path of an app file's manifest: `<stem>.manifest.json` next to it.
std::string manifest_path(std::string_view app_path);

// The app files below a directory; outside of git checkouts all but those in hidden directories and
// `node_modules`.
FoundFiles find_app_files(const std::string& directory);

}  // namespace zoomc::cli
