#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
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

// Hands on what git tracks or would track below a directory, of what fits one of `patterns` (all
// when there are none): paths from that directory, without `.` and `..`, in no order. Nothing when
// it is no checkout, or git is not there; else the directories that git could not look into.
std::optional<std::vector<UnreadableDirectory>> list_with_git(
    const std::string& directory, const std::vector<std::string>& patterns,
    const std::function<void(std::string_view name)>& take);

}  // namespace zoomc
