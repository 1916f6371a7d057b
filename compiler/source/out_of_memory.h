#pragma once
#include <mutex>

namespace zoomc {

// From now on a thread that gets no memory ends the program with a word on standard error and
// `exit_code`, once no file is half replaced. Nothing is thrown: hardly a caller could go on.
void end_when_out_of_memory(int exit_code);

// While it lives, no thread ends the program for want of memory: what must be done whole or not at
// all is done under it. The work itself asks for no memory.
class Unbroken {
 public:
  Unbroken() : lock_(mutex()) {}

  // Held by the thread that ends the program.
  static std::recursive_mutex& mutex();

 private:
  std::lock_guard<std::recursive_mutex> lock_;
};

}  // namespace zoomc
