#include "cli/app_files.h"

#include <algorithm>
#include <iterator>

namespace zoomc {
namespace {

constexpr std::string_view kSuffixes[] = {".zoom.yaml", ".zoom.yml"};

bool is_app_file(std::string_view name) {
  return std::any_of(std::begin(kSuffixes), std::end(kSuffixes), [&](std::string_view suffix) {
    return name.size() > suffix.size() && name.ends_with(suffix);
  });
}

bool is_passed_over(std::string_view directory) {
  return directory.starts_with('.') || directory == "node_modules";
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

FoundFiles find_app_files(const std::string& directory) {
  return find_files(directory, {.is_meant = is_app_file,
                                .is_passed_over = is_passed_over,
                                .git_patterns = {"*.zoom.yaml", "*.zoom.yml"}});
}

}  // namespace zoomc
