#include "source/process.h"

#include <csignal>
#include <cstdlib>

#include "support/catch.h"

using namespace zoomc;

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
