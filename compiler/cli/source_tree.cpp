#include "cli/source_tree.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <system_error>

#include "infer/language.h"
#include "source/process.h"
#include "text/quote.h"

namespace zoomc {
namespace {

namespace fs = std::filesystem;

// Folders with what others wrote, what a program made, or what only tests run.
constexpr std::array<std::string_view, 26> kPassedOver{"node_modules", "bower_components",
                                                       "vendor",       "third_party",
                                                       "venv",         "site-packages",
                                                       "__pycache__",  "dist",
                                                       "build",        "target",
                                                       "out",          "obj",
                                                       "coverage",     "Pods",
                                                       "DerivedData",  "test",
                                                       "tests",        "__tests__",
                                                       "__mocks__",    "spec",
                                                       "specs",        "mocks",
                                                       "fixtures",     "testdata",
                                                       "e2e",          "cassettes"};

bool is_passed_over(std::string_view directory) {
  return directory.starts_with('.') ||
         std::find(kPassedOver.begin(), kPassedOver.end(), directory) != kPassedOver.end();
}

bool is_test_name(std::string_view name) {
  const std::string_view stem = name.substr(0, name.rfind('.'));
  constexpr std::array<std::string_view, 7> kEndings{".test", ".spec", ".min", "_test",
                                                     "_spec", "Test",  "Tests"};
  return stem.starts_with("test_") ||
         std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return stem.ends_with(ending); });
}

bool is_source(std::string_view name) {
  return language_of(name) != nullptr && !is_test_name(name);
}

// Whether no folder on a path below the directory is passed over.
bool is_own(std::string_view below) {
  for (auto slash = below.find('/'); slash != std::string_view::npos; slash = below.find('/')) {
    if (is_passed_over(below.substr(0, slash))) return false;
    below.remove_prefix(slash + 1);
  }
  return true;
}

std::optional<std::vector<std::string>> ask_git(const std::string& directory) {
  const auto listed = run_process(
      {"git", "-C", directory, "ls-files", "-z", "--cached", "--others", "--exclude-standard"});
  if (!listed || listed->exit_code != 0) return std::nullopt;
  std::vector<std::string> files;
  std::string_view names = listed->output;
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find('\0'));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    if (!is_own(name) || !is_source(name.substr(name.rfind('/') + 1))) continue;
    const fs::path path = (fs::path(directory) / name).lexically_normal();
    std::error_code ignored;
    // The index still has what was deleted from the disk.
    if (fs::is_regular_file(path, ignored)) files.push_back(path.string());
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
    } else if (is_source(name) && entry->is_regular_file(ignored)) {
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

tl::expected<std::vector<std::string>, IoError> find_source_files(const std::string& directory) {
  auto tracked = ask_git(directory);
  auto files = tracked ? tl::expected<std::vector<std::string>, IoError>(std::move(*tracked))
                       : walk(directory);
  if (!files) return files;
  std::sort(files->begin(), files->end());
  files->erase(std::unique(files->begin(), files->end()), files->end());
  return files;
}

}  // namespace zoomc
