#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "import_fixture.h"
#include "support/catch.h"
#include "support/project.h"

namespace zoomc::author {
namespace {

using namespace testing;

// Zoom's own templates lie beside the checkout, where there is one.
std::vector<std::filesystem::path> templates() {
  const std::filesystem::path folder = project_root() / "../shared/corpus/manifests";
  std::vector<std::filesystem::path> files;
  if (!std::filesystem::is_directory(folder)) return files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST_CASE("Zoom's own templates come back from import with their meaning", "[author][corpus]") {
  const std::vector<std::filesystem::path> files = templates();
  if (files.empty()) {
    WARN("skipped: there are no templates in ../shared/corpus/manifests");
    return;
  }
  for (const std::filesystem::path& file : files) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const ImportedApp imported = import_text(text);
    INFO(file.string() << "\n" << imported.text);
    CHECK(losses_of(imported).empty());
    CHECK(errors_of(imported.checked).empty());
    REQUIRE(imported.checked.is_app);
    const manifest::ReadManifest before = read(text);
    const manifest::ReadManifest after = read(imported.checked.manifest);
    CHECK(manifest::compare_manifests(*before.manifest, *after.manifest).empty());
  }
}

}  // namespace
}  // namespace zoomc::author
