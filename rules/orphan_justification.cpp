#include <fmt/core.h>
#include <string>

#include "edit/scalar.h"
#include "lint/reviewer_texts.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::orphan_justification {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "orphan-justification",
    .summary = "a text for reviewers is about something that the app does not have",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::review,
    .item = "reviewer-texts",
    .since = "0.1.0",
});

namespace {

// A plain key in `{…}` ends at more characters than one in a block; in quotes none ends it.
Edit replace_key(const SourceFile& file, const Text& key, const std::string& name) {
  const std::string_view written = file.slice(key.span);
  const bool is_quoted = written.starts_with('"') || written.starts_with('\'');
  return edit::replace_value(file, key,
                             is_quoted ? name : edit::yaml_scalar(name, edit::ScalarPlace::flow));
}

std::vector<std::string> quoted_names(const std::vector<std::string>& names) {
  std::vector<std::string> all;
  all.reserve(names.size());
  for (const std::string& name : names) all.push_back(in_backticks(name));
  return all;
}

std::string message_of(const lint::OrphanText& orphan, std::string_view list) {
  const std::string key = in_backticks(orphan.entry->key);
  if (orphan.known_as.empty()) {
    return fmt::format(
        "`{}` has a text for {}, which means nothing in this app, so no reviewer reads it: name a "
        "feature, operation, event or scope of the app, or remove the text",
        list, key);
  }
  if (orphan.lacking.empty()) {
    return fmt::format(
        "`{}` has a text for {}, {} that the app does not have, so no reviewer reads it: declare "
        "it, or remove the text",
        list, key, orphan.known_as);
  }
  return fmt::format(
      "`{}` has a text for {}, {} that the app does not have as a whole, so no reviewer reads it: "
      "it covers {} too; name the features one by one, or declare them all",
      list, key, orphan.known_as, join_words(quoted_names(orphan.lacking)));
}

void check_entries(const lint::LintContext& cx, const std::vector<lint::ReviewerText>& entries,
                   std::string_view list, lint::Reporter& report) {
  for (const lint::OrphanText& orphan : lint::find_orphans(cx, entries)) {
    const std::string& key = orphan.entry->key;
    const Span place = orphan.entry->text.key;
    Diagnostic found = report.make(place, message_of(orphan, list));
    if (orphan.meant) {
      found.fixes.push_back({FixSafety::unsafe,
                             in_backticks(*orphan.meant),
                             {replace_key(cx.file, {key, place, place}, *orphan.meant)}});
    }
    report.report(std::move(found));
  }
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  check_entries(cx, cx.reviewer_texts.justify, "justify", report);
  check_entries(cx, cx.reviewer_texts.test_plan, "test_plan", report);
}

}  // namespace zoomc::rules::orphan_justification
