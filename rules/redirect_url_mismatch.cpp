#include <fmt/core.h>

#include "edit/scalar.h"
#include "lint/redirect_difference.h"
#include "lint/rule.h"
#include "lint/url_values.h"

namespace zoomc::rules::redirect_url_mismatch {

extern constexpr lint::RuleInfo kInfo = lint::checked({
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

void report_difference(const lint::LintContext& cx, const Text& written, lint::Reporter& report) {
  const resolve::ResolvedApp& app = cx.resolved;
  const std::string& expected = *app.oauth.expected_redirect;
  const auto difference = lint::redirect_difference(written.value, expected, *app.platform);
  Diagnostic found =
      report.make(edit::place_in(cx.file, written, difference->begin, difference->end),
                  fmt::format("redirect URL {}", difference->says));
  found.primary_label = difference->action;
  const catalog::Region& region = *app.regions.front();
  if (!cx.app.regions.front().span.empty()) {
    found.labels.push_back({cx.app.regions.front().span,
                            fmt::format("the {} workspace sends `{}`", region.title, expected)});
  }
  found.zoom = lint::effect_of_broken_url(lint::UrlRole::redirect);
  found.fixes = edit::offer_url(cx.file, written, FixSafety::safe, expected);
  report.report(std::move(found));
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  for (const lint::UrlValue& url : cx.urls) {
    if (url.problem == lint::UrlProblem::mismatch) report_difference(cx, url.text, report);
  }
}

}  // namespace zoomc::rules::redirect_url_mismatch
