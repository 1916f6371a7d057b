#pragma once
#include <cstddef>

namespace zoomc {

// How many of `files` to work on at a time: as many as was asked for, as many as there are cores
// when 0, but no more than the process may have open, and never more than 256.
std::size_t worker_count(std::size_t asked, std::size_t files);

}  // namespace zoomc
