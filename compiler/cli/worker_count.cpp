#include "cli/worker_count.h"

#include <algorithm>
#include <cstdint>
#include <sys/resource.h>
#include <thread>

namespace zoomc {
namespace {

// More would only wait for each other.
constexpr std::size_t kMostWorkers = 256;
// The streams, a file that is written, and what whoever started the program has left open.
constexpr std::size_t kOtherFiles = 8;

// How many files can be read at once.
std::size_t open_files() {
  struct rlimit limit = {};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return SIZE_MAX;
  return limit.rlim_cur > kOtherFiles ? limit.rlim_cur - kOtherFiles : 1;
}

}  // namespace

std::size_t worker_count(std::size_t asked, std::size_t files) {
  // Asking for the number of cores takes as long as linting a file.
  if (files <= 1) return 1;
  const std::size_t wanted = asked > 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
  return std::min({wanted, open_files(), kMostWorkers});
}

}  // namespace zoomc
