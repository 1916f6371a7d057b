#include "driver/ordered_work.h"

#include <atomic>
#include <chrono>
#include <string>

#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::driver;

namespace {

std::vector<std::string> numbers(std::size_t count, std::size_t jobs) {
  std::vector<std::string> seen;
  work_in_order<std::string>(
      count, jobs,
      [](std::size_t i) {
        // The first ones are the slowest, so that order is not an accident.
        if (i < 3) std::this_thread::sleep_for(std::chrono::milliseconds(20));
        return std::to_string(i);
      },
      [&](std::size_t i, std::string result) {
        CHECK(result == std::to_string(i));
        seen.push_back(std::move(result));
      });
  return seen;
}

}  // namespace

TEST_CASE("results come in order, whatever the number of jobs") {
  for (const std::size_t jobs : {0U, 1U, 2U, 7U}) {
    for (const std::size_t count : {0U, 1U, 2U, 1000U}) {
      INFO(jobs << " jobs, " << count << " results");
      CHECK(numbers(count, jobs).size() == count);
    }
  }
}

TEST_CASE("no more results wait than the window holds") {
  std::atomic<std::size_t> made{0};
  std::size_t most_waiting = 0;
  work_in_order<int>(
      2000, 2, [&](std::size_t) { return static_cast<int>(++made); },
      [&](std::size_t i, int) { most_waiting = std::max(most_waiting, made.load() - i); });
  CHECK(made == 2000);
  CHECK(most_waiting <= 2 * 32 + 1);
}
