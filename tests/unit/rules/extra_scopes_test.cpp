#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catalog/builtin.h"
#include "driver/fix.h"
#include "rules/registry.h"
#include "support/catch.h"

// The rules about scopes asked for by hand, over the whole catalog: one scope, one finding.
namespace zoomc {
namespace {

constexpr std::array<std::string_view, 7> kScopeRules{
    "unknown-scope", "app-owned-scope", "master-scope",  "scope-level-mismatch",
    "classic-scope", "duplicate-scope", "unneeded-scope"};

bool is_scope_rule(std::string_view id) {
  return std::find(kScopeRules.begin(), kScopeRules.end(), id) != kScopeRules.end();
}

std::vector<std::string_view> all_names() {
  std::vector<std::string_view> names;
  for (const catalog::Scope& scope : catalog::builtin_catalog().scopes) {
    if (names.empty() || names.back() != scope.name) names.push_back(scope.name);
  }
  return names;
}

std::string app_of(const std::string& managed_by, const std::string& vocabulary,
                   const std::vector<std::string_view>& extra_scopes) {
  std::string text = "zoomc: 1\napp: {name: Acme}\nregion: us\nmanaged_by: " + managed_by +
                     "\nscope_names: " + vocabulary + "\nextra_scopes:\n";
  for (const std::string_view name : extra_scopes) text.append("  - ").append(name).append("\n");
  return text;
}

driver::Checked lint_app(const std::string& text) {
  return driver::check({"app.zoom.yaml", text},
                       {.catalog = &catalog::builtin_catalog(), .rules = rules::all_rules()});
}

// The ids of the scope rules' findings by the scope they point at.
std::map<std::string, std::vector<std::string>> findings_by_scope(const std::string& text) {
  std::map<std::string, std::vector<std::string>> ids;
  const driver::Checked checked = lint_app(text);
  for (const Diagnostic& found : checked.findings) {
    if (!is_scope_rule(found.id)) continue;
    ids[std::string(checked.analysis->file.slice(found.primary))].emplace_back(found.id);
  }
  return ids;
}

// What DESIGN says in the plainest way: the first that fits.
std::string expected_id(std::string_view name, catalog::Level level) {
  std::optional<catalog::Scope> row;
  for (const catalog::Scope& scope : catalog::builtin_catalog().scopes) {
    if (scope.name == name && (!row || scope.model == catalog::ScopeModel::granular)) row = scope;
  }
  if (!row) return "unknown-scope";
  if (row->level == catalog::Level::app) return "app-owned-scope";
  if (row->level == catalog::Level::master) return "master-scope";
  if (row->level != level) return "scope-level-mismatch";
  if (row->model == catalog::ScopeModel::classic) return "classic-scope";
  const std::string_view sign_in =
      level == catalog::Level::admin ? "user:read:user:admin" : "user:read:user";
  if (name == sign_in) return "duplicate-scope";
  // Zoom adds it beside the list of meetings, which is there too.
  return name == "meeting:read:meeting" ? "" : "unneeded-scope";
}

TEST_CASE("every scope of the catalog has the one finding that fits first") {
  const std::vector<std::string_view> names = all_names();
  for (const char* managed_by : {"user", "admin"}) {
    const catalog::Level level =
        std::string(managed_by) == "user" ? catalog::Level::user : catalog::Level::admin;
    const auto ids = findings_by_scope(app_of(managed_by, "granular", names));
    std::set<std::string> wrong;
    for (const std::string_view name : names) {
      const std::string expected = expected_id(name, level);
      const auto found = ids.find(std::string(name));
      const bool same = found == ids.end() ? expected.empty()
                                           : found->second == std::vector<std::string>{expected};
      if (!same) wrong.emplace(name);
    }
    INFO(managed_by);
    CHECK(wrong == std::set<std::string>{});
  }
}

TEST_CASE(
    "in the classic vocabulary no name is called classic, and the chosen scope is a duplicate") {
  const auto ids = findings_by_scope(
      app_of("admin", "classic", {"user:read:admin", "user:write:admin", "user:read:user:admin"}));
  CHECK(ids == std::map<std::string, std::vector<std::string>>{
                   {"user:read:admin", {"duplicate-scope"}},
                   {"user:write:admin", {"unneeded-scope"}},
                   {"user:read:user:admin", {"unneeded-scope"}}});
}

TEST_CASE("of a file of nothing but wrong scopes what was put right stays, once") {
  const std::string app =
      app_of("admin", "granular",
             {"user:read:user:admin", "meeting:read:admin", "user:read:user:admin",
              "account:master", "marketplace:write:event_subscription", "meeting:read:summary",
              "meeting:read:sumary:admin", "meeting:read:summary:master"}) +
      "features: {meetings: [read]}\n";
  const driver::Fixed fixed =
      driver::fix({"app.zoom.yaml", app},
                  {.catalog = &catalog::builtin_catalog(), .rules = rules::all_rules()}, true);
  CHECK(fixed.text ==
        "zoomc: 1\napp: {name: Acme}\nregion: us\nmanaged_by: admin\nscope_names: granular\n"
        "extra_scopes:\n  - meeting:read:summary:admin\nfeatures: {meetings: [read]}\n");
  CHECK_FALSE(fixed.checked.has_errors());
}

// "`phone:read:call_log:admin` allows reading one call, not the list" and the like.
TEST_CASE("the guide's names fall short for the features that the catalog says, and for no other") {
  std::set<std::string_view> insufficient;
  std::set<std::string_view> expected;
  for (const catalog::Feature& feature : catalog::builtin_catalog().features) {
    if (feature.action().empty()) continue;
    if (!feature.guide_shortfall.empty()) expected.insert(feature.name);
    const driver::Checked checked =
        lint_app("zoomc: 1\napp: {name: Acme}\nregion: us\nscope_names: guide\n" +
                 std::string("features: {") + std::string(feature.group()) + ": [" +
                 std::string(feature.action()) + "]}\n");
    for (const Diagnostic& found : checked.findings) {
      if (found.id == "guide-scope-insufficient") insufficient.insert(feature.name);
    }
  }
  CHECK(insufficient == expected);
  CHECK(insufficient.count("phone.call_history") == 1);
  CHECK(insufficient.count("meetings.read") == 0);
}

}  // namespace
}  // namespace zoomc
