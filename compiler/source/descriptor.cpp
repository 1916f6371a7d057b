#include "source/descriptor.h"

#include <cerrno>
#include <utility>

namespace zoomc {

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() {
  static_cast<void>(close());
}

Descriptor Descriptor::open(const std::string& path, int flags, mode_t mode) {
  int number = -1;
  do {
    number = ::open(path.c_str(), flags | O_CLOEXEC | O_NOCTTY, mode);
  } while (number < 0 && errno == EINTR);
  return Descriptor(number);
}

int Descriptor::close() {
  if (!is_open()) return 0;
  // Linux has let go of the number even when a signal came in between; a second try could close
  // somebody else's file.
  const int result = ::close(std::exchange(number_, -1));
  return result == 0 || errno == EINTR ? 0 : errno;
}

bool is_usable_path(std::string_view path) {
  return path.find('\0') == std::string_view::npos;
}

}  // namespace zoomc
