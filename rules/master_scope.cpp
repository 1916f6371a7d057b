#include <fmt/core.h>

#include "lint/extra_scope.h"
#include "lint/level.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::master_scope {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "master-scope",
    .summary = "an extra scope reaches sub-accounts, which no manifest can ask for",
    .severity = Severity::error,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::zoom,
    .item = "scopes",
    .since = "0.1.0",
});

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const std::vector<lint::ExtraScope>& all = cx.extra_scopes;
  for (const lint::ExtraScope& extra : all) {
    if (extra.problem != lint::ExtraScopeProblem::master) continue;
    const catalog::Scope& scope = cx.catalog.scopes[*extra.scope->row];
    const auto name = lint::name_at_app_level(cx, scope);
    Diagnostic found = report.make(
        extra.text.span, name ? fmt::format("{} reaches sub-accounts: neither a user-managed nor "
                                            "an admin-managed app can have it; use {}",
                                            in_backticks(scope.name), in_backticks(*name))
                              : fmt::format("{} reaches sub-accounts: neither a user-managed nor "
                                            "an admin-managed app can have it; remove it",
                                            in_backticks(scope.name)));
    lint::label_repeats(extra, found);
    found.zoom = {ZoomVerdict::rejects, "a scope of another level is not a valid scope name there"};
    lint::soften_where_guessed(scope, found);
    if (name) {
      found.fixes.push_back(lint::replace_scope(cx, extra, *name));
    } else if (auto fix = lint::remove_scope(cx, all, extra)) {
      found.fixes.push_back(*std::move(fix));
    }
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::master_scope
