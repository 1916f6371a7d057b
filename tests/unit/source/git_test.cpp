#include "source/git.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdlib.h>

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

}  // namespace

TEST_CASE("git lists what it tracks and would track") {
  const Checkout checkout;
  for (const char* name : {"a.txt", "b/c.txt", "b/d e\n.txt", "x.md", "out/e.txt"})
    checkout.put(name);
  checkout.put(".gitignore", "out/\n");
  CHECK(names_of(checkout.path(), {"*.txt"}) ==
        std::vector<std::string>{"a.txt", "b/c.txt", "b/d e\n.txt"});
  CHECK(names_of(checkout.path() + "/b", {}) == std::vector<std::string>{"c.txt", "d e\n.txt"});
}

TEST_CASE("where there is no checkout git has no answer") {
  const auto ignore = [](std::string_view) {};
  CHECK_FALSE(list_with_git("/", {}, ignore));
  CHECK_FALSE(list_with_git("/no/such/directory", {}, ignore));
}

TEST_CASE("a repository's own settings make git run nothing") {
  const Checkout checkout;
  checkout.put("a.txt");
  const std::string mark = checkout.path() + "/run";
  REQUIRE(run_git(checkout.path(), {"config", "core.fsmonitor", "touch '" + mark + "'; false"}));
  CHECK(names_of(checkout.path(), {"*.txt"}) == std::vector<std::string>{"a.txt"});
  CHECK_FALSE(fs::exists(mark));
}
