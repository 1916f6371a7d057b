#include <fmt/core.h>
#include <string>

#include "catalog/manifest_limits.h"
#include "lint/rule.h"

namespace zoomc::rules::too_many_subscriptions {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "too-many-subscriptions",
    .summary = "the app has more than 20 event subscriptions",
    .severity = Severity::error,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::zoom,
    .item = kItemOfPlace,
    .since = "0.1.0",
});

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const auto& events = cx.app.events;
  if (events.size() <= catalog::kMaxEventSubscriptions) return;
  const model::Subscription& first_over = events[catalog::kMaxEventSubscriptions];
  const Span place = first_over.name.span.empty() ? first_over.span : first_over.name.span;
  Diagnostic found =
      report.make(place, fmt::format("the app has {} event subscriptions and Zoom accepts at most "
                                     "{}; put events that go to the same URL into one",
                                     events.size(), catalog::kMaxEventSubscriptions));
  found.primary_label = "past the limit";
  found.zoom.verdict = ZoomVerdict::rejects;
  report.report(std::move(found));
}

}  // namespace zoomc::rules::too_many_subscriptions
