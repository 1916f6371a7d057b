#include "source/streams.h"

#include <cerrno>
#include <fcntl.h>
#include <initializer_list>
#include <poll.h>
#include <unistd.h>

namespace zoomc {
namespace {

// True if a failed call should be repeated, after a wait if needed.
bool is_to_repeat(int descriptor, short event) {
  if (errno == EINTR) return true;
  if (errno != EAGAIN && errno != EWOULDBLOCK) return false;
  pollfd end{descriptor, event, 0};
  return ::poll(&end, 1, -1) >= 0 || errno == EINTR;
}

}  // namespace

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (!is_to_repeat(descriptor, POLLOUT)) {
      return errno;
    }
  }
  return 0;
}

ssize_t read_some(int descriptor, char* buffer, std::size_t size) {
  for (;;) {
    const ssize_t count = ::read(descriptor, buffer, size);
    if (count >= 0 || !is_to_repeat(descriptor, POLLIN)) return count;
  }
}

void occupy_standard_streams() {
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(number, F_GETFD) != -1 || errno != EBADF) continue;
    // Only a place in the file system: reading and writing fail with EBADF. It gets
    // the lowest free number, which is this one.
    static_cast<void>(::open("/", O_PATH));
  }
}

}  // namespace zoomc
