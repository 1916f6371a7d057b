#include "edit/scalar.h"
#include "lint/redirect_difference.h"
#include "lint/rule.h"
#include "lint/url_values.h"

namespace zoomc::rules::redirect_url_mismatch {

extern constexpr RuleInfo kInfo = checked({
    .id = "redirect-url-mismatch",
    .summary = "the redirect URL differs from the one the platform sends",
    .severity = Severity::error,
    .fix = FixPromise::always,
    .applies_to = AppliesTo::both,
    .sources = Source::guide,
    .item = "redirect-url",
    .since = "0.1.0",
});

namespace {

void report_difference(const LintContext& cx, const Text& written, Reporter& report) {
  const ResolvedApp& app = cx.resolved;
  const std::string& expected = *app.oauth.expected_redirect;
  const auto difference = redirect_difference(written.value, expected, *app.platform);
  Diagnostic found = report.make(place_in(cx.file, written, difference->begin, difference->end),
                                 "redirect URL " + difference->says);
  found.primary_label = difference->action;
  const Region& region = *app.regions.front();
  if (!cx.app.regions.front().span.empty()) {
    found.labels.push_back(
        {cx.app.regions.front().span,
         "the " + std::string(region.title) + " workspace sends `" + expected + "`"});
  }
  found.zoom = effect_of_broken_url(UrlRole::redirect);
  found.fixes = offer_url(cx.file, written, FixSafety::safe, expected);
  report.report(std::move(found));
}

}  // namespace

void check(const LintContext& cx, Reporter& report) {
  for (const UrlValue& url : cx.urls) {
    if (url.problem == UrlProblem::mismatch) report_difference(cx, url.text, report);
  }
}

}  // namespace zoomc::rules::redirect_url_mismatch
