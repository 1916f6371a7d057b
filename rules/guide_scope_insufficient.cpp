#include <algorithm>
#include <fmt/core.h>
#include <string>
#include <vector>

#include "catalog/lookup.h"
#include "lint/guide_name.h"
#include "lint/requests.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::guide_scope_insufficient {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "guide-scope-insufficient",
    .summary = "the guide's scope names do not allow what a feature does",
    .severity = Severity::warning,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::guide,
    .item = "scopes",
    .since = "0.1.0",
});

namespace {

using ScopeIds = std::vector<catalog::ScopeId>;

bool has_any(const ScopeIds& sorted, std::span<const catalog::ScopeId> wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [&](catalog::ScopeId id) {
    return std::binary_search(sorted.begin(), sorted.end(), id);
  });
}

// Everything that the manifest asks for, whoever asked.
ScopeIds granted_scopes(const lint::LintContext& cx) {
  ScopeIds rows;
  for (const resolve::ResolvedScope& scope : cx.resolved.scopes) {
    if (scope.row) rows.push_back(*scope.row);
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

std::vector<catalog::OperationId> refused_operations(const lint::LintContext& cx,
                                                     const catalog::Feature& feature,
                                                     const ScopeIds& granted) {
  std::vector<catalog::OperationId> refused;
  for (const catalog::OperationId row : feature.operations) {
    const catalog::Operation& operation = cx.catalog.operations[row];
    if (operation.granular.empty() && operation.classic.empty()) continue;
    if (!has_any(granted, operation.granular) && !has_any(granted, operation.classic)) {
      refused.push_back(row);
    }
  }
  return refused;
}

std::string quoted_names(std::span<const std::string_view> names) {
  std::vector<std::string> quotes;
  for (const std::string_view name : names) quotes.push_back(in_backticks(name));
  return join_words(quotes);
}

// The scopes that Zoom lists for these calls and the manifest lacks.
std::vector<std::string_view> missing_scopes(const lint::LintContext& cx,
                                             const catalog::Feature& feature,
                                             const std::vector<catalog::OperationId>& refused) {
  std::vector<std::string_view> missing;
  for (const std::string_view name : lint::scopes_for(cx, feature)) {
    const bool is_wanted =
        std::any_of(refused.begin(), refused.end(), [&](catalog::OperationId row) {
          const auto& ids = cx.catalog.operations[row].granular;
          return std::any_of(ids.begin(), ids.end(), [&](catalog::ScopeId id) {
            return cx.catalog.scopes[id].name == name;
          });
        });
    if (is_wanted) missing.push_back(name);
  }
  return missing;
}

// As Zoom lists them in its error text.
std::string listed(const std::vector<std::string_view>& names) {
  std::string list;
  for (const std::string_view name : names) {
    list += (list.empty() ? "" : ", ") + std::string(name);
  }
  return list.empty() ? "…" : list;
}

Diagnostic describe(const lint::LintContext& cx, const resolve::Request& request,
                    const std::vector<catalog::OperationId>& refused,
                    const lint::Reporter& report) {
  const catalog::Feature& feature = cx.catalog.features[*request.row];
  const auto missing = missing_scopes(cx, feature, refused);
  std::vector<std::string> calls;
  calls.reserve(refused.size());
  for (const catalog::OperationId row : refused) {
    calls.push_back(in_backticks(catalog::display_name(cx.catalog.operations[row])));
  }
  const bool one_name = feature.guide_scopes.size() == 1;
  const std::string way_out =
      missing.empty() ? "use `scope_names: granular`"
                      : fmt::format("add {} to `extra_scopes`, or use `scope_names: granular`",
                                    quoted_names(missing));
  Diagnostic found = report.make(
      request.span, fmt::format("the guide's {} {} not allow {}, which {} calls; {}",
                                quoted_names(feature.guide_scopes), one_name ? "does" : "do",
                                join_words(calls, "or"), lint::name_of(request), way_out));
  found.zoom = {
      ZoomVerdict::runtime,
      fmt::format("`Invalid access token, does not contain scopes:[{}]`", listed(missing))};
  if (!feature.guide_shortfall.empty()) {
    found.hints.push_back(
        fmt::format("the guide's {} {}", one_name ? "name" : "names", feature.guide_shortfall));
  }
  return found;
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  if (cx.resolved.vocabulary != model::Vocabulary::guide) return;
  const ScopeIds granted = granted_scopes(cx);
  for (const resolve::Request& request : cx.resolved.requests) {
    if (request.kind != resolve::RequestKind::feature) continue;
    const catalog::Feature& feature = cx.catalog.features[*request.row];
    if (!cx.resolved.takes_guide_names(feature)) continue;
    const auto refused = refused_operations(cx, feature, granted);
    if (!refused.empty()) report.report(describe(cx, request, refused, report));
  }
}

}  // namespace zoomc::rules::guide_scope_insufficient
