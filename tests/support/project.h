#pragma once
#include <filesystem>

namespace zoomc {

// The checkout that the tests were built from. Its path stands in one object file, so that all
// others are the same wherever they are compiled, and a compiler's cache can serve them.
std::filesystem::path project_root();

// Tables collected from Zoom that may lie beside the checkout; tests skip when they do not.
inline std::filesystem::path facts_directory() {
  return project_root().parent_path() / "shared" / "facts";
}

}  // namespace zoomc
