#include "cli/prompt.h"

#include <cerrno>
#include <unistd.h>

namespace zoomc {
namespace {

// More than a terminal passes on as one line.
constexpr std::size_t kMaxAnswer = 4096;

std::string trimmed(const std::string& line) {
  const std::size_t first = line.find_first_not_of(" \t\r");
  if (first == std::string::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
}

}  // namespace

bool has_person() {
  return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
}

std::optional<std::string> Prompt::ask(std::string_view question) {
  console_.err(question);
  std::string line;
  // Byte by byte, so that nothing is taken that someone else is to read.
  while (!has_ended_) {
    char byte = 0;
    const ssize_t count = read(STDIN_FILENO, &byte, 1);
    if (count < 0 && errno == EINTR) continue;
    has_ended_ = count <= 0;
    if (has_ended_ || byte == '\n') break;
    if (line.size() < kMaxAnswer) line += byte;
  }
  if (has_ended_) {
    console_.err("\n");
    return std::nullopt;
  }
  return trimmed(line);
}

}  // namespace zoomc
