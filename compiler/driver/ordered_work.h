#pragma once
#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace zoomc {

// Makes `produce(i)` for every i below `count` on up to `jobs` threads and hands each result to
// `consume(i, result)` on the calling thread, in order. Results wait for their turn in a window of
// fixed size, so that memory does not grow with `count`. With one job nothing but the calling
// thread is used.
template <class Result, class Produce, class Consume>
void work_in_order(std::size_t count, std::size_t jobs, const Produce& produce,
                   const Consume& consume) {
  jobs = std::min(jobs, count);
  if (jobs <= 1) {
    for (std::size_t i = 0; i < count; ++i) consume(i, produce(i));
    return;
  }
  constexpr std::size_t kWindowPerJob = 32;
  std::vector<std::optional<Result>> window(jobs * kWindowPerJob);
  std::mutex mutex;
  // The next result in order is there; the window has moved on.
  std::condition_variable ready;
  std::condition_variable room;
  std::size_t next = 0;
  std::size_t consumed = 0;

  const auto work = [&] {
    for (;;) {
      std::unique_lock lock(mutex);
      room.wait(lock, [&] { return next >= count || next < consumed + window.size(); });
      if (next >= count) return;
      const std::size_t mine = next++;
      lock.unlock();
      Result result = produce(mine);
      lock.lock();
      window[mine % window.size()].emplace(std::move(result));
      // Nobody is woken for nothing: many results are a tenth of a millisecond of work.
      if (mine == consumed) ready.notify_one();
    }
  };
  std::vector<std::thread> workers;
  for (std::size_t i = 0; i < jobs; ++i) workers.emplace_back(work);
  for (std::size_t i = 0; i < count; ++i) {
    std::unique_lock lock(mutex);
    auto& slot = window[i % window.size()];
    ready.wait(lock, [&] { return slot.has_value(); });
    Result result = std::move(*slot);
    slot.reset();
    const bool window_was_full = next == consumed + window.size();
    consumed = i + 1;
    lock.unlock();
    if (window_was_full) room.notify_all();
    consume(i, std::move(result));
  }
  for (std::thread& worker : workers) worker.join();
}

}  // namespace zoomc
