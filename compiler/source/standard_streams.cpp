#include "source/standard_streams.h"

#include <cerrno>
#include <fcntl.h>
#include <initializer_list>
#include <unistd.h>

namespace zoomc {

void occupy_standard_streams() {
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(number, F_GETFD) != -1 || errno != EBADF) continue;
    // A mere place in the file system: the kernel answers EBADF to whoever reads or writes. It gets
    // the lowest free number, which is this one.
    static_cast<void>(::open("/", O_PATH));
  }
}

}  // namespace zoomc
