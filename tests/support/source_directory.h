#pragma once
#include <filesystem>

namespace zoomc::testing {

// The checkout that the tests were built from. Its path stands in one object file, so that all
// others are the same wherever they are compiled, and a compiler's cache can serve them.
std::filesystem::path source_directory();

}  // namespace zoomc::testing
