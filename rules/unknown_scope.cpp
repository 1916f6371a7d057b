#include "lint/extra_scope.h"
#include "lint/extra_scope_fix.h"
#include "lint/guide_name.h"
#include "lint/level.h"
#include "lint/rule.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::rules::unknown_scope {

extern constexpr RuleInfo kInfo = checked({
    .id = "unknown-scope",
    .summary = "an extra scope is in none of Zoom's lists",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
});

namespace {

// Looking for what was meant compares with every name; a file of nothing but mistakes gets no more
// suggestions than a person would read.
constexpr std::size_t kMaxSuggestions = 100;

// The names that would do: of the vocabulary in use and the app's level.
std::vector<std::string_view> fitting_names(const LintContext& cx) {
  std::vector<std::string_view> names;
  for (const Scope& scope : cx.catalog.scopes) {
    if (scope.model == cx.resolved.model && scope.level == app_level(cx.resolved)) {
      names.push_back(scope.name);
    }
  }
  return names;
}

}  // namespace

void check(const LintContext& cx, Reporter& report) {
  std::vector<std::string_view> names;
  std::size_t suggestions = 0;
  for (const ExtraScope& extra : *cx.extra_scopes) {
    if (extra.problem != ExtraScopeProblem::unknown) continue;
    if (names.empty()) names = fitting_names(cx);
    Diagnostic found =
        report.make(extra.text.span, "unknown scope " + in_backticks(extra.text.value) +
                                         ": it is in none of Zoom's lists");
    label_repeats(extra, found);
    found.zoom = {ZoomVerdict::can_reject,
                  "a name that it does not know is not a valid scope name"};
    const auto near =
        suggestions++ < kMaxSuggestions ? nearest(extra.text.value, names) : std::nullopt;
    if (near) found.fixes.push_back(replace_scope(cx, extra, std::string(*near)));
    if (const auto guide = find_guide_name(cx, extra.text.value)) {
      found.hints.push_back(guide->says);
    } else {
      found.hints.push_back("Zoom adds scopes all the time and this catalog is of " +
                            std::string(cx.catalog.date) +
                            ": if the name is right, `--catalog` takes newer tables");
    }
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::unknown_scope
