#include <fmt/core.h>
#include <string>

#include "edit/scalar.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::credential_environment_mismatch {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "credential-environment-mismatch",
    .summary = "the credentials are for another environment than the app's stage needs",
    .severity = Severity::warning,
    .fix = FixPromise::always,
    .applies_to = AppliesTo::app,
    .sources = Source::guide,
    .item = "credentials",
    .since = "0.1.0",
});

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const auto& written = cx.app.credentials.environment;
  if (!written || cx.app.find_unread("stage") != nullptr) return;
  const bool published = cx.app.stage_or_default() == model::Stage::published;
  const model::Environment wanted =
      published ? model::Environment::production : model::Environment::development;
  if (written->value == wanted) return;
  const std::string word(model::to_string(wanted));
  Diagnostic found = report.make(
      written->span, published ? "the app is published and the credentials are still those of "
                                 "development; use those of production"
                               : "the app is in testing and the credentials are those of "
                                 "production; use those of development until it is published");
  if (cx.app.stage && !cx.app.stage->span.empty()) {
    found.labels.push_back({cx.app.stage->span, "the app's stage is set here"});
  }
  found.zoom = {ZoomVerdict::runtime, "Zoom answers the wrong pair with `Invalid client.` (4702)"};
  const catalog::Platform* platform = cx.resolved.platform;
  found.hints.push_back(
      platform != nullptr && !platform->integrations.empty()
          ? fmt::format("in {}'s dashboard, under Integrations, enter the {} Client ID and Secret "
                        "from the app's Basic Information in Marketplace",
                        platform->title, word)
          : fmt::format("give the app its {} Client ID and Secret from the app's Basic Information "
                        "in Marketplace",
                        word));
  found.fixes.push_back({FixSafety::unsafe,
                         in_backticks(word),
                         {edit::replace_value(cx.file, {"", written->span, written->key}, word)}});
  report.report(std::move(found));
}

}  // namespace zoomc::rules::credential_environment_mismatch
