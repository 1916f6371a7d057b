#include "cli/progress.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <sys/resource.h>
#include <thread>

namespace zoomc::cli {
namespace {

constexpr std::chrono::milliseconds kBeforeFirst{1000};
constexpr std::chrono::milliseconds kBetween{100};
constexpr std::size_t kWidth = 30;

// More would only wait for each other.
constexpr std::size_t kMostWorkers = 256;
// The streams, a file that is written, and descriptors that the parent process left open.
constexpr std::size_t kOtherFiles = 8;

// How many files can be read at once.
std::size_t open_files() {
  struct rlimit limit = {};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return SIZE_MAX;
  return limit.rlim_cur > kOtherFiles ? limit.rlim_cur - kOtherFiles : 1;
}

}  // namespace

Progress::Progress(Console& console, std::size_t total)
    : console_(console), total_(total), enabled_(console.err_is_screen()) {
  if (enabled_) next_ = std::chrono::steady_clock::now() + kBeforeFirst;
}

void Progress::show(std::size_t done) {
  if (!enabled_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + kBetween;
  const std::size_t filled = total_ == 0 ? kWidth : done * kWidth / total_;
  console_.err("\r[" + std::string(filled, '#') + std::string(kWidth - filled, ' ') + "] " +
               std::to_string(done) + "/" + std::to_string(total_));
  shown_ = true;
}

void Progress::clear() {
  if (!shown_) return;
  console_.err("\r\x1b[K");
  shown_ = false;
}

std::size_t worker_count(std::size_t asked, std::size_t files) {
  // Asking for the number of cores takes as long as linting a file.
  if (files <= 1) return 1;
  const std::size_t wanted = asked > 0 ? asked : std::max(1U, std::thread::hardware_concurrency());
  return std::min({wanted, open_files(), kMostWorkers});
}

}  // namespace zoomc::cli
