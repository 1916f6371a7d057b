// What `compile` writes is judged by `check` as the linter judged its app.
#include <algorithm>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "diagnostics/codes.h"
#include "import_fixture.h"
#include "random_app.h"
#include "support/catch.h"
#include "support/rounds.h"

namespace zoomc::author {
namespace {

using namespace testing;

bool is_grave(const Diagnostic& found) {
  return found.severity == Severity::error || found.zoom.verdict == ZoomVerdict::rejects;
}

// "error[no-required-scope]", once each: errors, and what Zoom rejects.
std::vector<std::string> grave_kinds(const std::vector<Diagnostic>& findings) {
  std::vector<std::string> kinds;
  for (const Diagnostic& found : findings) {
    if (!is_grave(found)) continue;
    kinds.push_back(std::string(to_string(found.severity)) + "[" + std::string(found.id) + "]");
  }
  std::sort(kinds.begin(), kinds.end());
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  return kinds;
}

// The findings that say Zoom rejects and are no errors.
std::vector<std::string> mild_rejections(const std::vector<Diagnostic>& findings) {
  std::vector<std::string> found;
  for (const Diagnostic& one : findings) {
    if (one.zoom.verdict == ZoomVerdict::rejects && one.severity != Severity::error)
      found.push_back(one.message);
  }
  return found;
}

// What the linter says of the manifest that Zoom's validator refuses. What is in conflict with the
// app's level is not in the manifest.
std::vector<std::string> rejections(const std::vector<Diagnostic>& findings) {
  std::vector<std::string> ids;
  for (const Diagnostic& found : findings) {
    const bool is_rejected = found.zoom.verdict == ZoomVerdict::rejects;
    if (is_rejected && found.id != resolve_codes::kManagedByConflict.id) ids.emplace_back(found.id);
  }
  return ids;
}

TEST_CASE("The linter and the audit agree on what Zoom rejects", "[author][audit][property]") {
  std::size_t clean = 0;
  std::size_t rejected = 0;
  for (unsigned seed = 20'000; seed < 20'000 + test::rounds(3000); ++seed) {
    RandomApp random(seed, catalog::builtin_catalog());
    const std::string source = random.write(random.make());
    const driver::Checked compiled = driver::check({"random.zoom.yaml", source}, with_rules());
    REQUIRE(compiled.is_app);
    const std::string& manifest = compiled.manifest;
    const audit::Audit audited = audit::audit_manifest(
        {"app.manifest.json", manifest}, catalog::builtin_catalog(), rules::all_rules());
    INFO("seed " << seed << "\n" << source << "\n" << manifest);
    CHECK(mild_rejections(compiled.findings) == std::vector<std::string>{});
    CHECK(mild_rejections(audited.findings) == std::vector<std::string>{});
    if (!compiled.has_errors()) {
      CHECK(grave_kinds(audited.findings) == std::vector<std::string>{});
      ++clean;
    }
    if (const auto ids = rejections(compiled.findings); !ids.empty()) {
      CAPTURE(ids);
      CHECK(audited.verdict == ZoomVerdict::rejects);
      ++rejected;
    }
  }
  CHECK(clean > test::rounds(300));
  CHECK(rejected > test::rounds(300));
}

}  // namespace
}  // namespace zoomc::author
