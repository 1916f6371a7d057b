#pragma once
#include <csignal>
#include <initializer_list>

namespace zoomc {

// Keeps the signals that ask the program to end (SIGINT, SIGTERM, SIGHUP) from this thread, and
// from threads that it starts, while it lives. They are not lost: they arrive when it goes. So what
// must be done whole or not at all is done under it, on the one thread that signals reach.
class HeldSignals {
 public:
  HeldSignals() {
    sigset_t held;
    sigemptyset(&held);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&held, signal);
    pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;
  ~HeldSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

}  // namespace zoomc
