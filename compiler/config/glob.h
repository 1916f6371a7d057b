#pragma once
#include <span>
#include <string>
#include <string_view>

namespace zoomc::config {

// True if all of `name` matches `pattern`, in which `*` stands for any characters (also `:`, `.`
// and
// `/`, also none) and all else for itself.
bool matches_pattern(std::string_view pattern, std::string_view name);

// True if a glob, read as .gitignore reads it, takes in the file at `path` (relative to where the
// glob is written, with `/`). `*` and `?` stand for characters but `/`, `**` between slashes for
// any directories. A glob with a `/` before its end is anchored, one without matches at any depth.
// A directory takes in all that is below it; a glob that ends with `/` only matches directories.
bool matches_glob(std::string_view glob, std::string_view path);

bool matches_any_glob(std::span<const std::string> globs, std::string_view path);

}  // namespace zoomc::config
