#include <fmt/core.h>

#include "edit/scalar.h"
#include "lint/guide_name.h"
#include "lint/rule.h"

namespace zoomc::rules::guide_names {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "guide-names",
    .summary = "the guide's scope names include some that Zoom may refuse in new apps",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::guide | Source::zoom,
    .item = "scopes",
    .since = "0.1.0",
});

void check(const lint::LintContext& cx, lint::Reporter& report) {
  if (cx.resolved.vocabulary != model::Vocabulary::guide) return;
  lint::GuideDoubts doubts(cx.catalog, cx.resolved.is_admin());
  for (const resolve::ResolvedScope& scope : cx.resolved.scopes) {
    if (scope.source == resolve::ScopeSource::guide) doubts.look_at(scope.name, scope.row);
  }
  if (doubts.empty()) return;
  const Span place = cx.app.scope_names->span;
  Diagnostic found =
      report.make(place.empty() ? cx.app.zoomc_key : place,
                  fmt::format("the guide names scopes that Zoom may refuse: {}; use `granular` "
                              "unless the platform itself asks for the guide's names",
                              doubts.describe()));
  found.zoom = doubts.effect();
  if (!place.empty()) {
    found.fixes.push_back({FixSafety::unsafe,
                           "`granular`",
                           {edit::replace_value(cx.file, {"guide", place, {}}, "granular")}});
  }
  report.report(std::move(found));
}

}  // namespace zoomc::rules::guide_names
