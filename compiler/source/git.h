#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "source/process.h"

namespace zoomc {

// Why git gave no answer.
struct [[nodiscard]] GitRefusal {
  enum class Kind : std::uint8_t {
    // Git is not installed.
    not_installed,
    // Git says that the directory belongs to no checkout.
    no_checkout,
    // Git says no, without a reason: what was asked for is not there.
    no,
    // All else. What was asked for may be there, and git cannot tell: nothing follows from that.
    no_answer,
  };
  Kind kind = Kind::no_answer;
  // The end of a sentence, in git's own words where it had any.
  std::string reason;
};

template <typename T>
using GitAnswer = tl::expected<T, GitRefusal>;

// The output of git in a directory (see `git_command()`).
GitAnswer<ProcessResult> run_git(const std::string& directory,
                                 const std::vector<std::string>& arguments,
                                 const ProcessLimits& limits = {});

// Fine when `directory` is in a checkout, so that git's paths from there are those of its files.
GitAnswer<void> expect_checkout(const std::string& directory, const ProcessLimits& limits = {});

// A directory that git could not look into: its path from the top of the checkout.
struct UnreadableDirectory {
  std::string path;
  std::string reason;
};

// Hands on what git tracks or would track below a directory of a checkout, of what fits one of
// `patterns` (all when there are none): paths from that directory, without `.` and `..`, in no
// order. Answers the directories that git could not look into.
GitAnswer<std::vector<UnreadableDirectory>> list_with_git(
    const std::string& directory, const std::vector<std::string>& patterns,
    const std::function<void(std::string_view name)>& take, const ProcessLimits& limits = {});

}  // namespace zoomc
