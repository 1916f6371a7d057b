#include "cli/console.h"

#include <cerrno>
#include <cstdlib>
#include <fmt/core.h>
#include <string>
#include <unistd.h>

#include "source/streams.h"
#include "source/system_reason.h"

namespace zoomc::cli {
namespace {

bool is_dumb_terminal() {
  const char* terminal = std::getenv("TERM");
  return terminal != nullptr && std::string_view(terminal) == "dumb";
}

}  // namespace

ExitCode Console::out(std::string_view text) {
  // Output after a gap is of no use, and the reason is reported once.
  if (out_has_failed_) return ExitCode::io_error;
  const int error = write_all(STDOUT_FILENO, text);
  if (error == 0) return ExitCode::fine;
  out_has_failed_ = true;
  // Who reads through `head` has what they wanted: nothing is said, as by any filter.
  if (error == EPIPE) return ExitCode::io_error;
  err(fmt::format("zoomc: cannot write standard output: {}\n", system_reason(error)));
  return ExitCode::io_error;
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

bool Console::err_is_screen() const {
  return !is_dumb_terminal() && isatty(STDERR_FILENO) == 1;
}

bool Console::has_color(int descriptor) const {
  if (color_ != ColorChoice::automatic) return color_ == ColorChoice::always;
  const char* no_color = std::getenv("NO_COLOR");
  const bool refused = (no_color != nullptr && *no_color != '\0') || is_dumb_terminal();
  return !refused && isatty(descriptor) == 1;
}

}  // namespace zoomc::cli
