#include <algorithm>
#include <filesystem>
#include <vector>

#include "catalog/builtin.h"
#include "files.h"
#include "manifest/validate.h"
#include "support/catch.h"

namespace zoomc::manifest {
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

// What is worth a look all the same: "file pointer id".
const std::vector<std::string> kKnown = {
    "template-39.json /oauth_information/scopes[0] scope-level-mismatch",
    "template-46.json /oauth_information/scopes[14] classic-scope",
    "template-46.json /oauth_information/scopes[15] classic-scope",
};

TEST_CASE("Zoom's own templates are not rejected", "[manifest][corpus]") {
  const std::vector<std::filesystem::path> files = templates();
  if (files.empty()) {
    WARN("skipped: there are no templates in ../shared/corpus/manifests");
    return;
  }
  std::vector<std::string> found;
  for (const std::filesystem::path& file : files) {
    const json::Document manifest = json_of_file(file);
    for (const ManifestFinding& finding : validate_manifest(manifest, catalog::builtin_catalog())) {
      INFO(file.string() << ": " << finding.message);
      CHECK(finding.verdict == ZoomVerdict::accepts);
      if (finding.severity == Severity::note) continue;
      found.push_back(file.filename().string() + ' ' + finding.pointer + ' ' +
                      std::string(finding.id));
    }
  }
  CHECK(found == kKnown);
}

}  // namespace
}  // namespace zoomc::manifest
