#pragma once
#include <string>

#include "cli/file_walk.h"

namespace zoomc {

// The source files below a directory, but for those of others (`node_modules`, `vendor`, `.venv`,
// build outputs), minified ones, and tests.
FoundFiles find_source_files(const std::string& directory);

}  // namespace zoomc
