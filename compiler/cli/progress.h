#pragma once
#include <chrono>
#include <cstddef>

#include "cli/console.h"

namespace zoomc::cli {

// A bar on standard error while many files are worked on: on a terminal that is not dumb only, and
// only once it has taken longer than a second. It is gone before anything else is written and when
// the work is done.
class Progress {
 public:
  Progress(Console& console, std::size_t total);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { clear(); }

  void show(std::size_t done);
  void clear();

 private:
  Console& console_;
  std::size_t total_;
  std::chrono::steady_clock::time_point next_;
  bool enabled_;
  bool shown_ = false;
};

// How many of `files` to work on at a time: as many as was asked for, as many as there are cores
// when 0, but no more than the process may have open, and never more than 256.
std::size_t worker_count(std::size_t asked, std::size_t files);

}  // namespace zoomc::cli
