#include "lint/rule.h"
#include "lint/url_values.h"

namespace zoomc::rules::insecure_webhook_url {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "insecure-webhook-url",
    .summary = "a webhook URL begins with `http`",
    .severity = Severity::error,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::both,
    .sources = Source::zoom,
    .item = kItemOfPlace,
    .since = "0.1.0",
});

void check(const lint::LintContext& cx, lint::Reporter& report) {
  for (const lint::UrlValue& url : cx.urls) {
    if (url.problem != lint::UrlProblem::insecure || url.role != lint::UrlRole::webhook) continue;
    report.report(lint::describe_insecure_scheme(cx, url, report));
  }
}

}  // namespace zoomc::rules::insecure_webhook_url
