#include <algorithm>
#include <fmt/core.h>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "edit/scalar.h"
#include "lint/rule.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::rules::unknown_event {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "unknown-event",
    .summary = "an event type is not in the catalog",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::zoom,
    .item = kItemOfPlace,
    .since = "0.1.0",
});

namespace {

// No more suggestions than a person would read, as for scopes.
constexpr std::size_t kMaxSuggestions = 100;
constexpr std::size_t kMaxLabels = 5;

using Places = std::unordered_map<std::string_view, std::vector<const Text*>>;

bool is_unknown(const resolve::Request& request) {
  return request.kind == resolve::RequestKind::event && !request.row;
}

// The places where the subscriptions name each event.
Places places_of_events(const model::App& app) {
  Places places;
  for (const model::Subscription& subscription : app.events) {
    for (const Text& type : subscription.types) places[type.value].push_back(&type);
  }
  return places;
}

Fix replace_event(const lint::LintContext& cx, const std::vector<const Text*>& places,
                  std::string_view name) {
  Fix fix{FixSafety::unsafe, in_backticks(name), {}};
  for (const Text* place : places) {
    fix.edits.push_back(edit::replace_value(cx.file, *place, std::string(name)));
  }
  return fix;
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const auto& requests = cx.resolved.requests;
  if (std::none_of(requests.begin(), requests.end(), is_unknown)) return;
  std::vector<std::string_view> names;
  for (const catalog::Event& event : cx.catalog.events) names.push_back(event.name);
  const Places all = places_of_events(cx.app);
  std::size_t suggestions = 0;
  for (const resolve::Request& request : requests) {
    if (!is_unknown(request)) continue;
    const auto& places = all.at(request.key);
    Diagnostic found = report.make(
        request.span, fmt::format("unknown event {}: it stays in the manifest without a scope",
                                  in_backticks(request.key)));
    for (std::size_t i = 1; i < places.size() && i <= kMaxLabels; ++i) {
      found.labels.push_back({places[i]->span, "and again here"});
    }
    found.zoom = {ZoomVerdict::runtime, "an event that Zoom does not know never arrives"};
    const auto near =
        suggestions++ < kMaxSuggestions ? nearest_of_product(request.key, names) : std::nullopt;
    if (near) found.fixes.push_back(replace_event(cx, places, *near));
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::unknown_event
