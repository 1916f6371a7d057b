#include <algorithm>
#include <fmt/core.h>
#include <string>
#include <vector>

#include "lint/rule.h"
#include "lint/suppression_index.h"
#include "text/quote.h"

namespace zoomc::rules::allowance_without_reason {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "allowance-without-reason",
    .summary = "an allowance gives no reason",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::own,
    .item = kItemOfPlace,
    .since = "0.1.0",
    .about_suppressions = true,
});

namespace {

// A file of nothing but such comments gets no more findings than anyone would read.
constexpr std::size_t kMaxFindings = 1000;
constexpr std::size_t kMaxNamed = 3;

// A suppression that allows nothing should be removed, or names the wrong rule: another rule
// reports it.
bool is_at_work(const std::vector<lint::SuppressionStatus>& statuses) {
  return std::any_of(statuses.begin(), statuses.end(), [](lint::SuppressionStatus status) {
    return status == lint::SuppressionStatus::used || status == lint::SuppressionStatus::idle;
  });
}

std::string rules_of(const lint::Suppression& suppression) {
  std::vector<std::string> names;
  for (const lint::SuppressedRule& rule : suppression.rules) {
    if (names.size() == kMaxNamed) break;
    names.push_back(in_backticks(rule.id));
  }
  if (suppression.rules.size() > names.size()) {
    names.push_back(fmt::format("{} more", suppression.rules.size() - names.size()));
  }
  return join_words(names);
}

// Adds the dashes before words that were surely meant as the reason; `- why` and `: why` already
// have half of them.
Fix dashes(const lint::LintContext& cx, Span words) {
  const std::string_view text = cx.file.slice(words);
  const bool marked = text.size() > 1 && (text[0] == '-' || text[0] == ':') && text[1] == ' ';
  const Span place{words.begin, marked ? words.begin + 1 : words.begin};
  return {FixSafety::unsafe, "write `--` before the reason", {{place, marked ? "--" : "-- "}}};
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const lint::SuppressionUse& judged = cx.suppressions;
  std::size_t findings = 0;
  for (std::size_t i = 0; i < judged.suppressions.size(); ++i) {
    const lint::Suppression& suppression = judged.suppressions[i];
    if (!suppression.reason.empty() || !is_at_work(judged.statuses[i])) continue;
    if (++findings > kMaxFindings) return;
    const std::string rules = rules_of(suppression);
    if (suppression.stray.empty()) {
      report.report(report.make(
          suppression.span,
          fmt::format("the allowance of {} gives no reason; add ` -- ` and why this is right here",
                      rules)));
      continue;
    }
    Diagnostic found = report.make(
        suppression.stray,
        fmt::format(
            "the allowance of {} gives no reason: text after the rules is a reason only after `--`",
            rules));
    found.hints.push_back("several rules are separated by commas");
    found.fixes.push_back(dashes(cx, suppression.stray));
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::allowance_without_reason
