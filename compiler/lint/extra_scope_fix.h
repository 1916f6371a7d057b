#pragma once
#include <optional>
#include <string>
#include <vector>

#include "lint/extra_scope.h"

// What can be done about a scope in `extra_scopes` that is wrong.
namespace zoomc {

// Puts `name` in place of the scope wherever the file has it: in the list, in `optional`, as a key
// of `justify` and `test_plan`.
Fix replace_scope(const CompiledApp& cx, const ExtraScope& extra, const std::string& name);

// Takes `entry`, one of the places of `extra`, out of the list, or the whole key where nothing else
// is listed. `all` is what the list has. Nothing when that would leave a mistake behind (`optional`
// names the scope) or cannot be done without harm.
std::optional<Fix> remove_entry(const CompiledApp& cx, const std::vector<ExtraScope>& all,
                                const ExtraScope& extra, const Text& entry, FixSafety safety);

// The same for a name that is wrong wherever it stands: nothing when the list has it several times.
std::optional<Fix> remove_scope(const CompiledApp& cx, const std::vector<ExtraScope>& all,
                                const ExtraScope& extra);

}  // namespace zoomc
