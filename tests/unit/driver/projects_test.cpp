#include "driver/projects.h"

#include "rules/registry.h"
#include "support/catch.h"
#include "support/memory_file_system.h"

using namespace zoomc;
using namespace zoomc::driver;

TEST_CASE("each file gets the nearest settings, read once") {
  const MemoryFileSystem files{
      {".zoomc.yaml", "lint: {rules: {unknown-scope: error}, exclude: [old/]}\n"},
      {"apps/.zoomc.yaml", "lint: {exclude: ['*.draft.zoom.yaml']}\n"}};
  Projects projects(files, "/srv", rules::all_rules());
  const auto outer = projects.find("a.zoom.yaml");
  REQUIRE(outer);
  REQUIRE(outer->loaded != nullptr);
  CHECK(outer->loaded->file.path == ".zoomc.yaml");
  CHECK(outer->config()->find_level("unknown-scope") == config::RuleLevel::error);
  CHECK_FALSE(outer->excluded);
  CHECK(projects.find("b.zoom.yaml")->loaded == outer->loaded);
  CHECK(projects.find("old/b.zoom.yaml")->excluded);

  const auto inner = projects.find("apps/a.draft.zoom.yaml");
  REQUIRE(inner);
  CHECK(inner->loaded->file.path == "apps/.zoomc.yaml");
  CHECK(inner->excluded);
  CHECK_FALSE(projects.find("apps/old/a.zoom.yaml")->excluded);
  CHECK(inner->config()->find_level("unknown-scope") == std::nullopt);
}

TEST_CASE("without settings nothing is set") {
  const MemoryFileSystem files;
  Projects projects(files, "/srv", rules::all_rules());
  const auto project = projects.find("a.zoom.yaml");
  REQUIRE(project);
  CHECK(project->loaded == nullptr);
  CHECK(project->config() == nullptr);
  CHECK_FALSE(project->excluded);
}

TEST_CASE("settings that cannot be read, and settings with mistakes") {
  MemoryFileSystem files{{"a/.zoomc.yaml", ""},
                         {"b/.zoomc.yaml", "lint: {rules: {no-rule: off}}\n"}};
  files.fail_reads("a/.zoomc.yaml");
  Projects projects(files, "/srv", rules::all_rules());
  const auto unreadable = projects.find("a/a.zoom.yaml");
  REQUIRE_FALSE(unreadable);
  CHECK(unreadable.error().message == "cannot read `a/.zoomc.yaml`: permission denied");
  const auto mistaken = projects.find("b/b.zoom.yaml");
  REQUIRE(mistaken);
  CHECK(mistaken->loaded->has_errors());
  REQUIRE(mistaken->loaded->findings.size() == 1);
  CHECK(mistaken->loaded->findings[0].message == "unknown rule `no-rule`");
}

TEST_CASE("settings know the rules of the linter and what the phases report") {
  const MemoryFileSystem files{{".zoomc.yaml",
                                "lint:\n"
                                "  rules:\n"
                                "    redirect-url-mismatch: warning\n"
                                "    unknown-feature: off\n"
                                "    yaml-syntax: off\n"
                                "    missing-key: off\n"
                                "    manifest-extra-conflict: off\n"}};
  const auto loaded = load_config(files, ".zoomc.yaml", rules::all_rules());
  REQUIRE(loaded);
  REQUIRE(loaded->findings.size() == 4);
  for (const Diagnostic& found : loaded->findings) CHECK(found.id == "fixed-rule");
}
