#include "cli/console.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <unistd.h>

namespace zoomc {
namespace {

// 0, or the error number of the write that failed.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace

ExitCode Console::out(std::string_view text) {
  const int error = write_all(STDOUT_FILENO, text);
  if (error == 0) return ExitCode::fine;
  // Who reads through `head` has what they wanted: nothing is said, as by any filter.
  if (error == EPIPE) return ExitCode::world;
  err(std::string("zoomc: cannot write standard output: ") + std::strerror(error) + "\n");
  return ExitCode::world;
}

void Console::err(std::string_view text) {
  write_all(STDERR_FILENO, text);
}

bool Console::out_has_color() const {
  return has_color(STDOUT_FILENO);
}
bool Console::err_has_color() const {
  return has_color(STDERR_FILENO);
}

bool Console::has_color(int descriptor) const {
  if (color_ != ColorChoice::automatic) return color_ == ColorChoice::always;
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool refused = (no_color != nullptr && *no_color != '\0') ||
                       (terminal != nullptr && std::string_view(terminal) == "dumb");
  return !refused && isatty(descriptor) == 1;
}

}  // namespace zoomc
