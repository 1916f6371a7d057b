#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "lsp/analysis.h"

namespace zoomc::lsp {

// Does jobs on a thread of its own, one at a time. A job for a document takes the place of one that
// waits for the same.
class Worker {
 public:
  // `notify` is called on the thread of the worker when there is a result to take.
  Worker(const Catalog& catalog, std::span<const Rule> rules, std::function<void()> notify);
  // Waits for the job that is being done, and drops the others.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void submit(AnalysisJob job);
  std::vector<AnalysisResult> take_results();

 private:
  void run();

  const Catalog& catalog_;
  std::span<const Rule> rules_;
  std::function<void()> notify_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<AnalysisJob> jobs_;
  std::vector<AnalysisResult> results_;
  bool is_stopped_ = false;
  std::thread thread_;
};

}  // namespace zoomc::lsp
