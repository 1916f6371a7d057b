#include <fmt/core.h>

#include "catalog/lookup.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::operation_without_scope {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "operation-without-scope",
    .summary = "the catalog knows no scope for an operation",
    .severity = Severity::warning,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::zoom,
    .item = "scopes",
    .since = "0.1.0",
});

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const resolve::ResolvedApp& app = cx.resolved;
  const catalog::ScopeModel other = app.model == catalog::ScopeModel::granular
                                        ? catalog::ScopeModel::classic
                                        : catalog::ScopeModel::granular;
  for (const resolve::Subject& subject : app.subjects) {
    for (const catalog::OperationId row : subject.unscoped) {
      const catalog::Operation& operation = cx.catalog.operations[row];
      Diagnostic found = report.make(
          subject.span, fmt::format("no {} scope is known for {}, so the manifest asks for none",
                                    catalog::to_string(app.model),
                                    in_backticks(catalog::display_name(operation))));
      found.zoom.text =
          "if the call needs one, it fails with `Invalid access token, does not "
          "contain scopes:[…]`";
      if (!operation.scopes(other).empty()) {
        const catalog::Scope& scope = cx.catalog.scopes[operation.scopes(other).front()];
        found.hints.push_back(
            fmt::format("its {} scope is {}", catalog::to_string(other), in_backticks(scope.name)));
      }
      found.hints.push_back("if Zoom's page names a scope, add it under `extra_scopes`");
      report.report(std::move(found));
    }
  }
}

}  // namespace zoomc::rules::operation_without_scope
