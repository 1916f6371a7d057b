#include <fmt/core.h>
#include <string>

#include "lint/reviewer_texts.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::vague_justification {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "vague-justification",
    .summary = "a text for reviewers has fewer than two words that say something",
    .severity = Severity::warning,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::guide | Source::review,
    .item = "reviewer-texts",
    .since = "0.1.0",
});

void check(const lint::LintContext& cx, lint::Reporter& report) {
  for (const lint::ReviewerText& text : cx.reviewer_texts.justify) {
    if (text.meaning.kind == resolve::KeyKind::nothing) continue;
    if (!lint::is_vague(cx.catalog, *text.entry)) continue;
    const lint::TellingWords words = lint::find_telling_words(cx.catalog, *text.entry);
    const std::string key = in_backticks(text.entry->key);
    Diagnostic found = report.make(
        text.entry->text.span,
        words.count == 0
            ? fmt::format(
                  "the text for {} does not say what it is for: every word of it would fit any "
                  "app; say what the app does with it, as in `List meetings for calendar sync`",
                  key)
            : fmt::format("the text for {} does not say what it is for: without words that would "
                          "fit any app, only {} is left; say what the app does with it, as in "
                          "`List meetings for calendar sync`",
                          key, in_backticks(words.first)));
    found.zoom.verdict = ZoomVerdict::review;
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::vague_justification
