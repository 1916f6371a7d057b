#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "source/file_system.h"

namespace zoomc {

// Which files of a tree are meant, by their names alone.
struct FileChoice {
  std::function<bool(std::string_view name)> is_meant;
  // Directories that are not looked into. In a git checkout: neither, unless `also_in_git`.
  std::function<bool(std::string_view name)> is_passed_over;
  bool also_in_git = false;
  // What git is asked for; everything when empty.
  std::vector<std::string> git_patterns;
};

struct FoundFiles {
  // Sorted, each once.
  std::vector<std::string> files;
  // Directories that could not be looked into, or listed by git; the others were.
  std::vector<IoError> unreadable;
};

// The files that are meant below a directory. In a git checkout those that git tracks or would
// track, so that `.gitignore` is respected; where git cannot tell, none. Links to files count,
// links to directories are not followed. Pipes, sockets and devices are no files: who reads them
// may wait for ever. Nor are links that lead nowhere, by which editors say that a file is open.
FoundFiles find_files(const std::string& directory, const FileChoice& choice);

}  // namespace zoomc
