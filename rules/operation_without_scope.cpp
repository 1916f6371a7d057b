#include <fmt/core.h>
#include <optional>
#include <string>
#include <string_view>

#include "catalog/lookup.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::operation_without_scope {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "operation-without-scope",
    .summary = "the catalog knows no scope for an operation that the app may have",
    .severity = Severity::warning,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::zoom,
    .item = "scopes",
    .since = "0.1.0",
});

namespace {

// The same call for the account that connects: `GET /users` of `GET /accounts/{accountId}/users`.
std::optional<std::string> own_account_call(const catalog::Catalog& catalog,
                                            const catalog::Operation& operation) {
  constexpr std::string_view kAccounts = "/accounts/";
  if (!operation.path.starts_with(kAccounts)) return std::nullopt;
  const std::size_t end = operation.path.find('/', kAccounts.size());
  if (end == std::string_view::npos) return std::nullopt;
  const std::string name = fmt::format("{} {}", operation.method, operation.path.substr(end));
  const auto calls = catalog::find_operations(catalog, name);
  if (calls.size() != 1) return std::nullopt;
  const catalog::Operation call = catalog.operations[calls.front()];
  return call.is_master ? std::nullopt : std::optional(catalog::display_name(call));
}

void report_master(const lint::LintContext& cx, const resolve::Request& request,
                   const catalog::Operation& operation, lint::Reporter& report) {
  const auto own = own_account_call(cx.catalog, operation);
  Diagnostic found = report.make(
      request.span,
      fmt::format("{} belongs to the master-account API, whose scopes this app cannot have, so the "
                  "manifest asks for none; {}",
                  in_backticks(catalog::display_name(operation)),
                  own ? fmt::format("use {} for the account that connects", in_backticks(*own))
                      : "remove it"));
  found.zoom.text = "only an app of the master account itself can make this call";
  report.report(std::move(found));
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const resolve::ResolvedApp& app = cx.resolved;
  const catalog::ScopeModel other = app.model == catalog::ScopeModel::granular
                                        ? catalog::ScopeModel::classic
                                        : catalog::ScopeModel::granular;
  for (const resolve::Request& request : app.requests) {
    for (const catalog::OperationId row : request.unscoped) {
      const catalog::Operation& operation = cx.catalog.operations[row];
      if (operation.is_master) {
        report_master(cx, request, operation, report);
        continue;
      }
      Diagnostic found = report.make(
          request.span, fmt::format("no {} scope is known for {}, so the manifest asks for none",
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
