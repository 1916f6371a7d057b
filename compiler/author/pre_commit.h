#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace zoomc::author {

// A `.pre-commit-config.yaml` with nothing but the hook that lints app files, with the `zoomc` on
// the PATH.
std::string new_pre_commit_config();

// The entry for `repos`, for people who add it by hand.
std::string pre_commit_entry();

// True if the text has that hook.
bool has_pre_commit_hook(std::string_view config);

// The text with the entry as the last of `repos`, everything else as it was. Nothing where that is
// not sure to be right: another layout than a block list, or a text that YAML or zoomc refuses.
std::optional<std::string> add_pre_commit_hook(const std::string& config);

}  // namespace zoomc::author
