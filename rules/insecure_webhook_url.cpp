#include "lint/rule.h"
#include "lint/url_values.h"

namespace zoomc::rules::insecure_webhook_url {

extern constexpr RuleInfo kInfo = checked({
    .id = "insecure-webhook-url",
    .summary = "a webhook URL begins with `http`",
    .severity = Severity::error,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::both,
    .sources = Source::zoom,
    .item = kItemOfPlace,
    .since = "0.1.0",
});

void check(const LintContext& cx, Reporter& report) {
  for (const UrlValue& url : cx.urls) {
    if (url.problem != UrlProblem::insecure || url.role != UrlRole::webhook) continue;
    report.report(describe_insecure_scheme(cx, url, report));
  }
}

}  // namespace zoomc::rules::insecure_webhook_url
