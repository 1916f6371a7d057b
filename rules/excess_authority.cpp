#include <fmt/core.h>
#include <set>
#include <string>

#include "lint/extra_scope.h"
#include "lint/requests.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::excess_authority {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "excess-authority",
    .summary = "a classic scope allows ten or more operations that the app does not need",
    .severity = Severity::note,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::review,
    .item = kItemOfPlace,
    .since = "0.1.0",
});

namespace {

constexpr std::uint32_t kManyOperations = 10;

// The extra scopes that another rule reports.
std::set<const resolve::ResolvedScope*> judged_scopes(const lint::LintContext& cx) {
  std::set<const resolve::ResolvedScope*> judged;
  for (const lint::ExtraScope& extra : cx.extra_scopes) {
    if (extra.problem != lint::ExtraScopeProblem::fine) judged.insert(extra.scope);
  }
  return judged;
}

// The place that asks for the scope: the entry itself, the first thing that needs it, else the key
// that makes the app use classic names.
Span place_of(const lint::LintContext& cx, const resolve::ResolvedScope& scope) {
  if (scope.source == resolve::ScopeSource::extra) return scope.span;
  for (const std::uint32_t requirement : scope.satisfies) {
    for (const std::uint32_t number : cx.resolved.requirements[requirement].requests) {
      const resolve::Request& request = cx.resolved.requests[number];
      if (!request.span.empty()) return request.span;
    }
  }
  const Span vocabulary = cx.app.scope_names->span;
  return vocabulary.empty() ? cx.app.zoomc_key : vocabulary;
}

Diagnostic describe(const lint::LintContext& cx, const resolve::ResolvedScope& scope,
                    const lint::Reporter& report) {
  const std::uint32_t beyond = scope.operations_allowed - scope.operations_needed;
  const std::string needed =
      scope.operations_needed == 0 ? "none" : std::to_string(scope.operations_needed);
  Diagnostic found = report.make(
      place_of(cx, scope),
      fmt::format("{} allows {} operations and the app needs {} of them: {} are not needed",
                  in_backticks(scope.name), scope.operations_allowed, needed, beyond));
  found.zoom.text = "a reviewer may ask what the rest is for";
  if (scope.source == resolve::ScopeSource::derived) {
    found.hints.push_back(
        "no classic scopes allow less; granular names do, in apps that have them");
  }
  return found;
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  if (cx.resolved.vocabulary != model::Vocabulary::classic) return;
  const auto judged = judged_scopes(cx);
  for (const resolve::ResolvedScope& scope : cx.resolved.scopes) {
    if (!scope.row || cx.catalog.scopes[*scope.row].model != catalog::ScopeModel::classic) continue;
    if (scope.operations_allowed < scope.operations_needed + kManyOperations) continue;
    if (scope.source == resolve::ScopeSource::extra && judged.count(&scope) != 0) continue;
    report.report(describe(cx, scope, report));
  }
}

}  // namespace zoomc::rules::excess_authority
