#include "source/process.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

#include "support/catch.h"

using namespace zoomc;
using namespace std::chrono_literals;

namespace {

std::string error_of(const std::vector<std::string>& arguments, const ProcessLimits& limits) {
  const auto result = run_process(arguments, limits);
  REQUIRE_FALSE(result);
  return result.error().message;
}

}  // namespace

TEST_CASE("a program's output and exit code come back") {
  const auto result = run_process({"sh", "-c", "printf 'a b'; echo c >&2; exit 3"});
  REQUIRE(result);
  CHECK(result->output == "a b");
  CHECK(result->errors == "c\n");
  CHECK(result->exit_code == 3);
}

TEST_CASE("more on standard error than a pipe holds stops nobody") {
  const auto result = run_process({"sh", "-c", "head -c 1000000 /dev/zero >&2; echo done"});
  REQUIRE(result);
  CHECK(result->errors.size() == 1000000);
  CHECK(result->output == "done\n");
}

TEST_CASE("a program speaks the language that all understand, and ends when its reader goes") {
  REQUIRE(::setenv("LC_ALL", "de_DE.UTF-8", 1) == 0);
  const auto old = std::signal(SIGPIPE, SIG_IGN);
  const auto result = run_process({"sh", "-c", "echo $LC_ALL; (kill -PIPE $$); echo here"});
  std::signal(SIGPIPE, old);
  REQUIRE(::unsetenv("LC_ALL") == 0);
  REQUIRE(result);
  CHECK(result->output == "C\n");
  CHECK(result->exit_code == 141);
}

TEST_CASE("arguments reach the program as they are") {
  const auto result = run_process({"printf", "%s|", "a b", "$HOME", "'"});
  REQUIRE(result);
  CHECK(result->output == "a b|$HOME|'|");
}

TEST_CASE("output larger than a pipe holds comes back whole") {
  const auto result = run_process({"head", "-c", "1000000", "/dev/zero"});
  REQUIRE(result);
  CHECK(result->output.size() == 1000000);
}

TEST_CASE("a program that is not there is an error of the world") {
  const auto result = run_process({"no-such-program-anywhere"});
  REQUIRE_FALSE(result);
  CHECK(result.error().message ==
        "cannot run `no-such-program-anywhere`: no such file or directory");
}

TEST_CASE("a program that is killed has the shell's exit code for it") {
  const auto result = run_process({"sh", "-c", "kill -9 $$"});
  REQUIRE(result);
  CHECK(result->exit_code == 137);
}

TEST_CASE("a program that takes too long is ended") {
  CHECK(error_of({"sleep", "1000"}, {.time = 50ms}) ==
        "`sleep` did not answer within 50 milliseconds");
  // The child of the shell holds the pipe.
  CHECK(error_of({"sh", "-c", "sleep 1000 & echo here"}, {.time = 1000ms}) ==
        "`sh` did not answer within 1 second");
  // It has closed both pipes, and lives on.
  CHECK(error_of({"sh", "-c", "exec >&- 2>&-; sleep 1000"}, {.time = 50ms}) ==
        "`sh` did not answer within 50 milliseconds");
}

TEST_CASE("nothing is left of a program that is ended") {
  // Its children inherit the one end, so that the other comes to its end with the last of them.
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  REQUIRE(::fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0);
  CHECK(error_of({"sh", "-c", "sleep 1000 & sleep 1000"}, {.time = 50ms}) ==
        "`sh` did not answer within 50 milliseconds");
  REQUIRE(::close(ends[1]) == 0);
  char byte = 0;
  CHECK(::read(ends[0], &byte, 1) == 0);
  REQUIRE(::close(ends[0]) == 0);
}

TEST_CASE("no program says more than is taken") {
  const std::vector<std::string> program{"head", "-c", "100000", "/dev/zero"};
  CHECK(error_of(program, {.bytes = 99999}) == "`head` wrote more than 99999 bytes");
  REQUIRE(run_process(program, {.bytes = 100000}));
  CHECK(error_of({"yes"}, {.bytes = 100000}) == "`yes` wrote more than 100000 bytes");
  CHECK(error_of({"sh", "-c", "yes >&2"}, {.bytes = 100000}) ==
        "`sh` wrote more than 100000 bytes");
}

TEST_CASE("whoever started this program may ignore what becomes of children") {
  const auto old = std::signal(SIGCHLD, SIG_IGN);
  const auto result = run_process({"sh", "-c", "exit 3"});
  std::signal(SIGCHLD, old);
  REQUIRE(result);
  CHECK(result->exit_code == 3);
}

TEST_CASE("no signal is held from the program") {
  const auto result = run_process({"sh", "-c", "kill -TERM $$; echo here"});
  REQUIRE(result);
  CHECK(result->exit_code == 143);
  CHECK(result->output.empty());
}

TEST_CASE("a program has the environment that it is given") {
  const auto result = run_process({"env"}, {}, {"A=b", "C="});
  REQUIRE(result);
  CHECK(result->output == "A=b\nC=\n");
}

TEST_CASE("only absolute directories of the PATH have programs") {
  namespace fs = std::filesystem;
  std::string name = (fs::temp_directory_path() / "zoomc-path-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  const fs::path before = fs::current_path();
  fs::current_path(name);
  std::ofstream("hostile-program") << "#!/bin/sh\n";
  fs::permissions("hostile-program", fs::perms::owner_all);
  fs::create_directory("a-directory");
  const std::string path = std::getenv("PATH");
  for (const char* relative : {"", ".", ":/bin", "/bin:", "./", "../x"}) {
    REQUIRE(::setenv("PATH", relative, 1) == 0);
    CHECK_FALSE(find_program("hostile-program"));
  }
  REQUIRE(::setenv("PATH", ("/no/such:" + name).c_str(), 1) == 0);
  CHECK(find_program("hostile-program") == name + "/hostile-program");
  CHECK_FALSE(find_program("a-directory"));
  fs::permissions("hostile-program", fs::perms::owner_read);
  CHECK_FALSE(find_program("hostile-program"));
  REQUIRE(::setenv("PATH", path.c_str(), 1) == 0);
  fs::current_path(before);
  fs::remove_all(name);
}
