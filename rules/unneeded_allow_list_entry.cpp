#include <fmt/core.h>
#include <string>
#include <vector>

#include "edit/collection.h"
#include "lint/allow_list.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::unneeded_allow_list_entry {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "unneeded-allow-list-entry",
    .summary = "an entry of the OAuth allow list allows redirects that the platform never uses",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::both,
    .sources = Source::guide | Source::review,
    .item = "allow-list",
    .since = "0.1.0",
});

namespace {

std::string message_of(const lint::LintContext& cx, const lint::AllowList& list,
                       const lint::AllowListEntry& entry) {
  std::vector<std::string> exact;
  for (const std::size_t wanted : entry.redirects)
    exact.push_back(in_backticks(list.wanted[wanted]));
  const std::string url = in_backticks(entry.text.value);
  if (!exact.empty()) {
    return fmt::format(
        "{} is not needed, because the list has {}: it lets authorization codes go to every path "
        "of its host; remove it",
        url, join_words(exact));
  }
  return fmt::format(
      "{} is not needed on the allow list: {} never sends users there, and authorization codes "
      "could go to it; remove it",
      url, cx.resolved.platform->title);
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const lint::AllowList& list = cx.allow_list;
  const syntax::Node* own = edit::find_own_list(cx.document.root, {"oauth", "allow_list"});
  for (const lint::AllowListEntry& entry : list.entries) {
    if (entry.problem != lint::UrlProblem::unneeded) continue;
    Diagnostic found = report.make(entry.text.span, message_of(cx, list, entry));
    const auto edit = own == nullptr
                          ? std::nullopt
                          : edit::remove_item(cx.file, cx.document, *own, entry.text.span);
    if (edit) found.fixes.push_back({FixSafety::safe, "remove it", {*edit}, FixKind::remove});
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::unneeded_allow_list_entry
