#include "source/process.h"

#include "support/catch.h"

using namespace zoomc;

TEST_CASE("a program's output and exit code come back") {
  const auto result = run_process({"sh", "-c", "printf 'a b'; echo c >&2; exit 3"});
  REQUIRE(result);
  CHECK(result->output == "a b");
  CHECK(result->exit_code == 3);
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
        "cannot run `no-such-program-anywhere`: No such file or directory");
}

TEST_CASE("a program that is killed has the shell's exit code for it") {
  const auto result = run_process({"sh", "-c", "kill -9 $$"});
  REQUIRE(result);
  CHECK(result->exit_code == 137);
}
