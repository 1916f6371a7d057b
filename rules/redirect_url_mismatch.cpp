#include "lint/place.h"
#include "lint/redirect_difference.h"
#include "lint/rule.h"

namespace zoomc::rules::redirect_url_mismatch {

extern constexpr RuleInfo kInfo = checked({
    .id = "redirect-url-mismatch",
    .summary = "the redirect URL differs from the one the platform sends",
    .severity = Severity::error,
    .fix = FixPromise::always,
});

namespace {

void check_value(const LintContext& cx, const Text& written, Reporter& report) {
  const ResolvedApp& app = cx.resolved;
  const std::string& expected = *app.oauth.expected_redirect;
  const auto difference = redirect_difference(written.value, expected, *app.platform);
  if (!difference) return;
  Diagnostic found = report.make(place_in(cx.file, written, difference->begin, difference->end),
                                 "redirect URL " + difference->says);
  found.primary_label = difference->action;
  const Region& region = *app.regions.front();
  if (!cx.app.regions.front().span.empty()) {
    found.labels.push_back(
        {cx.app.regions.front().span,
         "the " + std::string(region.title) + " workspace sends `" + expected + "`"});
  }
  found.zoom = {ZoomVerdict::accepts, "users then see `Invalid redirect url` (4700)"};
  found.fixes.push_back(
      {FixSafety::safe, "`" + expected + "`", {replace_value(cx.file, written, expected)}});
  report.report(std::move(found));
}

}  // namespace

void check(const LintContext& cx, Reporter& report) {
  if (!cx.app.oauth.redirect_url || !cx.resolved.oauth.expected_redirect) return;
  const PerEnvironment& written = *cx.app.oauth.redirect_url;
  if (written.development) check_value(cx, *written.development, report);
  const bool same_place = written.development && written.production &&
                          written.development->span == written.production->span;
  if (written.production && !same_place) check_value(cx, *written.production, report);
}

}  // namespace zoomc::rules::redirect_url_mismatch
