#include "config/find_config.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "config/config.h"

namespace zoomc::config {
namespace {

// The names between the slashes of a path. By hand, since `std::filesystem::path` takes a good part
// of a run that lints one file.
using Names = std::vector<std::string_view>;

bool is_absolute(std::string_view path) {
  return path.starts_with('/');
}

// Goes the way of `path` from the directory `names`, without `.` and, as far as it is known what is
// above, `..`.
void follow(std::string_view path, bool from_root, Names& names) {
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view name = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (name.empty() || name == ".") continue;
    if (name != ".." || (names.empty() && !from_root) || (!names.empty() && names.back() == "..")) {
      names.push_back(name);
    } else if (!names.empty()) {
      names.pop_back();
    }
  }
}

std::string joined(std::span<const std::string_view> names) {
  std::string path;
  for (const std::string_view name : names) (path += name) += '/';
  return path;
}

// The settings' file in `directory` as a person in `base` would write it.
std::string path_from(std::span<const std::string_view> base,
                      std::span<const std::string_view> directory) {
  const auto [own, other] = std::ranges::mismatch(base, directory);
  std::string path;
  for (auto up = own; up != base.end(); ++up) path += "../";
  return path.append(joined({other, directory.end()})).append(kConfigName);
}

}  // namespace

std::optional<FoundConfig> find_config(const FileSystem& files, const std::string& directory,
                                       const std::string& working_directory) {
  const bool absolute = is_absolute(directory);
  const bool from_root = absolute || is_absolute(working_directory);
  Names base;
  follow(working_directory, from_root, base);
  Names target = absolute ? Names() : base;
  follow(directory, from_root, target);
  const std::span<const std::string_view> names = target;
  for (std::size_t depth = names.size();; --depth) {
    const auto above = names.first(depth);
    std::string path = absolute ? '/' + path_from({}, above) : path_from(base, above);
    if (files.exists(path) && !files.is_directory(path)) {
      return FoundConfig{std::move(path), joined(names.subspan(depth))};
    }
    if (depth == 0) return std::nullopt;
  }
}

}  // namespace zoomc::config
