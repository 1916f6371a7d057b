#include "lint/rule.h"
#include "lint/subjects.h"
#include "text/quote.h"

namespace zoomc::rules::phone_not_licensed {

extern constexpr RuleInfo kInfo = checked({
    .id = "phone-not-licensed",
    .summary = "the app uses Zoom Phone and an account that is to connect does not have it",
    .severity = Severity::warning,
    .fix = FixPromise::never,
});

void check(const LintContext& cx, Reporter& report) {
  const auto phone = subjects_of_product(cx, "phone");
  if (phone.empty()) return;
  for (const Account& account : cx.app.accounts) {
    const auto& has_phone = account.zoom_phone;
    if (!has_phone || has_phone->value) continue;
    Diagnostic found = report.make(
        has_phone->span, "the account " + quoted(account.name.value) + " has no Zoom Phone, and " +
                             names_of(phone) + (phone.size() == 1 ? " needs" : " need") +
                             " a Zoom Phone license on the account that connects");
    found.labels.push_back({phone.front()->span, "needs Zoom Phone"});
    found.zoom = {ZoomVerdict::runtime, "no calls and no recordings arrive"};
    found.hints.push_back(
        "have its admin enable Zoom Phone, then set `zoom_phone: true` here; or leave the account "
        "to an app without phone");
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::phone_not_licensed
