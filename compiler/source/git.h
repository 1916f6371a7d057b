#pragma once
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "source/process.h"

namespace zoomc {

// Runs git in a directory. No settings of the repository there can make it run a program: who
// unpacks an archive and looks at it has not agreed to that.
tl::expected<ProcessResult, IoError> run_git(const std::string& directory,
                                             std::vector<std::string> arguments);

// A directory that git could not look into: its path from the top of the checkout.
struct UnreadableDirectory {
  std::string path;
  std::string reason;
};

struct GitListing {
  // Paths from the directory that was asked about, in no order.
  std::vector<std::string> names;
  std::vector<UnreadableDirectory> unreadable;
};

// What git tracks or would track below a directory, of what fits one of `patterns` (all when there
// are none); nothing when it is no checkout, or git is not there.
std::optional<GitListing> list_with_git(const std::string& directory,
                                        const std::vector<std::string>& patterns);

}  // namespace zoomc
