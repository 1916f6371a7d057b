#include "lint/extra_scope.h"
#include "lint/level.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::master_scope {

extern constexpr RuleInfo kInfo = checked({
    .id = "master-scope",
    .summary = "an extra scope reaches sub-accounts, which no manifest can ask for",
    .severity = Severity::error,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::zoom,
    .item = "scopes",
    .since = "0.1.0",
});

void check(const LintContext& cx, Reporter& report) {
  const std::vector<ExtraScope>& all = cx.extra_scopes;
  for (const ExtraScope& extra : all) {
    if (extra.problem != ExtraScopeProblem::master) continue;
    const Scope& scope = cx.catalog.scopes[*extra.scope->row];
    const auto name = name_at_app_level(cx, scope);
    Diagnostic found = report.make(
        extra.text.span, in_backticks(scope.name) +
                             " reaches sub-accounts: neither a user-managed nor an admin-managed "
                             "app can have it; " +
                             (name ? "take " + in_backticks(*name) : "remove it"));
    label_repeats(extra, found);
    found.zoom = {ZoomVerdict::rejects, "a scope of another level is not a valid scope name there"};
    soften_where_guessed(scope, found);
    if (name) {
      found.fixes.push_back(replace_scope(cx, extra, *name));
    } else if (auto fix = remove_scope(cx, all, extra)) {
      found.fixes.push_back(*std::move(fix));
    }
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::master_scope
