#include "cli/source_tree.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "infer/language.h"

namespace zoomc {
namespace {

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

bool is_no_source_folder(std::string_view directory) {
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

}  // namespace

FoundFiles find_source_files(const std::string& directory) {
  return find_files(
      directory,
      {.is_meant = is_source, .is_passed_over = is_no_source_folder, .also_in_git = true});
}

}  // namespace zoomc
