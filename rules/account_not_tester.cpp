#include <fmt/core.h>

#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::account_not_tester {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "account-not-tester",
    .summary = "an account of someone else will connect to an app in testing and is not a tester",
    .severity = Severity::warning,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::guide,
    .item = "tester",
    .since = "0.1.0",
});

void check(const lint::LintContext& cx, lint::Reporter& report) {
  if (cx.app.stage_or_default() != model::Stage::testing) return;
  for (const model::Account& account : cx.app.accounts) {
    const bool own = account.same_account && account.same_account->value;
    const bool tester = account.tester && account.tester->value;
    if (own || tester) continue;
    Diagnostic found =
        report.make(account.name.span,
                    fmt::format("the account {} cannot connect yet: the app is in testing and the "
                                "account is neither the app's own nor an authorized tester",
                                in_backticks(account.name.value)));
    if (account.tester) found.labels.push_back({account.tester->span, "not a tester"});
    found.zoom = {ZoomVerdict::runtime, "its users see `You cannot authorize …`"};
    found.hints.push_back(fmt::format(
        "in Marketplace, open the app, then Local Test or Authorized testers, and add {}; then set "
        "`tester: true` here",
        account.email ? in_backticks(account.email->value) : "the email of the account"));
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::account_not_tester
