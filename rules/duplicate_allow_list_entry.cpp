#include <fmt/core.h>

#include "edit/collection.h"
#include "lint/allow_list.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::duplicate_allow_list_entry {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "duplicate-allow-list-entry",
    .summary = "an entry is on the OAuth allow list twice",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::both,
    .sources = Source::guide,
    .item = "allow-list",
    .since = "0.1.0",
});

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const lint::AllowList& list = cx.allow_list;
  const syntax::Node* own = edit::find_own_list(cx.document.root, {"oauth", "allow_list"});
  for (const lint::AllowListEntry& entry : list.entries) {
    if (entry.problem != lint::UrlProblem::duplicate) continue;
    const Text& kept = list.entries[entry.kept].text;
    const bool same = kept.value == entry.text.value;
    const std::string url = in_backticks(entry.text.value);
    Diagnostic found = report.make(
        entry.text.span,
        same ? fmt::format("{} is on the allow list twice: one entry is enough", url)
             : fmt::format("{} is on the allow list twice, in another case: one entry is enough",
                           url));
    found.labels.push_back({kept.span, same ? "the same" : "the same in another case"});
    const auto edit = own == nullptr
                          ? std::nullopt
                          : edit::remove_item(cx.file, cx.document, *own, entry.text.span);
    if (edit) found.fixes.push_back({FixSafety::safe, "remove it", {*edit}, FixKind::remove});
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::duplicate_allow_list_entry
