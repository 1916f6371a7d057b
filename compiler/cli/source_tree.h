#pragma once
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "source/file_system.h"

namespace zoomc {

// The source files below a directory, sorted. In a git checkout those that git tracks or would
// track, so that `.gitignore` is respected; nowhere those of others (`node_modules`, `vendor`,
// `.venv`, build outputs), minified ones, and tests.
tl::expected<std::vector<std::string>, IoError> find_source_files(const std::string& directory);

}  // namespace zoomc
