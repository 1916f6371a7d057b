#include "driver/add_allowances.h"

#include "catalog/builtin.h"
#include "lint/suppression_edit.h"
#include "rules/registry.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::driver;

namespace {

CheckOptions options() {
  return {.catalog = &catalog::builtin_catalog(), .rules = rules::all_rules()};
}

WithAllowances run(const std::string& text, const CheckOptions& settings = options()) {
  return add_allowances({"app.zoom.yaml", text}, settings, "as it was");
}

// What is left of warnings and errors, by id.
std::vector<std::string> left(const WithAllowances& made) {
  std::vector<std::string> ids;
  for (const Diagnostic& found : made.checked.findings) {
    if (found.severity != Severity::note) ids.emplace_back(found.id);
  }
  return ids;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("every finding gets its allowance, and a second run finds nothing to do") {
  const std::string app = R"(zoomc: 1
app:
  name: Acme Official Sync
region: eu
extra_scopes: [everything, anything]
oauth:
  redirect_url: https://api-eu.unified.to/oauth/code/
)";
  const WithAllowances made = run(app);
  CHECK(left(made) == Lines{});
  CHECK(made.allowed == 4);
  CHECK(made.text == R"(zoomc: 1
app:
  # zoomc: allow official-in-name -- as it was
  name: Acme Official Sync
region: eu
# zoomc: allow unknown-scope -- as it was
extra_scopes: [everything, anything]
oauth:
  # zoomc: allow redirect-url-mismatch -- as it was
  redirect_url: https://api-eu.unified.to/oauth/code/
)");
  const WithAllowances again = run(made.text);
  CHECK(again.allowed == 0);
  CHECK(again.text == made.text);
  CHECK(left(again) == Lines{});
}

TEST_CASE("policies are allowed by name, next to allowances that are there") {
  config::ProjectConfig config;
  config.policies = {{.id = "eu-only", .allow = {{config::PolicyTarget::regions, {"eu"}}}},
                     {.id = "no-us", .deny = {{config::PolicyTarget::regions, {"us"}}}}};
  CheckOptions settings = options();
  settings.config = &config;
  const WithAllowances made = run(
      "zoomc: 1\napp: {name: Acme}\n# zoomc: allow policy-violation/no-us -- agreed\nregion: us\n",
      settings);
  CHECK(left(made) == Lines{});
  CHECK(made.allowed == 1);
  CHECK(made.text ==
        "zoomc: 1\napp: {name: Acme}\n# zoomc: allow policy-violation/no-us -- agreed\n"
        "# zoomc: allow policy-violation/eu-only -- as it was\nregion: us\n");
}

TEST_CASE("what cannot be allowed stays as it is") {
  const std::string app =
      "zoomc: 1\napp: {name: Acme}\nregion: eu\nfeatures: {meetings: raed}\n"
      "extra_scopes: [everything] # zoomc: allow unknown-scope\n";
  const WithAllowances made = run(app);
  CHECK(made.text == app);
  CHECK(made.allowed == 0);
  CHECK(left(made) == Lines{"unknown-feature", "allowance-without-reason"});
  const WithAllowances broken = run("zoomc: [\n");
  CHECK(broken.text == "zoomc: [\n");
  CHECK(left(broken) == Lines{"yaml-syntax"});
}

TEST_CASE("notes need no allowance") {
  const std::string app = "zoomc: 1\napp: {name: Acme}\nregion: eu\nfeatures: {meetings: read}\n";
  const WithAllowances made = run(app);
  CHECK(made.text == app);
  CHECK_FALSE(made.checked.findings.empty());
}

// Wherever in whatever shape of file the finding stands, the file means the same afterwards and the
// finding is gone. `S` stands for a scope that is in no list.
TEST_CASE("all shapes of files") {
  const std::string head = "zoomc: 1\napp: {name: Acme}\nregion: eu\n";
  for (const std::string& shape : std::vector<std::string>{
           "extra_scopes: [S]\n", "extra_scopes: [\n  S,\n  T, # mine\n  U\n]\n",
           "extra_scopes:\n- S\n- T # mine\n\n-   U\n", "extra_scopes:\n  - 'S'\n  -\n    \"T\"\n",
           "extra_scopes: &s\n  - S\n  - T\noptional: *s\n", "extra_scopes: !!seq\n  - !!str S\n",
           "extra_scopes: [\"S\n  S\", T, U]\n", "extra_scopes: [\"S\n  S\", \"T\n  T\", U]\n",
           "extra_scopes:\n  - |\n    S\n    S\n  - >+\n    T\n\n  - |-\n    U\n",
           "extra_scopes:\n  - |+\n    S\n\n\n\n  - T\n",
           "extra_scopes: [S] # one\n# two\n\n# three\n", "? extra_scopes\n: - S\n  - T\n",
           "extra_scopes:\n\n\n  - S\n...\n", "extra_scopes: [S, T\n\n  , U]"}) {
    for (const char* line_break : {"\n", "\r\n", "\r"}) {
      std::string text;
      for (const char c : head + shape) text += c == '\n' ? line_break : std::string(1, c);
      INFO(text);
      const WithAllowances made = run(text);
      CHECK(left(made) == Lines{});
      CHECK(made.allowed > 0);
      CHECK(run(made.text).text == made.text);
    }
  }
}
