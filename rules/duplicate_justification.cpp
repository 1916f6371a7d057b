#include <algorithm>
#include <string>
#include <utility>
#include <vector>

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

// Entries beside what may be the same of two of them; the same ones together, each in its place.
template <class Same>
using Sorted = std::vector<std::pair<Same, const KeyedText*>>;

template <class Same>
void sort(Sorted<Same>& entries) {
  std::stable_sort(entries.begin(), entries.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
}

Diagnostic same_key(const KeyedText& entry, const KeyedText& first, const Reporter& report) {
  Diagnostic found =
      report.make(entry.text.key, in_backticks(entry.key) + " and " + in_backticks(first.key) +
                                      " name the same operation, so this text is never read: "
                                      "keep one of them");
  found.labels.push_back({first.text.key, "the text of this one is used"});
  return found;
}

// Two keys may name one operation in two ways; all other keys have one spelling. Gives the entries
// that are never read, sorted.
std::vector<const KeyedText*> report_same_keys(const std::vector<ReviewerText>& texts,
                                               Reporter& report) {
  Sorted<OperationId> entries;
  entries.reserve(texts.size());
  for (const ReviewerText& text : texts) {
    if (text.meaning.operation) entries.emplace_back(*text.meaning.operation, text.entry);
  }
  sort(entries);
  std::vector<const KeyedText*> unread;
  const KeyedText* first = nullptr;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto& [operation, entry] = entries[i];
    if (i == 0 || entries[i - 1].first != operation) {
      first = entry;
    } else {
      report.report(same_key(*entry, *first, report));
      unread.push_back(entry);
    }
  }
  std::sort(unread.begin(), unread.end());
  return unread;
}

Diagnostic same_text(const KeyedText& entry, const KeyedText& first, const Reporter& report) {
  Diagnostic found =
      report.make(entry.text.span, in_backticks(entry.key) + " has the same text as " +
                                       in_backticks(first.key) +
                                       ": a reviewer asks what each of them is for, and the "
                                       "manifest says the text once; say how this one differs");
  found.labels.push_back({first.text.span, "first here"});
  found.zoom.verdict = ZoomVerdict::review;
  return found;
}

}  // namespace

void check(const LintContext& cx, Reporter& report) {
  report_same_keys(cx.reviewer_texts->test_plan, report);
  const auto& texts = cx.reviewer_texts->justify;
  const auto unread = report_same_keys(texts, report);
  Sorted<std::string> entries;
  entries.reserve(texts.size());
  for (const ReviewerText& text : texts) {
    if (text.meaning.kind == KeyKind::nothing) continue;
    if (std::binary_search(unread.begin(), unread.end(), text.entry)) continue;
    entries.emplace_back(folded_text(text.entry->text.value), text.entry);
  }
  sort(entries);
  const KeyedText* first = nullptr;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto& [text, entry] = entries[i];
    if (i == 0 || entries[i - 1].first != text) {
      first = entry;
      continue;
    }
    // What is vague or still to come is said by other rules.
    if (!is_telling(cx.catalog, *entry)) continue;
    if (is_telling(cx.catalog, *first)) {
      report.report(same_text(*entry, *first, report));
    } else {
      first = entry;
    }
  }
}

}  // namespace zoomc::rules::duplicate_justification
