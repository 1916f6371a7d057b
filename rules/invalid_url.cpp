#include <fmt/core.h>

#include "edit/scalar.h"
#include "lint/rule.h"
#include "lint/url_problem.h"
#include "lint/url_values.h"

namespace zoomc::rules::invalid_url {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "invalid-url",
    .summary = "a URL is not absolute, or a redirect has a part that redirects may not have",
    .severity = Severity::error,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::both,
    .sources = Source::zoom | Source::review,
    .item = kItemOfPlace,
    .since = "0.1.0",
});

void check(const lint::LintContext& cx, lint::Reporter& report) {
  for (const lint::UrlValue& url : cx.urls) {
    if (url.problem != lint::UrlProblem::invalid) continue;
    const bool is_redirect =
        url.role == lint::UrlRole::redirect || url.role == lint::UrlRole::list_entry;
    const auto fault = lint::find_url_fault(url.text.value, is_redirect);
    Diagnostic found = report.make(edit::place_in(cx.file, url.text, fault->begin, fault->end),
                                   fmt::format("{} {}", url.name, fault->says));
    found.primary_label = fault->action;
    found.zoom = lint::effect_of_broken_url(url.role);
    if (fault->meant) {
      found.fixes = edit::offer_url(cx.file, url.text, fault->safety, *fault->meant);
    }
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::invalid_url
