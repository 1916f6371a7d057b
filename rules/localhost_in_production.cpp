#include <fmt/core.h>
#include <string>

#include "edit/scalar.h"
#include "lint/rule.h"
#include "lint/url.h"
#include "lint/url_values.h"
#include "text/quote.h"

namespace zoomc::rules::localhost_in_production {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "localhost-in-production",
    .summary = "a production URL is on the developer's own computer",
    .severity = Severity::error,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::both,
    .sources = Source::review,
    .item = kItemOfPlace,
    .since = "0.1.0",
});

namespace {

ZoomEffect effect(lint::UrlRole role) {
  const bool is_opened = role == lint::UrlRole::redirect || role == lint::UrlRole::home;
  if (is_opened) return {ZoomVerdict::runtime, "users are sent to their own computer"};
  return lint::effect_of_broken_url(role);
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  for (const lint::UrlValue& url : cx.urls) {
    if (url.problem != lint::UrlProblem::localhost) continue;
    const lint::UrlPart host = lint::split_url(url.text.value).host;
    const std::string name = in_backticks(host.of(url.text.value));
    std::string message =
        url.for_both ? fmt::format(
                           "{} is on {}, which for everybody else is their own computer, and it is "
                           "used in production too; write `{{development: …, production: …}}`",
                           url.name, name)
                     : fmt::format(
                           "{} is on {}, which for everybody else is their own computer; write a "
                           "URL that everybody can reach",
                           url.name, name);
    Diagnostic found =
        report.make(edit::place_in(cx.file, url.text, host.begin, host.end), std::move(message));
    found.zoom = effect(url.role);
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::localhost_in_production
