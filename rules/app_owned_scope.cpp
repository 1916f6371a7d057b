#include <fmt/core.h>

#include "lint/extra_scope.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::app_owned_scope {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "app-owned-scope",
    .summary = "an extra scope is one that the app owns itself and no user grants",
    .severity = Severity::error,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::zoom,
    .item = "scopes",
    .since = "0.1.0",
});

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const std::vector<lint::ExtraScope>& all = cx.extra_scopes;
  for (const lint::ExtraScope& extra : all) {
    if (extra.problem != lint::ExtraScopeProblem::app_owned) continue;
    Diagnostic found =
        report.make(extra.text.span, fmt::format("{} belongs to the app itself: users do not grant "
                                                 "it, so a manifest cannot ask for it; remove it",
                                                 in_backticks(extra.text.value)));
    lint::label_repeats(extra, found);
    found.zoom.verdict = ZoomVerdict::rejects;
    found.hints.push_back("the app gets it with a token of the `client_credentials` grant");
    if (auto fix = lint::remove_scope(cx, all, extra)) found.fixes.push_back(*std::move(fix));
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::app_owned_scope
