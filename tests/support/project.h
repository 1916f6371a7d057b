#pragma once
#include <filesystem>
#include <string>

namespace zoomc {

// The checkout that the tests were built from.
inline std::filesystem::path project_root() {
  return std::filesystem::path(__FILE__).parent_path().parent_path().parent_path();
}

// Tables collected from Zoom that may lie beside the checkout; tests skip when they do not.
inline std::filesystem::path facts_directory() {
  return project_root().parent_path() / "shared" / "facts";
}

}  // namespace zoomc
