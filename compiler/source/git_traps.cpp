#include "source/git_traps.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <initializer_list>
#include <string_view>
#include <sys/stat.h>

namespace zoomc {
namespace {

namespace fs = std::filesystem;

dev_t device_of(const fs::path& path) {
  struct stat found {};
  return stat(path.c_str(), &found) == 0 ? found.st_dev : 0;
}

bool is_pipe(const fs::path& path) {
  struct stat found {};
  return stat(path.c_str(), &found) == 0 && S_ISFIFO(found.st_mode);
}

bool is_ceiling(const fs::path& directory) {
  const char* variable = std::getenv("GIT_CEILING_DIRECTORIES");
  std::string_view rest = variable != nullptr ? variable : "";
  while (!rest.empty()) {
    const std::string_view entry = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(rest.size(), entry.size() + 1));
    std::error_code error;
    if (!entry.empty() && fs::weakly_canonical(entry, error) == directory) return true;
  }
  return false;
}

bool has_repository(const fs::path& directory) {
  const fs::path entry = directory / ".git";
  std::error_code error;
  if (!fs::exists(fs::symlink_status(entry, error))) return false;
  return !fs::is_directory(entry, error) || !fs::is_empty(entry, error) || error;
}

// The path as a person at the working directory writes it.
std::string shown(const fs::path& path) {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  return error ? path.string() : path.lexically_proximate(here).string();
}

std::optional<std::string> first_pipe(const fs::path& directory,
                                      std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const fs::path path = directory / name;
    if (is_pipe(path)) return shown(path);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> find_repository(const std::string& directory) {
  std::error_code error;
  fs::path at = fs::canonical(directory, error);
  if (error) return std::nullopt;
  const dev_t device = device_of(at);
  while (!has_repository(at)) {
    const fs::path above = at.parent_path();
    if (above == at || is_ceiling(above) || device_of(above) != device) return std::nullopt;
    at = above;
  }
  return at.string();
}

std::optional<std::string> find_pipe_of_repository(const std::string& directory) {
  const auto top = find_repository(directory);
  if (!top) return std::nullopt;
  return first_pipe(fs::path(*top) / ".git",
                    {"HEAD", "commondir", "config", "config.worktree", "index", "packed-refs",
                     "shallow", "info/grafts", "objects/info/alternates"});
}

std::optional<std::string> find_pipe_of_ignore_files(const std::string& directory) {
  const auto top = find_repository(directory);
  if (!top) return std::nullopt;
  auto found = first_pipe(fs::path(*top) / ".git", {"info/exclude", "info/sparse-checkout"});
  std::error_code error;
  fs::path at = fs::canonical(directory, error);
  while (!found && !error) {
    found = first_pipe(at, {".gitignore"});
    if (at == *top || at == at.parent_path()) break;
    at = at.parent_path();
  }
  return found;
}

}  // namespace zoomc
