#include <algorithm>
#include <fmt/core.h>

#include "lint/level.h"
#include "lint/rule.h"

namespace zoomc::rules::no_required_scope {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "no-required-scope",
    .summary = "every scope of the manifest is optional",
    .severity = Severity::error,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::zoom,
    .item = "scopes",
    .since = "0.1.0",
});

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const auto& scopes = cx.resolved.scopes;
  const bool all_optional =
      std::all_of(scopes.begin(), scopes.end(),
                  [](const resolve::ResolvedScope& scope) { return scope.optional; });
  if (scopes.empty() || !all_optional || !lint::is_understood(cx) ||
      lint::is_something_unserved(cx))
    return;
  Diagnostic found = report.make(
      cx.app.optional.front().key,
      scopes.size() == 1
          ? "the only scope of the app is optional, and Zoom requires one that every user grants; "
            "remove it from this list"
          : fmt::format("all {} scopes of the app are optional, and Zoom requires one that every "
                        "user grants; remove from this list those that the app cannot work without",
                        scopes.size()));
  found.zoom.verdict = ZoomVerdict::rejects;
  report.report(std::move(found));
}

}  // namespace zoomc::rules::no_required_scope
