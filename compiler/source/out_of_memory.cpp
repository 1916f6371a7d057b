#include "source/out_of_memory.h"

#include <atomic>
#include <new>
#include <unistd.h>

#include "source/streams.h"

namespace zoomc {
namespace {

// A global, because the handler takes no argument.
std::atomic<int>& exit_code_without_memory() {
  static std::atomic<int> code = 1;
  return code;
}

void end_program() {
  const Unbroken unbroken;
  static_cast<void>(write_all(STDERR_FILENO,
                              "zoomc: out of memory: allow more (`ulimit -v`), or take fewer "
                              "`--jobs` or smaller files\n"));
  ::_exit(exit_code_without_memory());
}

}  // namespace

std::recursive_mutex& Unbroken::mutex() {
  static std::recursive_mutex mutex;
  return mutex;
}

void end_when_out_of_memory(int exit_code) {
  exit_code_without_memory() = exit_code;
  std::set_new_handler(end_program);
}

}  // namespace zoomc
