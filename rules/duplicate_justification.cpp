#include <map>
#include <string>
#include <vector>

#include "catalog/lookup.h"
#include "lint/justify_text.h"
#include "lint/reviewer_texts.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::duplicate_justification {

extern constexpr RuleInfo kInfo = checked({
    .id = "duplicate-justification",
    .summary = "two texts for reviewers are the same, or about the same operation",
    .severity = Severity::warning,
    .fix = FixPromise::never,
});

namespace {

// Two keys may name one operation in two ways; all other keys have one spelling.
std::vector<const ReviewerText*> report_same_keys(const LintContext& cx,
                                                  const std::vector<ReviewerText>& texts,
                                                  Reporter& report) {
  std::map<OperationId, const KeyedText*> first;
  std::vector<const ReviewerText*> others;
  others.reserve(texts.size());
  for (const ReviewerText& text : texts) {
    if (text.meaning.operation) {
      const auto [place, is_new] = first.emplace(*text.meaning.operation, text.entry);
      if (!is_new) {
        const std::string name = display_name(cx.catalog.operations[*text.meaning.operation]);
        Diagnostic found =
            report.make(text.entry->text.key,
                        in_backticks(text.entry->key) + " and " + in_backticks(place->second->key) +
                            " name the same operation, so this text is never read: "
                            "keep one of them");
        found.labels.push_back({place->second->text.key, "the text of this one is used"});
        report.report(std::move(found));
        continue;
      }
    }
    others.push_back(&text);
  }
  return others;
}

}  // namespace

void check(const LintContext& cx, Reporter& report) {
  report_same_keys(cx, cx.reviewer_texts->test_plan, report);
  std::map<std::string, const KeyedText*> first;
  for (const ReviewerText* text : report_same_keys(cx, cx.reviewer_texts->justify, report)) {
    const KeyedText& entry = *text->entry;
    if (text->meaning.kind == KeyKind::nothing) continue;
    const auto [place, is_new] = first.emplace(folded_text(entry.text.value), &entry);
    // What is vague or still to come is said by other rules.
    if (is_new || !is_telling(cx.catalog, entry)) continue;
    if (!is_telling(cx.catalog, *place->second)) {
      place->second = &entry;
      continue;
    }
    Diagnostic found =
        report.make(entry.text.span, in_backticks(entry.key) + " has the same text as " +
                                         in_backticks(place->second->key) +
                                         ": a reviewer asks what each of them is for, and the "
                                         "manifest says the text once; say how this one differs");
    found.labels.push_back({place->second->text.span, "first here"});
    found.zoom.verdict = ZoomVerdict::review;
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::duplicate_justification
