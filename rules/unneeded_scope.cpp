#include <fmt/core.h>
#include <span>
#include <string>

#include "catalog/lookup.h"
#include "lint/extra_scope.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::unneeded_scope {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "unneeded-scope",
    .summary = "nothing in the app needs an extra scope, and `justify` does not explain it",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::guide | Source::review,
    .item = "scopes",
    .since = "0.1.0",
});

namespace {

std::string describe_authority(const lint::LintContext& cx,
                               std::span<const catalog::OperationId> operations) {
  const std::string first =
      in_backticks(catalog::display_name(cx.catalog.operations[operations.front()]));
  if (operations.size() == 1) {
    return fmt::format("it allows {}: if the app calls that, list it under `operations` instead",
                       first);
  }
  return fmt::format(
      "it allows {} operations, such as {}: list those that the app calls under `operations` "
      "instead",
      operations.size(), first);
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const std::vector<lint::ExtraScope>& all = cx.extra_scopes;
  for (const lint::ExtraScope& extra : all) {
    if (extra.problem != lint::ExtraScopeProblem::unneeded) continue;
    Diagnostic found =
        report.make(extra.text.span,
                    fmt::format("nothing in the app needs {} and `justify` does not say what it is "
                                "for; say it there, under the scope's name, or remove it",
                                in_backticks(extra.text.value)));
    found.zoom = {ZoomVerdict::review, "unused scopes are a stated reason for rejection"};
    const auto& operations = cx.catalog.scopes[*extra.scope->row].operations;
    if (!operations.empty()) found.hints.push_back(describe_authority(cx, operations));
    if (extra.scope->optional) {
      found.hints.push_back("if you remove it, also remove it from `optional`");
    }
    if (auto fix = lint::remove_scope(cx, all, extra)) found.fixes.push_back(*std::move(fix));
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::unneeded_scope
