#include "config/find_config.h"

#include "support/catch.h"
#include "support/memory_file_system.h"

using namespace zoomc;
using namespace zoomc::config;

namespace {

std::string found(const FileSystem& files, const std::string& file,
                  const std::string& directory = "/home/dana/crm") {
  const std::size_t name = file.rfind('/') + 1;
  const auto config = find_config(files, file.substr(0, name), directory);
  return config ? config->path + " for " + config->directory + file.substr(name) : "none";
}

}  // namespace

TEST_CASE("the nearest settings win") {
  const MemoryFileSystem files{{".zoomc.yaml", ""}, {"apps/.zoomc.yaml", ""}, {"other/x.yaml", ""}};
  CHECK(found(files, "apps/a.zoom.yaml") == "apps/.zoomc.yaml for a.zoom.yaml");
  CHECK(found(files, "apps/deep/er/a.zoom.yaml") == "apps/.zoomc.yaml for deep/er/a.zoom.yaml");
  CHECK(found(files, "a.zoom.yaml") == ".zoomc.yaml for a.zoom.yaml");
  CHECK(found(files, "./a.zoom.yaml") == ".zoomc.yaml for a.zoom.yaml");
  CHECK(found(files, "other/a.zoom.yaml") == ".zoomc.yaml for other/a.zoom.yaml");
  CHECK(found(files, "apps/../a.zoom.yaml") == ".zoomc.yaml for a.zoom.yaml");
}

TEST_CASE("settings above the working directory") {
  const MemoryFileSystem files{{"../../.zoomc.yaml", ""}};
  CHECK(found(files, "a.zoom.yaml") == "../../.zoomc.yaml for dana/crm/a.zoom.yaml");
  CHECK(found(files, "apps/a.zoom.yaml") == "../../.zoomc.yaml for dana/crm/apps/a.zoom.yaml");
  CHECK(found(files, "../a.zoom.yaml") == "../../.zoomc.yaml for dana/a.zoom.yaml");
  CHECK(found(files, "a.zoom.yaml", "/home/dana/crm/") ==
        "../../.zoomc.yaml for dana/crm/a.zoom.yaml");
  const MemoryFileSystem root{{"../../../.zoomc.yaml", ""}};
  CHECK(found(root, "a.zoom.yaml") == "../../../.zoomc.yaml for home/dana/crm/a.zoom.yaml");
  const MemoryFileSystem past{{"../../../../.zoomc.yaml", ""}};
  CHECK(found(past, "a.zoom.yaml") == "none");
}

TEST_CASE("a way up and down again is as short as it can be") {
  const MemoryFileSystem files{{"../sales/.zoomc.yaml", ""}, {".zoomc.yaml", ""}};
  CHECK(found(files, "../sales/a.zoom.yaml") == "../sales/.zoomc.yaml for a.zoom.yaml");
  CHECK(found(files, "x/../../sales//./b/a.zoom.yaml") == "../sales/.zoomc.yaml for b/a.zoom.yaml");
  CHECK(found(files, "../crm/a.zoom.yaml") == ".zoomc.yaml for a.zoom.yaml");
  // Nothing is above the root.
  CHECK(found(files, "../../../../../home/dana/crm/a.zoom.yaml") == ".zoomc.yaml for a.zoom.yaml");
}

TEST_CASE("an absolute path") {
  const MemoryFileSystem files{{"/srv/.zoomc.yaml", ""}, {".zoomc.yaml", ""}};
  CHECK(found(files, "/srv/apps/a.zoom.yaml") == "/srv/.zoomc.yaml for apps/a.zoom.yaml");
  CHECK(found(files, "/other/a.zoom.yaml") == "none");
  const MemoryFileSystem root{{"/.zoomc.yaml", ""}};
  CHECK(found(root, "/srv/apps/a.zoom.yaml") == "/.zoomc.yaml for srv/apps/a.zoom.yaml");
}

TEST_CASE("a directory of that name is none") {
  const MemoryFileSystem files{{"apps/.zoomc.yaml/x", ""}, {".zoomc.yaml", ""}};
  CHECK(found(files, "apps/a.zoom.yaml") == ".zoomc.yaml for apps/a.zoom.yaml");
}

TEST_CASE("without a working directory only the path itself is searched") {
  const MemoryFileSystem files{{".zoomc.yaml", ""}};
  CHECK(found(files, "apps/a.zoom.yaml", "") == ".zoomc.yaml for apps/a.zoom.yaml");
  CHECK(found(MemoryFileSystem{}, "apps/a.zoom.yaml", "") == "none");
}
