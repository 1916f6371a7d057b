#include "cli/app_files.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

#include "source/process.h"
#include "text/quote.h"

namespace zoomc {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSuffixes[] = {".zoom.yaml", ".zoom.yml"};

bool is_app_file(std::string_view name) {
  return std::any_of(std::begin(kSuffixes), std::end(kSuffixes), [&](std::string_view suffix) {
    return name.size() > suffix.size() && name.ends_with(suffix);
  });
}

bool is_passed_over(const std::string& directory) {
  return directory.starts_with('.') || directory == "node_modules";
}

// What git knows below `directory`; nothing when it is no checkout, or git is not there.
std::optional<std::vector<std::string>> ask_git(const std::string& directory) {
  const auto listed = run_process({"git", "-C", directory, "ls-files", "-z", "--cached", "--others",
                                   "--exclude-standard", "--", "*.zoom.yaml", "*.zoom.yml"});
  if (!listed || listed->exit_code != 0) return std::nullopt;
  std::vector<std::string> files;
  std::string_view names = listed->output;
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find('\0'));
    names.remove_prefix(name.size() + 1);
    const fs::path path = (fs::path(directory) / name).lexically_normal();
    std::error_code ignored;
    // The index still has what was deleted from the disk.
    if (is_app_file(path.filename().string()) && fs::exists(path, ignored)) {
      files.push_back(path.string());
    }
  }
  return files;
}

tl::expected<std::vector<std::string>, IoError> walk(const std::string& directory) {
  std::error_code error;
  fs::recursive_directory_iterator entry(directory, error);
  std::vector<std::string> files;
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    std::error_code ignored;
    if (entry->is_directory(ignored)) {
      if (is_passed_over(name)) entry.disable_recursion_pending();
    } else if (is_app_file(name)) {
      files.push_back(entry->path().lexically_normal().string());
    }
  }
  if (error) {
    return tl::unexpected(
        IoError{"cannot read the directory " + zoomc::quoted(directory) + ": " + error.message()});
  }
  return files;
}

}  // namespace

std::string app_stem(std::string_view path) {
  for (const std::string_view suffix : kSuffixes) {
    if (path.ends_with(suffix)) return std::string(path.substr(0, path.size() - suffix.size()));
  }
  const std::size_t slash = path.rfind('/');
  const std::size_t dot = path.rfind('.');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  const bool has_extension = dot != std::string_view::npos && dot > name;
  return std::string(has_extension ? path.substr(0, dot) : path);
}

std::string manifest_path(std::string_view app_path) {
  return app_stem(app_path) + ".manifest.json";
}

tl::expected<std::vector<std::string>, IoError> find_app_files(const std::string& directory) {
  auto tracked = ask_git(directory);
  auto files = tracked ? tl::expected<std::vector<std::string>, IoError>(std::move(*tracked))
                       : walk(directory);
  if (!files) return files;
  std::sort(files->begin(), files->end());
  files->erase(std::unique(files->begin(), files->end()), files->end());
  return files;
}

}  // namespace zoomc
