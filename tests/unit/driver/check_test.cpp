#include "driver/check.h"

#include "catalog/builtin.h"
#include "rules/registry.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::driver;

namespace {

using Lines = std::vector<std::string>;

// "warning[unknown-scope]" a finding, notes left out.
Lines found(const std::string& text, CheckOptions options = {}) {
  options.catalog = &catalog::builtin_catalog();
  options.rules = rules::all_rules();
  Lines lines;
  for (const Diagnostic& one : check({"app.zoom.yaml", text}, options).findings) {
    if (one.severity == Severity::note) continue;
    lines.push_back(std::string(to_string(one.severity)) + "[" + std::string(one.id) + "]");
  }
  return lines;
}

const std::string kApp = "zoomc: 1\napp: {name: Acme}\nregion: eu\nextra_scopes: [everything]\n";

}  // namespace

TEST_CASE("settings and the command line reach the rules") {
  CHECK(found(kApp) == Lines{"warning[unknown-scope]"});
  config::ProjectConfig config;
  config.rules["unknown-scope"] = config::RuleLevel::error;
  config.policies = {{.id = "us-only", .allow = {{config::PolicyTarget::regions, {"us"}}}}};
  CHECK(found(kApp, {.config = &config}) ==
        Lines{"error[policy-violation]", "error[unknown-scope]"});
  CHECK(found(kApp, {.config = &config, .select = {"unknown-scope"}}) ==
        Lines{"error[unknown-scope]"});
  CHECK(found(kApp, {.config = &config, .ignore = {"unknown-scope"}}) ==
        Lines{"error[policy-violation]"});
}

TEST_CASE("what a phase reports stays, whatever is set") {
  const std::string app =
      kApp + "features: {meetings: raed} # zoomc: allow unknown-feature -- no\n";
  CHECK(found(app, {.select = {"unknown-event"}}) == Lines{"error[unknown-feature]"});
  CHECK(found(app) ==
        Lines{"warning[unknown-scope]", "error[unknown-feature]", "warning[unused-allowance]"});
}

TEST_CASE("an allowance is not called unused when the app is not seen as the file has it") {
  const std::string app =
      "zoomc: 1\napp: {name: Acme}\nregion: eu # zoomc: allow unknown-scope -- why\n";
  CHECK(found(app) == Lines{"warning[unused-allowance]"});
  CHECK(found(app, {.overrides = {.regions = {"us"}}}) == Lines{});
  CHECK(found(app, {.overrides = {.stage = model::Stage::testing}}) == Lines{});
  CHECK(found(app + "features: {meetings: raed}\n") == Lines{"error[unknown-feature]"});
}

TEST_CASE("an allowed error lets the app be compiled") {
  const std::string app =
      "zoomc: 1\napp: {name: Acme}\nregion: eu\noauth:\n"
      "  redirect_url: https://api-eu.unified.to/oauth/code/";
  CHECK(found(app) == Lines{"error[redirect-url-mismatch]"});
  CheckOptions options{.catalog = &catalog::builtin_catalog(), .rules = rules::all_rules()};
  const Checked allowed =
      check({"app.zoom.yaml", app + " # zoomc: allow redirect-url-mismatch -- ours\n"}, options);
  CHECK_FALSE(allowed.has_errors());
  CHECK(allowed.manifest.find("https://api-eu.unified.to/oauth/code/\"") != std::string::npos);
}

TEST_CASE("a finding of the manifest under a rule's id is that rule's") {
  std::string app =
      kApp +
      "manifest_extra:\n  features:\n    event_subscription:\n"
      "      enable: true\n      events:\n        - event_types: [meeting.rtms_started]\n";
  config::ProjectConfig config;
  config.rules["unknown-scope"] = config::RuleLevel::off;
  CHECK(found(app, {.config = &config}) == Lines{"error[rtms-event-in-manifest]"});
  config.rules["rtms-event-in-manifest"] = config::RuleLevel::warning;
  CHECK(found(app, {.config = &config}) == Lines{"warning[rtms-event-in-manifest]"});
  app.insert(app.size() - 1, " # zoomc: allow rtms-event-in-manifest -- stored later");
  CHECK(found(app, {.config = &config}) == Lines{});
}

TEST_CASE("a policy about what the command line says") {
  config::ProjectConfig config;
  config.policies = {{.id = "eu-only", .allow = {{config::PolicyTarget::regions, {"eu"}}}}};
  const CheckOptions options{.catalog = &catalog::builtin_catalog(),
                             .rules = rules::all_rules(),
                             .overrides = {.regions = {"us", "au"}},
                             .config = &config,
                             .select = {"policy-violation"}};
  const Checked checked = check({"app.zoom.yaml", kApp}, options);
  REQUIRE(checked.findings.size() == 1);
  const Diagnostic& only = checked.findings.front();
  CHECK(only.message == "policy `eu-only` does not allow the regions `us` and `au`");
  CHECK(only.primary_label == "the command line asks for them");
  CHECK(only.policy == "eu-only");
  // The override takes the place of the value, which keeps its span.
  CHECK(checked.analysis->file.slice(only.primary) == "eu");
}

TEST_CASE("what a policy says is cut to what people read") {
  config::ProjectConfig config;
  config.policies = {
      {.id = "none",
       .deny = {{config::PolicyTarget::scopes, {"*"}}},
       .allow = {{config::PolicyTarget::scopes, {"a", "b", "c", "d", "e", "f", "g"}}},
       .message = "  so\n  it   is" + std::string(400, '.') + "é" + std::string(400, 'x')}};
  const CheckOptions options{.catalog = &catalog::builtin_catalog(),
                             .rules = rules::all_rules(),
                             .config = &config,
                             .select = {"policy-violation"}};
  const Checked checked = check(
      {"app.zoom.yaml", "zoomc: 1\napp: {name: A}\nregion: eu\nfeatures: {webinars: manage}\n"},
      options);
  REQUIRE(checked.findings.size() == 2);
  CHECK(checked.findings[1].message.substr(0, 150) ==
        "policy `none` denies the scopes `webinar:delete:panelist`, `webinar:delete:registrant`, "
        "`webinar:delete:webinar`, `webinar:update:registrant_status`, ");
  CHECK(checked.findings[1].message.find(" and 3 more: so it is....") != std::string::npos);
  CHECK(checked.findings[1].message.size() < 550);
}

TEST_CASE("a value that an alias stands for elsewhere is not fixed, the alias is") {
  const auto fixes = [](const std::string& rest) {
    const CheckOptions options{.catalog = &catalog::builtin_catalog(), .rules = rules::all_rules()};
    std::size_t count = 0;
    const Checked checked = check({"app.zoom.yaml", "zoomc: 1\n" + rest}, options);
    for (const Diagnostic& one : checked.findings) count += one.fixes.size();
    return count;
  };
  CHECK(fixes("region: uss\napp: {name: Acme, purpose: uss}\n") == 1);
  CHECK(fixes("region: &r uss\napp: {name: Acme, purpose: b}\n") == 1);
  CHECK(fixes("region: &r uss\napp: {name: Acme, purpose: *r}\n") == 0);
  CHECK(fixes("app: {name: Acme, purpose: &r uss}\nregion: *r\n") == 1);
}
