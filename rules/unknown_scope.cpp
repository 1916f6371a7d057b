#include <optional>

#include "lint/extra_scope.h"
#include "lint/extra_scope_fix.h"
#include "lint/guide_name.h"
#include "lint/rule.h"
#include "lint/scope_suggestion.h"
#include "text/quote.h"

namespace zoomc::rules::unknown_scope {

extern constexpr RuleInfo kInfo = checked({
    .id = "unknown-scope",
    .summary = "an extra scope is in none of Zoom's lists",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::zoom,
    .item = "scopes",
    .since = "0.1.0",
});

namespace {

// Looking for what was meant compares with every name; a file of nothing but mistakes gets no more
// suggestions than a person would read.
constexpr std::size_t kMaxSuggestions = 100;

}  // namespace

void check(const LintContext& cx, Reporter& report) {
  std::optional<ScopeSuggestions> suggestions;
  std::size_t looked_for = 0;
  for (const ExtraScope& extra : cx.extra_scopes) {
    if (extra.problem != ExtraScopeProblem::unknown) continue;
    Diagnostic found =
        report.make(extra.text.span, "unknown scope " + in_backticks(extra.text.value) +
                                         ": it is in none of Zoom's lists");
    label_repeats(extra, found);
    found.zoom = {ZoomVerdict::can_reject,
                  "a name that it does not know is not a valid scope name"};
    if (const auto guide = find_guide_name(cx, extra.text.value)) {
      // The feature is what was meant, not a name that looks like this one.
      found.hints.push_back(guide->says);
      report.report(std::move(found));
      continue;
    }
    if (looked_for++ < kMaxSuggestions) {
      if (!suggestions) suggestions.emplace(cx);
      ScopeSuggestion meant = suggestions->find(extra.text.value);
      if (!meant.name.empty()) found.fixes.push_back(replace_scope(cx, extra, meant.name));
      found.hints = std::move(meant.hints);
    }
    found.hints.push_back("Zoom adds scopes all the time and this catalog is of " +
                          std::string(cx.catalog.date) +
                          ": if the name is right, `--catalog` takes newer tables");
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::unknown_scope
