#include <fmt/core.h>
#include <optional>
#include <string>

#include "catalog/lookup.h"
#include "edit/collection.h"
#include "lint/extra_scope.h"
#include "lint/level.h"
#include "lint/rule.h"
#include "lint/setting.h"
#include "text/quote.h"

namespace zoomc::rules::setting_without_scope {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "setting-without-scope",
    .summary = "a setting of the manifest needs a scope that the manifest lacks",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::zoom,
    .item = "scopes",
    .since = "0.1.0",
});

namespace {

// Whether the manifest of this app may have the scope, and lacks it.
bool is_lacking(const lint::LintContext& cx, std::string_view scope) {
  const auto row = catalog::find_scope(cx.catalog, scope, cx.resolved.model);
  return row && cx.catalog.scopes[*row].level == lint::app_level(cx.resolved) &&
         resolve::find_resolved_scope(cx.resolved, scope) == nullptr;
}

std::optional<Fix> add_scope(const lint::LintContext& cx, std::string_view scope) {
  const syntax::Node* list = edit::find_own_list(cx.document.root, {"extra_scopes"});
  if (list == nullptr) return std::nullopt;
  auto edit = edit::append_items(cx.file, *list, {std::string(scope)});
  if (!edit) return std::nullopt;
  return Fix{FixSafety::unsafe, fmt::format("add {}", in_backticks(scope)), {*std::move(edit)}};
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  if (!lint::is_understood(cx)) return;
  for (const catalog::ImpliedScope& implied : cx.catalog.implied_scopes) {
    if (implied.effect != catalog::Implication::needs || !implied.is_setting) continue;
    const syntax::Node* setting = lint::find_setting(cx, implied.because_of);
    if (setting == nullptr || !is_lacking(cx, implied.scope)) continue;
    Diagnostic found = report.make(setting->span, lint::setting_message(implied));
    found.zoom = {ZoomVerdict::runtime, "what the setting switches on then does not work"};
    found.hints.push_back("the scope goes under `extra_scopes`");
    if (auto fix = add_scope(cx, implied.scope)) found.fixes.push_back(*std::move(fix));
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::setting_without_scope
