#include <fmt/core.h>

#include "lint/extra_scope.h"
#include "lint/guide_name.h"
#include "lint/level.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::scope_level_mismatch {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "scope-level-mismatch",
    .summary = "an extra scope has another level than the app",
    .severity = Severity::error,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::zoom,
    .item = "scopes",
    .since = "0.1.0",
});

namespace {

std::string usage(bool admin) {
  return admin ? "ADMIN_MANAGEMENT" : "USER_OPERATION";
}

Diagnostic describe(const lint::LintContext& cx, const lint::ExtraScope& extra,
                    const catalog::Scope& scope, const lint::Reporter& report) {
  const bool admin = cx.resolved.is_admin();
  Diagnostic found = report.make(
      extra.text.span, admin ? fmt::format("{} is a user-level scope and the app is admin-managed",
                                           in_backticks(scope.name))
                             : fmt::format("{} is an admin-level scope and the app is user-managed",
                                           in_backticks(scope.name)));
  found.zoom = {ZoomVerdict::rejects, fmt::format("`{} is not a valid scope name when usage is {}`",
                                                  scope.name, usage(admin))};
  lint::soften_where_guessed(scope, found);
  return found;
}

// The ways out where no scope of the same name is at the app's level.
void offer_removal(const lint::LintContext& cx, const std::vector<lint::ExtraScope>& all,
                   const lint::ExtraScope& extra, Diagnostic& found) {
  const auto guide = lint::find_guide_name(cx, extra.text.value);
  if (guide && guide->is_served) {
    found.hints.push_back(guide->says);
    if (auto fix = lint::remove_scope(cx, all, extra)) found.fixes.push_back(*std::move(fix));
    return;
  }
  found.hints.push_back(fmt::format(
      "no {} {}-level scope of that name exists: {}", catalog::to_string(cx.resolved.model),
      catalog::to_string(lint::app_level(cx.resolved)),
      cx.app.managed_by ? "remove it or change `managed_by`" : "remove it"));
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const std::vector<lint::ExtraScope>& all = cx.extra_scopes;
  const auto reason = lint::level_label(cx);
  for (const lint::ExtraScope& extra : all) {
    if (extra.problem != lint::ExtraScopeProblem::other_level) continue;
    const catalog::Scope& scope = cx.catalog.scopes[*extra.scope->row];
    Diagnostic found = describe(cx, extra, scope, report);
    if (reason) found.labels.push_back(*reason);
    lint::label_repeats(extra, found);
    if (const auto name = lint::name_at_app_level(cx, scope)) {
      found.fixes.push_back(lint::replace_scope(cx, extra, *name));
    } else {
      offer_removal(cx, all, extra, found);
    }
    if (!cx.app.managed_by && !cx.resolved.is_admin()) {
      found.hints.push_back(
          "nothing else in the app needs more than the user's own data; if the app is for the "
          "whole account, set `managed_by: admin`");
    }
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::scope_level_mismatch
