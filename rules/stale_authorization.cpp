#include <fmt/core.h>

#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::stale_authorization {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "stale-authorization",
    .summary = "the app is published and an account is authorized with development credentials",
    .severity = Severity::warning,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::guide,
    .item = "reauthorization",
    .since = "0.1.0",
});

void check(const lint::LintContext& cx, lint::Reporter& report) {
  if (cx.app.stage_or_default() != model::Stage::published) return;
  for (const model::Account& account : cx.app.accounts) {
    const auto& with = account.authorized_with;
    if (!with || with->value != model::Environment::development) continue;
    Diagnostic found = report.make(
        with->span,
        fmt::format("the account {} authorized the app before it was published, with the "
                    "development credentials; it must connect again with those of production",
                    in_backticks(account.name.value)));
    if (cx.app.stage && !cx.app.stage->span.empty()) {
      found.labels.push_back({cx.app.stage->span, "the app is published"});
    }
    found.zoom = {ZoomVerdict::runtime, "its connections stop when the credentials are switched"};
    found.hints.push_back(
        "ask its users to connect again; then set `authorized_with: production` here");
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::stale_authorization
