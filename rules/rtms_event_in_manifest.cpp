#include <algorithm>
#include <fmt/core.h>

#include "catalog/manifest_limits.h"
#include "edit/collection.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::rtms_event_in_manifest {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "rtms-event-in-manifest",
    .summary = "an event of real-time media streams, which Zoom does not accept in a manifest",
    .severity = Severity::error,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::zoom,
    .item = kItemOfPlace,
    .since = "0.1.0",
});

namespace {

bool is_rtms(const Text& type) {
  return catalog::is_rtms_event(type.value);
}

void report_type(const lint::LintContext& cx, const Text& type, bool may_go,
                 lint::Reporter& report) {
  Diagnostic found = report.make(
      type.span,
      fmt::format("{} is an event of real-time media streams, which Zoom does not accept in a "
                  "manifest; remove it here and subscribe to it in Marketplace",
                  in_backticks(type.value)));
  found.zoom = {ZoomVerdict::rejects, "a later update of the app can still store it"};
  const syntax::Node* list = may_go ? edit::find_list_of(cx.document.root, type.span) : nullptr;
  const auto edit =
      list == nullptr ? std::nullopt : edit::remove_item(cx.file, cx.document, *list, type.span);
  if (edit) found.fixes.push_back({FixSafety::unsafe, "remove it", {*edit}, FixKind::remove});
  if (!may_go) found.hints.push_back("the subscription would then be empty: remove all of it");
  report.report(std::move(found));
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  for (const model::Subscription& subscription : cx.app.events) {
    // A subscription without types is a mistake of its own.
    const bool others_stay =
        !std::all_of(subscription.types.begin(), subscription.types.end(), is_rtms);
    for (const Text& type : subscription.types) {
      if (is_rtms(type)) report_type(cx, type, others_stay, report);
    }
  }
}

}  // namespace zoomc::rules::rtms_event_in_manifest
