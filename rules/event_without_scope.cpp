#include <fmt/core.h>

#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::event_without_scope {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "event-without-scope",
    .summary = "the catalog knows no scope for an event",
    .severity = Severity::warning,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::zoom,
    .item = "scopes",
    .since = "0.1.0",
});

void check(const lint::LintContext& cx, lint::Reporter& report) {
  for (const resolve::Request& request : cx.resolved.requests) {
    if (request.kind != resolve::RequestKind::event || !request.row) continue;
    const catalog::Event& event = cx.catalog.events[*request.row];
    // Zoom's page says that nothing needs to be asked for.
    const bool needs_none = event.basis == catalog::EventBasis::none;
    if (needs_none || !event.scopes(cx.resolved.model).empty()) continue;
    Diagnostic found = report.make(
        request.span,
        fmt::format("no {} scope is known for the event {}, so the manifest asks for none",
                    catalog::to_string(cx.resolved.model), in_backticks(event.name)));
    found.zoom.text =
        "if it needs one, subscribing fails with `The event is not allowed for the app: …` (1602)";
    found.hints.push_back("if Zoom's page names a scope, add it under `extra_scopes`");
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::event_without_scope
