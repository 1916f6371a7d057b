#include "lint/extra_scope.h"
#include "lint/guide_name.h"
#include "lint/level.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::scope_level_mismatch {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "scope-level-mismatch",
    .summary = "an extra scope is of the other level than the app",
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
  Diagnostic found =
      report.make(extra.text.span,
                  in_backticks(scope.name) + " is " + (admin ? "a user" : "an admin") +
                      "-level scope and the app is " + (admin ? "admin" : "user") + "-managed");
  const std::string refusal = "`" + std::string(scope.name) +
                              " is not a valid scope name when usage is " + usage(admin) + "`";
  found.zoom = {ZoomVerdict::rejects, refusal};
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
  found.hints.push_back("no " + std::string(catalog::to_string(cx.resolved.model)) + " " +
                        std::string(catalog::to_string(lint::app_level(cx.resolved))) +
                        "-level scope of that name exists: remove it" +
                        (cx.app.managed_by ? " or change `managed_by`" : ""));
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
          "nothing else asks for more than the user's own data; if the whole account is meant, say "
          "`managed_by: admin`");
    }
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::scope_level_mismatch
