#pragma once
#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "source/held_signals.h"

namespace zoomc::driver {

// Makes `produce(i)` for every i below `count` on up to `jobs` threads, the calling one among them,
// and hands each result to `consume(i, result)` on the calling thread, in order. Results wait for
// their turn in a window of fixed size, so that memory does not grow with `count`.
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

  const auto slot_of = [&](std::size_t i) -> auto& {
    return window[i % window.size()];
  };
  const auto has_room = [&] { return next < consumed + window.size(); };
  const auto produce_next = [&](std::unique_lock<std::mutex>& lock) {
    const std::size_t mine = next++;
    lock.unlock();
    Result result = produce(mine);
    lock.lock();
    slot_of(mine).emplace(std::move(result));
    return mine;
  };
  const auto work = [&] {
    std::unique_lock lock(mutex);
    for (;;) {
      room.wait(lock, [&] { return next >= count || has_room(); });
      if (next >= count) return;
      // Nobody is woken for nothing: many results are a tenth of a millisecond of work.
      if (produce_next(lock) == consumed) ready.notify_one();
    }
  };
  const auto consume_next = [&](std::unique_lock<std::mutex>& lock) {
    const std::size_t mine = consumed;
    Result result = std::move(*slot_of(mine));
    slot_of(mine).reset();
    const bool window_was_full = !has_room();
    ++consumed;
    lock.unlock();
    if (window_was_full) room.notify_all();
    consume(mine, std::move(result));
    lock.lock();
  };
  std::vector<std::thread> workers;
  {
    // Signals reach the calling thread alone, which decides when it may be ended.
    const HeldSignals held;
    try {
      for (std::size_t i = 1; i < jobs; ++i) workers.emplace_back(work);
    } catch (const std::system_error&) {
      // The system allows no more threads: the existing ones do the work.
    }
  }
  {
    std::unique_lock lock(mutex);
    while (consumed < count) {
      if (slot_of(consumed)) {
        consume_next(lock);
      } else if (next < count && has_room()) {
        produce_next(lock);
      } else {
        ready.wait(lock, [&] { return slot_of(consumed).has_value(); });
      }
    }
  }
  for (std::thread& worker : workers) worker.join();
}

}  // namespace zoomc::driver
