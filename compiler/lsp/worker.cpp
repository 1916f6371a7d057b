#include "lsp/worker.h"

#include <algorithm>
#include <utility>

namespace zoomc::lsp {

Worker::Worker(const Catalog& catalog, std::span<const Rule> rules, std::function<void()> notify)
    : catalog_(catalog), rules_(rules), notify_(std::move(notify)), thread_([this] { run(); }) {}

Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    is_stopped_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void Worker::submit(AnalysisJob job) {
  {
    const std::lock_guard lock(mutex_);
    const auto old = std::find_if(jobs_.begin(), jobs_.end(), [&job](const AnalysisJob& waiting) {
      return waiting.uri == job.uri;
    });
    if (old == jobs_.end()) {
      jobs_.push_back(std::move(job));
    } else {
      *old = std::move(job);
    }
  }
  changed_.notify_one();
}

std::vector<AnalysisResult> Worker::take_results() {
  const std::lock_guard lock(mutex_);
  return std::exchange(results_, {});
}

void Worker::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return is_stopped_ || !jobs_.empty(); });
    if (is_stopped_) return;
    AnalysisJob job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    AnalysisResult result = analyse(std::move(job), catalog_, rules_);
    lock.lock();
    results_.push_back(std::move(result));
    lock.unlock();
    notify_();
    lock.lock();
  }
}

}  // namespace zoomc::lsp
