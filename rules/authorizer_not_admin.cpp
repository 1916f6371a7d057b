#include <fmt/core.h>

#include "lint/level.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::authorizer_not_admin {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "authorizer-not-admin",
    .summary = "a plain member of an account is to connect an admin-managed app",
    .severity = Severity::warning,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::guide,
    .item = "authorizer",
    .since = "0.1.0",
});

void check(const lint::LintContext& cx, lint::Reporter& report) {
  if (!cx.resolved.is_admin() || !lint::is_level_known(cx)) return;
  const auto reason = lint::level_label(cx);
  for (const model::Account& account : cx.app.accounts) {
    const auto& authorizer = account.authorizer;
    if (!authorizer || authorizer->value != model::Authorizer::member) continue;
    Diagnostic found = report.make(
        authorizer->span, fmt::format("a plain member cannot connect the account {}: the app is "
                                      "admin-managed; ask the account's owner or an admin to do it",
                                      in_backticks(account.name.value)));
    if (reason) found.labels.push_back(*reason);
    found.zoom = {ZoomVerdict::runtime,
                  "the member sees `An account admin is required to install this type of app.`"};
    found.hints.push_back("then set `authorizer: admin` or `authorizer: owner` here");
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::authorizer_not_admin
