#include "source/process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <fmt/core.h>
#include <initializer_list>
#include <poll.h>
#include <spawn.h>
#include <string_view>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "source/descriptor.h"
#include "source/held_signals.h"
#include "source/streams.h"
#include "source/system_reason.h"

extern char** environ;

namespace zoomc {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

std::string cannot_run(const std::string& program, int error) {
  return fmt::format("cannot run `{}`: {}", program, system_reason(error));
}

std::string in_words(milliseconds time) {
  if (time.count() % 1000 != 0) return fmt::format("{} milliseconds", time.count());
  const auto seconds = time.count() / 1000;
  return std::to_string(seconds) + (seconds == 1 ? " second" : " seconds");
}

// The strings and behind them a null, as the system takes them.
std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  pointers.reserve(strings.size() + 1);
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

sigset_t set_of(std::initializer_list<int> signals) {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : signals) sigaddset(&set, signal);
  return set;
}

// The signals that ask this process to end, without those that it ignores, as under nohup.
sigset_t ending_signals() {
  sigset_t set = set_of({});
  for (const int signal : HeldSignals::kEnding) {
    struct sigaction now {};
    if (sigaction(signal, nullptr, &now) == 0 && now.sa_handler != SIG_IGN) sigaddset(&set, signal);
  }
  return set;
}

bool is_pending(const sigset_t& any_of) {
  sigset_t pending = set_of({});
  sigpending(&pending);
  for (const int signal : HeldSignals::kEnding) {
    if (sigismember(&any_of, signal) == 1 && sigismember(&pending, signal) == 1) return true;
  }
  return false;
}

struct Pipe {
  Descriptor read_end{-1};
  Descriptor write_end{-1};
};

// When it fails nothing is open and `errno` says why.
Pipe open_pipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return {};
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

// A program that runs, in a process group of its own. Ended with all it started when this goes.
class Child {
 public:
  Child() = default;
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (pid_ == 0) return;
    kill(-pid_, SIGKILL);
    wait();
  }

  // Starts the program with no input and the signals of `mask` blocked. Answers an `errno`, or 0.
  int start(const std::string& program, std::vector<std::string> arguments,
            std::vector<std::string> environment, const Pipe& output, const Pipe& errors,
            const sigset_t& mask) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output.write_end.get(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, errors.write_end.get(), STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // Ours are ignored; the child is to end when nobody reads it any more, or at a limit of its
    // files.
    const sigset_t defaults = set_of({SIGPIPE, SIGXFSZ});
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setsigmask(&attributes, &mask);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(
        &attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
    pid_t pid = 0;
    const int error = posix_spawn(&pid, program.c_str(), &actions, &attributes,
                                  pointers_to(arguments).data(), pointers_to(environment).data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (error == 0) pid_ = pid;
    return error;
  }

  // Leaves it to be waited for, so that nobody else gets its number.
  bool has_ended() const {
    siginfo_t found{};
    return waitid(P_PID, static_cast<id_t>(pid_), &found, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           found.si_pid == pid_;
  }

  // The exit code, as a shell has it.
  int wait() {
    int status = 0;
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  pid_t pid_ = 0;
};

// Takes what has come through a pipe, which is closed at its end. Answers whether that is within
// the limit.
bool take(Descriptor& end, std::string& bytes, std::size_t limit) {
  std::array<char, 65536> block;  // NOLINT: read() fills it
  const ssize_t count = read_some(end.get(), block.data(), block.size());
  if (count <= 0) {
    static_cast<void>(end.close());
    return true;
  }
  bytes.append(block.data(), static_cast<std::size_t>(count));
  return bytes.size() <= limit;
}

// Listens to a child until it has ended. Answers why it is not to go on, or nothing.
std::string listen_to(const Child& child, Descriptor& output, Descriptor& errors,
                      const Descriptor& signals, const sigset_t& ending,
                      const ProcessLimits& limits, ProcessResult& result) {
  const auto deadline = Clock::now() + limits.time;
  const sigset_t child_signal = set_of({SIGCHLD});
  bool has_ended = false;
  while (output.is_open() || errors.is_open() || !has_ended) {
    const auto left = std::chrono::ceil<milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return fmt::format("did not answer within {}", in_words(limits.time));
    // A closed one has a negative number, which is passed over.
    std::array<pollfd, 3> ends{{{output.is_open() ? output.get() : -1, POLLIN, 0},
                                {errors.is_open() ? errors.get() : -1, POLLIN, 0},
                                {signals.get(), POLLIN, 0}}};
    if (poll(ends.data(), ends.size(), static_cast<int>(left.count())) < 0) {
      if (errno == EINTR) continue;
      return fmt::format("cannot be read from: {}", system_reason(errno));
    }
    if ((ends[0].revents != 0 && !take(output, result.output, limits.bytes)) ||
        (ends[1].revents != 0 && !take(errors, result.errors, limits.bytes))) {
      return fmt::format("wrote more than {} bytes", limits.bytes);
    }
    if (ends[2].revents != 0) {
      if (is_pending(ending)) return "was stopped, as this program was asked to end";
      const timespec at_once{};
      sigtimedwait(&child_signal, nullptr, &at_once);
      has_ended = child.has_ended();
    }
  }
  return {};
}

bool is_executable(const std::string& path) {
  struct stat found {};
  return stat(path.c_str(), &found) == 0 && S_ISREG(found.st_mode) &&
         access(path.c_str(), X_OK) == 0;
}

}  // namespace

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

std::optional<std::string> find_program(const std::string& name) {
  const char* variable = std::getenv("PATH");
  std::string_view rest = variable != nullptr ? variable : "/usr/bin:/bin";
  while (!rest.empty()) {
    const std::string_view directory = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(rest.size(), directory.size() + 1));
    if (!directory.starts_with('/')) continue;
    std::string path = std::string(directory) + "/" + name;
    if (is_executable(path)) return path;
  }
  return std::nullopt;
}

tl::expected<ProcessResult, IoError> run_process(const std::vector<std::string>& arguments,
                                                 const ProcessLimits& limits,
                                                 std::vector<std::string> environment) {
  const std::string& name = arguments.front();
  const auto refuse = [&](int error) { return tl::unexpected(IoError{cannot_run(name, error)}); };
  const auto program = find_program(name);
  if (!program) return refuse(ENOENT);
  // The parent process may ignore it; then there is no signal when a child ends.
  std::signal(SIGCHLD, SIG_DFL);
  const HeldSignals held({SIGCHLD});
  const sigset_t ending = ending_signals();
  sigset_t heard = ending;
  sigaddset(&heard, SIGCHLD);
  const Descriptor signals(signalfd(-1, &heard, SFD_CLOEXEC));
  if (!signals.is_open()) return refuse(errno);
  Pipe output = open_pipe();
  if (!output.read_end.is_open()) return refuse(errno);
  Pipe errors = open_pipe();
  if (!errors.read_end.is_open()) return refuse(errno);
  Child child;
  const int error =
      child.start(*program, arguments, std::move(environment), output, errors, held.before());
  static_cast<void>(output.write_end.close());
  static_cast<void>(errors.write_end.close());
  if (error != 0) return refuse(error);
  ProcessResult result;
  const std::string problem =
      listen_to(child, output.read_end, errors.read_end, signals, ending, limits, result);
  if (!problem.empty()) return tl::unexpected(IoError{fmt::format("`{}` {}", name, problem)});
  result.exit_code = child.wait();
  return result;
}

}  // namespace zoomc
