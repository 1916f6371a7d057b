#include "source/git.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdlib.h>
#include <sys/stat.h>

#include "support/catch.h"

namespace fs = std::filesystem;
using namespace zoomc;

namespace {

// A checkout of its own for one test.
class Checkout {
 public:
  Checkout() {
    std::string name = (fs::temp_directory_path() / "zoomc-git-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
    REQUIRE(run_git(path_, {"init", "-q", "."}).has_value());
  }
  Checkout(const Checkout&) = delete;
  Checkout& operator=(const Checkout&) = delete;
  ~Checkout() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  const std::string& path() const { return path_; }
  void put(const std::string& name, std::string_view text = "") const {
    const fs::path file = fs::path(path_) / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file) << text;
  }

 private:
  std::string path_;
};

std::vector<std::string> names_of(const std::string& directory,
                                  const std::vector<std::string>& patterns) {
  std::vector<std::string> names;
  const auto unreadable =
      list_with_git(directory, patterns, [&](std::string_view name) { names.emplace_back(name); });
  REQUIRE(unreadable);
  CHECK(unreadable->empty());
  std::sort(names.begin(), names.end());
  return names;
}

GitRefusal refusal_of(const std::string& directory, const ProcessLimits& limits = {}) {
  const auto listed = list_with_git(
      directory, {}, [](std::string_view) {}, limits);
  REQUIRE_FALSE(listed);
  return listed.error();
}

using Kind = GitRefusal::Kind;

void check_no_answer(const GitRefusal& refusal, const std::string& reason) {
  CHECK(refusal.kind == Kind::no_answer);
  CHECK(refusal.reason == reason);
}

}  // namespace

TEST_CASE("git lists what it tracks and would track") {
  const Checkout checkout;
  for (const char* name : {"a.txt", "b/c.txt", "b/d e\n.txt", "b/\xff\".txt", "x.md", "out/e.txt"})
    checkout.put(name);
  checkout.put(".gitignore", "out/\n");
  CHECK(names_of(checkout.path(), {"*.txt"}) ==
        std::vector<std::string>{"a.txt", "b/c.txt", "b/d e\n.txt", "b/\xff\".txt"});
  CHECK(names_of(checkout.path() + "/b", {}) ==
        std::vector<std::string>{"c.txt", "d e\n.txt", "\xff\".txt"});
}

TEST_CASE("where there is no checkout git says so") {
  CHECK(refusal_of("/").kind == Kind::no_checkout);
  const Checkout checkout;
  CHECK(refusal_of(checkout.path() + "/.git/hooks").kind == Kind::no_answer);
  // Its files are those of another directory.
  REQUIRE(run_git(checkout.path(), {"config", "core.worktree", "/usr"}));
  CHECK(refusal_of(checkout.path()).kind == Kind::no_checkout);
  REQUIRE(run_git(checkout.path(), {"config", "--unset", "core.worktree"}));
  REQUIRE(run_git(checkout.path(), {"config", "core.bare", "true"}));
  CHECK(refusal_of(checkout.path()).kind == Kind::no_checkout);
}

TEST_CASE("a directory that is not there is no directory without a checkout") {
  check_no_answer(refusal_of("/no/such/directory"),
                  "cannot change to '/no/such/directory': No such file or directory");
}

TEST_CASE("where git cannot tell, it says why") {
  const Checkout checkout;
  const std::string git = checkout.path() + "/.git";
  SECTION("the index is broken") {
    checkout.put(".git/index", "x");
    check_no_answer(refusal_of(checkout.path()), ".git/index: index file smaller than expected");
  }
  SECTION("the configuration is broken") {
    checkout.put(".git/config", "[\n");
    check_no_answer(refusal_of(checkout.path()), "bad config line 1 in file .git/config");
  }
  SECTION("it is of a later git") {
    checkout.put(".git/config", "[core]\nrepositoryFormatVersion = 99\n");
    const GitRefusal refusal = refusal_of(checkout.path());
    CHECK(refusal.kind == Kind::no_answer);
    CHECK(refusal.reason.starts_with("expected git repo version <= 1, found 99"));
  }
  SECTION("what should lead to the repository leads nowhere") {
    checkout.put("sub/.git", "gitdir: /no/such/place\n");
    check_no_answer(refusal_of(checkout.path() + "/sub"), "not a git repository: /no/such/place");
  }
  SECTION("git does not take what is there for a repository") {
    checkout.put(".git/HEAD", "garbage");
    checkout.put("sub/a.txt");
    check_no_answer(refusal_of(checkout.path() + "/sub"),
                    "`" + checkout.path() + "/.git` exists, but git says: not a git repository " +
                        "(or any of the parent directories): .git");
    // Not further up than the person lets git look.
    REQUIRE(::setenv("GIT_CEILING_DIRECTORIES", ("/x:" + checkout.path()).c_str(), 1) == 0);
    CHECK(refusal_of(checkout.path() + "/sub").kind == Kind::no_checkout);
    REQUIRE(::unsetenv("GIT_CEILING_DIRECTORIES") == 0);
    // Nothing is there to begin with.
    fs::remove_all(git);
    fs::create_directory(git);
    CHECK(refusal_of(checkout.path() + "/sub").kind == Kind::no_checkout);
  }
}

TEST_CASE("a pipe that git would open is told of at once") {
  const Checkout checkout;
  checkout.put("sub/deep/a.txt");
  const auto refuses = [&](const std::string& name) {
    const std::string path = checkout.path() + "/" + name;
    fs::remove(path);
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    const fs::path shown = fs::path(path).lexically_proximate(fs::current_path());
    check_no_answer(refusal_of(checkout.path() + "/sub/deep"),
                    "cannot read `" + shown.string() + "`: it is not a file");
    fs::remove(path);
  };
  for (const char* name : {".gitignore", "sub/.gitignore", "sub/deep/.gitignore",
                           ".git/info/exclude", ".git/index", ".git/packed-refs", ".git/config"}) {
    refuses(name);
  }
  checkout.put(".git/config", "[core]\nbare = false\n");
  refuses(".git/HEAD");
}

TEST_CASE("git has a limited time, for what only it finds") {
  const Checkout checkout;
  checkout.put("sub/a.txt");
  REQUIRE(::mkfifo((checkout.path() + "/sub/.gitignore").c_str(), 0600) == 0);
  check_no_answer(refusal_of(checkout.path(), {.time = std::chrono::milliseconds(900)}),
                  "`git` did not answer within 900 milliseconds");
}

TEST_CASE("a no without a reason is another answer than none") {
  const Checkout checkout;
  const auto found = run_git(checkout.path(), {"rev-parse", "--verify", "--quiet", "nothing"});
  REQUIRE_FALSE(found);
  CHECK(found.error().kind == Kind::no);
  CHECK(found.error().reason.empty());
}

TEST_CASE("without git there is another answer still") {
  const std::string path = std::getenv("PATH");
  REQUIRE(::setenv("PATH", "/no/such", 1) == 0);
  const GitRefusal refusal = refusal_of("/");
  REQUIRE(::setenv("PATH", path.c_str(), 1) == 0);
  CHECK(refusal.kind == Kind::not_installed);
  CHECK(refusal.reason == "cannot run `git`: no such file or directory");
}
