#include "source/process.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <string_view>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "source/descriptor.h"
#include "source/streams.h"
#include "source/system_reason.h"

extern char** environ;

namespace zoomc {
namespace {

IoError cannot_run(const std::string& program, int error) {
  return {"cannot run `" + program + "`: " + system_reason(error)};
}

// The strings and behind them a null, as the system takes them.
std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  pointers.reserve(strings.size() + 1);
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

// The environment of this process, in the locale in which programs say what they always say.
std::vector<std::string> plain_environment() {
  std::vector<std::string> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text = *variable;
    if (!text.starts_with("LC_ALL=") && !text.starts_with("LANGUAGE="))
      variables.emplace_back(text);
  }
  variables.emplace_back("LC_ALL=C");
  return variables;
}

std::string read_to_end(const Descriptor& file) {
  std::string bytes;
  char buffer[65536];
  for (;;) {
    const ssize_t count = read_some(file.get(), buffer, sizeof buffer);
    if (count <= 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(count));
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// Starts the program with no input, its output in `output` and what it says in `errors`. Answers an
// `errno`, or 0.
int start(std::vector<std::string> arguments, const Descriptor& output, const Descriptor& errors,
          pid_t& child) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output.get(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, errors.get(), STDERR_FILENO);
  // Ours is ignored; the child is to end when nobody reads it any more.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::vector<std::string> environment = plain_environment();
  const int error = posix_spawnp(&child, arguments.front().c_str(), &actions, &attributes,
                                 pointers_to(arguments).data(), pointers_to(environment).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

}  // namespace

tl::expected<ProcessResult, IoError> run_process(const std::vector<std::string>& arguments) {
  // What it says goes to memory, so that two pipes need not be emptied by turns.
  const Descriptor errors(memfd_create("zoomc", MFD_CLOEXEC));
  int pipe_ends[2];
  if (!errors.is_open() || pipe2(pipe_ends, O_CLOEXEC) != 0) {
    return tl::unexpected(cannot_run(arguments.front(), errno));
  }
  const Descriptor read_end(pipe_ends[0]);
  Descriptor write_end(pipe_ends[1]);
  pid_t child = 0;
  const int error = start(arguments, write_end, errors, child);
  static_cast<void>(write_end.close());
  if (error != 0) return tl::unexpected(cannot_run(arguments.front(), error));
  ProcessResult result;
  result.output = read_to_end(read_end);
  result.exit_code = wait_for(child);
  if (lseek(errors.get(), 0, SEEK_SET) == 0) result.errors = read_to_end(errors);
  return result;
}

}  // namespace zoomc
