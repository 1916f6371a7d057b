#include <algorithm>
#include <fmt/core.h>

#include "lint/requests.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::phone_not_licensed {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "phone-not-licensed",
    .summary = "the app uses Zoom Phone and an account that is to connect does not have it",
    .severity = Severity::warning,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::guide,
    .item = "phone-license",
    .since = "0.1.0",
});

namespace {

bool lacks_phone(const model::Account& account) {
  return account.zoom_phone && !account.zoom_phone->value;
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const auto& accounts = cx.app.accounts;
  if (std::none_of(accounts.begin(), accounts.end(), lacks_phone)) return;
  const auto phone = lint::requests_of_product(cx, "phone");
  if (phone.empty()) return;
  for (const model::Account& account : accounts) {
    if (!lacks_phone(account)) continue;
    const auto& has_phone = account.zoom_phone;
    Diagnostic found = report.make(
        has_phone->span, fmt::format("the account {} has no Zoom Phone, and {} {} a Zoom Phone "
                                     "license on the account that connects",
                                     in_backticks(account.name.value), lint::names_of(phone),
                                     phone.size() == 1 ? "needs" : "need"));
    found.labels.push_back({phone.front()->span, "needs Zoom Phone"});
    found.zoom = {ZoomVerdict::runtime, "no calls and no recordings arrive"};
    found.hints.push_back(
        "ask its admin to enable Zoom Phone, then set `zoom_phone: true` here; or use an app "
        "without phone for this account");
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::phone_not_licensed
