#include "cli/progress.h"

#include <string>

namespace zoomc {
namespace {

constexpr std::chrono::milliseconds kBeforeFirst{1000};
constexpr std::chrono::milliseconds kBetween{100};
constexpr std::size_t kWidth = 30;

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

}  // namespace zoomc
