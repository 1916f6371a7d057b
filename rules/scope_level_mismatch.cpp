#include "catalog/lookup.h"
#include "lint/extra_scope.h"
#include "lint/place.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::scope_level_mismatch {

extern constexpr RuleInfo kInfo = checked({
    .id = "scope-level-mismatch",
    .summary = "an extra scope is of the other level than the app",
    .severity = Severity::error,
    .fix = FixPromise::sometimes,
});

namespace {

// The scope of the app's level that means the same: with or without `:admin`.
std::optional<std::string> counterpart(const LintContext& cx, const Scope& scope) {
  constexpr std::string_view kAdmin = ":admin";
  std::string name(scope.name);
  if (name.ends_with(kAdmin)) {
    name.resize(name.size() - kAdmin.size());
  } else {
    name += kAdmin;
  }
  const auto other = find_scope(cx.catalog, name, scope.model);
  if (!other || cx.catalog.scopes[*other].level != app_level(cx.resolved)) return std::nullopt;
  return name;
}

std::string usage(bool admin) {
  return admin ? "ADMIN_MANAGEMENT" : "USER_OPERATION";
}

Diagnostic describe(const LintContext& cx, const ExtraScope& extra, const Scope& scope,
                    const Reporter& report) {
  const bool admin = cx.resolved.is_admin();
  Diagnostic found =
      report.make(extra.text.span, quoted(scope.name) + " is " + (admin ? "a user" : "an admin") +
                                       "-level scope and the app is " + (admin ? "admin" : "user") +
                                       "-managed");
  if (scope.level_is_guess) {
    found.severity = Severity::warning;
    found.hints.push_back(
        "no page of Zoom's tells the level of this scope: it is a guess from the name");
  }
  found.zoom = {ZoomVerdict::rejects, "`" + std::string(scope.name) +
                                          " is not a valid scope name when usage is " +
                                          usage(admin) + "`"};
  return found;
}

}  // namespace

void check(const LintContext& cx, Reporter& report) {
  for (const ExtraScope& extra : judge_extra_scopes(cx)) {
    if (extra.problem != ExtraScopeProblem::other_level) continue;
    const Scope& scope = cx.catalog.scopes[*extra.row];
    Diagnostic found = describe(cx, extra, scope, report);
    const auto& stated = cx.app.managed_by;
    if (stated && !stated->span.empty()) {
      found.labels.push_back({stated->span, "the app's level is set here"});
    }
    if (const auto name = counterpart(cx, scope)) {
      found.fixes.push_back(
          {FixSafety::unsafe, quoted(*name), {replace_value(cx.file, extra.text, *name)}});
    } else {
      found.hints.push_back("no " + std::string(to_string(app_level(cx.resolved))) +
                            "-level scope of that name exists: remove it or change `managed_by`");
    }
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::scope_level_mismatch
