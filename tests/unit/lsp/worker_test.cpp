#include <algorithm>
#include <condition_variable>
#include <mutex>

#include "lsp/analysis.h"
#include "support/catch.h"
#include "unit/lsp/session.h"

using namespace zoomc;
using namespace zoomc::lsp;
using namespace zoomc::lsp;
using namespace zoomc::lsp::test;

TEST_CASE("a worker does jobs on its thread, and only the last of a document's") {
  std::mutex mutex;
  std::condition_variable changed;
  std::size_t notices = 0;
  Worker worker(catalog::builtin_catalog(), rules::all_rules(), [&] {
    const std::lock_guard lock(mutex);
    ++notices;
    changed.notify_one();
  });
  std::vector<AnalysisResult> results;
  for (std::uint64_t serial = 1; serial <= 200; ++serial) {
    worker.submit({.uri = "a", .serial = serial, .kind = FileKind::app, .file = {"a", kBroken}});
  }
  while (results.empty() || results.back().serial < 200) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return notices > 0; });
    notices = 0;
    lock.unlock();
    for (AnalysisResult& result : worker.take_results()) results.push_back(std::move(result));
  }
  CHECK(results.back().checked->is_app);
  CHECK(std::is_sorted(results.begin(), results.end(),
                       [](const auto& a, const auto& b) { return a.serial < b.serial; }));
}
