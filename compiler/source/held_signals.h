#pragma once
#include <array>
#include <csignal>
#include <initializer_list>

namespace zoomc {

// Keeps the signals that ask the program to end, and `more`, from this thread, and from threads
// that it starts, while it lives. They are not lost: they arrive when it goes. So what must be done
// whole or not at all is done under it, on the one thread that signals reach.
class HeldSignals {
 public:
  static constexpr std::array<int, 3> kEnding{SIGINT, SIGTERM, SIGHUP};

  explicit HeldSignals(std::initializer_list<int> more = {}) {
    sigset_t held;
    sigemptyset(&held);
    for (const int signal : kEnding) sigaddset(&held, signal);
    for (const int signal : more) sigaddset(&held, signal);
    pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;
  ~HeldSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  // The signals that were already held.
  const sigset_t& before() const { return before_; }

 private:
  sigset_t before_{};
};

}  // namespace zoomc
