#include <filesystem>
#include <fstream>
#include <unistd.h>

#include "catalog_source/load.h"
#include "support/catch.h"

namespace zoomc::catalog_source {
namespace {

namespace fs = std::filesystem;

// A directory of its own that goes away with the test.
class TemporaryDirectory {
 public:
  TemporaryDirectory()
      : path_(fs::temp_directory_path() / ("zoomc-listing-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~TemporaryDirectory() { fs::remove_all(path_); }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  std::string path() const { return path_.string(); }
  void put(const std::string& name) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name) << "x";
  }

 private:
  fs::path path_;
};

TEST_CASE("the files of a catalog are listed by name") {
  const TemporaryDirectory directory;
  for (const char* name : {"scopes.tsv", "README.md", "events.tsv", "platforms/b.yml",
                           "platforms/a.yaml", "platforms/notes.txt", "other/x.tsv"}) {
    directory.put(name);
  }
  const auto names = list_catalog_files(directory.path());
  REQUIRE(names);
  CHECK(*names == std::vector<std::string>{"events.tsv", "platforms/a.yaml", "platforms/b.yml",
                                           "scopes.tsv"});
}

TEST_CASE("a directory without platforms is listed too") {
  const TemporaryDirectory directory;
  CHECK(list_catalog_files(directory.path()).value().empty());
  directory.put("operations.tsv");
  CHECK(list_catalog_files(directory.path()).value() == std::vector<std::string>{"operations.tsv"});
}

TEST_CASE("a directory that is not there") {
  const TemporaryDirectory directory;
  const std::string path = directory.path() + "/none";
  const auto names = list_catalog_files(path);
  REQUIRE_FALSE(names);
  CHECK(names.error().message ==
        "cannot read the directory `" + path + "`: no such file or directory");
}

TEST_CASE("a file where a directory should be") {
  const TemporaryDirectory directory;
  directory.put("platforms");
  const auto names = list_catalog_files(directory.path());
  REQUIRE_FALSE(names);
  CHECK(names.error().message ==
        "cannot read the directory `" + directory.path() + "/platforms`: not a directory");
}

}  // namespace
}  // namespace zoomc::catalog_source
