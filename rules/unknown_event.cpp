#include "lint/rule.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::rules::unknown_event {

extern constexpr RuleInfo kInfo = checked({
    .id = "unknown-event",
    .summary = "an event type is not in the catalog",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
});

namespace {

// As for scopes: no more suggestions than a person would read.
constexpr std::size_t kMaxSuggestions = 100;

}  // namespace

void check(const LintContext& cx, Reporter& report) {
  std::vector<std::string_view> names;
  for (const Event& event : cx.catalog.events) names.push_back(event.name);
  std::size_t suggestions = 0;
  for (const Subject& subject : cx.resolved.subjects) {
    if (subject.kind != SubjectKind::event || subject.row) continue;
    Diagnostic found = report.make(subject.span, "unknown event " + quoted(subject.key) +
                                                     ": it stays in the manifest without a scope");
    found.zoom = {ZoomVerdict::runtime, "an event that Zoom does not know never arrives"};
    const auto near = suggestions++ < kMaxSuggestions ? nearest(subject.key, names) : std::nullopt;
    if (near) {
      found.fixes.push_back(
          {FixSafety::unsafe, quoted(*near), {{subject.span, std::string(*near)}}});
    }
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::unknown_event
