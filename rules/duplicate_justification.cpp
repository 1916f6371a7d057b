#include <fmt/core.h>
#include <map>
#include <string>
#include <vector>

#include "lint/reviewer_texts.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::duplicate_justification {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "duplicate-justification",
    .summary = "two texts for reviewers are the same, or about the same operation",
    .severity = Severity::warning,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::review,
    .item = "reviewer-texts",
    .since = "0.1.0",
});

namespace {

Diagnostic same_key(const model::KeyedText& entry, const model::KeyedText& first,
                    const lint::Reporter& report) {
  Diagnostic found = report.make(
      entry.text.key,
      fmt::format("{} and {} name the same operation, so this text is never read: keep one of them",
                  in_backticks(entry.key), in_backticks(first.key)));
  found.labels.push_back({first.text.key, "the text of this one is used"});
  return found;
}

// Two keys may name one operation in two ways; all other keys have one spelling. Returns the texts
// that are read.
std::vector<const lint::ReviewerText*> report_same_keys(
    const std::vector<lint::ReviewerText>& texts, lint::Reporter& report) {
  std::map<catalog::OperationId, const model::KeyedText*> first;
  std::vector<const lint::ReviewerText*> read;
  read.reserve(texts.size());
  for (const lint::ReviewerText& text : texts) {
    const auto& operation = text.meaning.operation;
    const model::KeyedText* same =
        operation ? first.emplace(*operation, text.entry).first->second : text.entry;
    if (same == text.entry) {
      read.push_back(&text);
    } else {
      report.report(same_key(*text.entry, *same, report));
    }
  }
  return read;
}

Diagnostic same_text(const model::KeyedText& entry, const model::KeyedText& first,
                     const lint::Reporter& report) {
  Diagnostic found = report.make(
      entry.text.span,
      fmt::format("{} has the same text as {}: a reviewer asks what each of them is for, and the "
                  "manifest has the text only once; say how this one differs",
                  in_backticks(entry.key), in_backticks(first.key)));
  found.labels.push_back({first.text.span, "first here"});
  found.zoom.verdict = ZoomVerdict::review;
  return found;
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  report_same_keys(cx.reviewer_texts.test_plan, report);
  std::map<std::string, const model::KeyedText*> first;
  for (const lint::ReviewerText* text : report_same_keys(cx.reviewer_texts.justify, report)) {
    const model::KeyedText& entry = *text->entry;
    if (text->meaning.kind == resolve::KeyKind::nothing) continue;
    const auto [place, is_new] = first.emplace(lint::folded_text(entry.text.value), &entry);
    // Other rules report texts that are vague or still missing.
    if (is_new || !lint::is_telling(cx.catalog, entry)) continue;
    if (lint::is_telling(cx.catalog, *place->second)) {
      report.report(same_text(entry, *place->second, report));
    } else {
      place->second = &entry;
    }
  }
}

}  // namespace zoomc::rules::duplicate_justification
