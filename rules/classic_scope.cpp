#include <algorithm>
#include <fmt/core.h>
#include <optional>
#include <set>
#include <span>
#include <string>

#include "catalog/lookup.h"
#include "lint/extra_scope.h"
#include "lint/guide_name.h"
#include "lint/level.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::classic_scope {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "classic-scope",
    .summary = "an extra scope has a classic name, which apps made since April 2024 cannot have",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::zoom,
    .item = "scopes",
    .since = "0.1.0",
});

namespace {

using Operations = std::span<const catalog::OperationId>;

// The granular scope of the app's level that allows all of these operations, if there is exactly
// one.
std::optional<std::string> granular_name(const lint::LintContext& cx,
                                         const Operations& operations) {
  std::set<std::string_view> names;
  for (const catalog::OperationId row : operations) {
    const auto& ids = cx.catalog.operations[row].granular;
    const auto fitting = std::find_if(ids.begin(), ids.end(), [&](catalog::ScopeId id) {
      return cx.catalog.scopes[id].level == lint::app_level(cx.resolved);
    });
    if (fitting == ids.end()) return std::nullopt;
    names.insert(cx.catalog.scopes[*fitting].name);
  }
  if (names.size() != 1) return std::nullopt;
  return std::string(*names.begin());
}

std::string describe_authority(const lint::LintContext& cx, const Operations& operations) {
  if (operations.empty()) return "the catalog knows no operation that it allows";
  const std::string first =
      in_backticks(catalog::display_name(cx.catalog.operations[operations.front()]));
  if (operations.size() == 1) {
    return fmt::format("it allows {}: list that call under `operations`, and zoomc adds its scope",
                       first);
  }
  return fmt::format(
      "it allows {} operations, such as {}: list those that the app calls under `operations`, and "
      "zoomc adds their scopes",
      operations.size(), first);
}

void offer_way_out(const lint::LintContext& cx, const std::vector<lint::ExtraScope>& all,
                   const lint::ExtraScope& extra, const Operations& operations, Diagnostic& found) {
  const auto guide = lint::find_guide_name(cx, extra.text.value);
  const auto name = granular_name(cx, operations);
  const bool is_served = extra.scope->operations_needed > 0;
  if (guide) {
    found.hints.push_back(guide->says);
  } else if (is_served) {
    found.hints.push_back(
        "zoomc already adds the granular scopes for what the app declares; for more, list the "
        "calls under "
        "`operations`");
  } else {
    found.hints.push_back(describe_authority(cx, operations));
  }
  if (is_served || (guide && guide->is_served)) {
    if (auto fix = lint::remove_scope(cx, all, extra)) found.fixes.push_back(*std::move(fix));
  } else if (name) {
    found.fixes.push_back(lint::replace_scope(cx, extra, *name));
  }
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const std::vector<lint::ExtraScope>& all = cx.extra_scopes;
  for (const lint::ExtraScope& extra : all) {
    if (extra.problem != lint::ExtraScopeProblem::classic) continue;
    Diagnostic found = report.make(
        extra.text.span,
        fmt::format("{} is a classic name, which apps made since April 2024 cannot have; use "
                    "granular names, or `scope_names: classic` for an older app",
                    in_backticks(extra.text.value)));
    lint::label_repeats(extra, found);
    found.zoom = {ZoomVerdict::can_reject, "classic names, in apps made since April 2024"};
    offer_way_out(cx, all, extra, cx.catalog.scopes[*extra.scope->row].operations, found);
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::classic_scope
