#pragma once
#include <optional>
#include <string>

namespace zoomc {

// The directory at or above `directory` that has a `.git`, as git looks for it: not beyond a mount
// point, nor beyond what GIT_CEILING_DIRECTORIES forbids. An empty `.git` is nothing to git.
std::optional<std::string> find_repository(const std::string& directory);

// A pipe in place of a file that git opens before it answers anything about `directory`, as a path
// from the working directory: git would wait there for ever. Those deeper in the tree, which take a
// walk to find, are left to the time that git has.
std::optional<std::string> find_pipe_of_repository(const std::string& directory);

// The same among the ignore files that git reads to list `directory`.
std::optional<std::string> find_pipe_of_ignore_files(const std::string& directory);

}  // namespace zoomc
