#include <fmt/core.h>
#include <string>
#include <vector>

#include "edit/collection.h"
#include "edit/scalar.h"
#include "lint/allow_list.h"
#include "lint/redirect_difference.h"
#include "lint/rule.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::rules::redirect_not_allow_listed {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "redirect-not-allow-listed",
    .summary = "the redirect URL is not on the OAuth allow list",
    .severity = Severity::error,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::both,
    .sources = Source::guide,
    .item = "allow-list",
    .since = "0.1.0",
});

namespace {

// Where the app itself receives the redirect, only the app knows whether an entry that is this
// close is a typo.
constexpr std::size_t kCloseEdits = 2;

Diagnostic misspelt(const lint::LintContext& cx, const Text& entry, const std::string& url,
                    const lint::Reporter& report) {
  const auto difference = lint::redirect_difference(entry.value, url, *cx.resolved.platform);
  Diagnostic found =
      report.make(edit::place_in(cx.file, entry, difference->begin, difference->end),
                  fmt::format("allow list entry {}, so the redirect {} is not on the list",
                              difference->says, in_backticks(url)));
  found.primary_label = difference->action;
  found.zoom = lint::effect_of_broken_url(lint::UrlRole::redirect);
  found.fixes = edit::offer_url(cx.file, entry, FixSafety::safe, url);
  return found;
}

void point_at_close_entry(const lint::AllowList& list, const std::string& url, Diagnostic& found) {
  constexpr std::size_t kMaxCompared = 100;
  for (std::size_t i = 0; i < list.entries.size() && i < kMaxCompared; ++i) {
    const Text& entry = list.entries[i].text;
    if (edit_distance(entry.value, url, kCloseEdits) > kCloseEdits) continue;
    found.labels.push_back({entry.span, "close, but not the same"});
    return;
  }
}

Diagnostic missing(const lint::LintContext& cx, const lint::AllowList& list,
                   const lint::Reporter& report) {
  std::vector<std::string> names;
  std::vector<std::string> items;
  for (const std::size_t wanted : list.lacking) {
    names.push_back(in_backticks(list.wanted[wanted]));
    items.push_back(edit::as_yaml_word(list.wanted[wanted]));
  }
  Diagnostic found = report.make(
      cx.app.oauth.allow_list_key,
      fmt::format("the allow list lacks {}: Zoom refuses a redirect that is not on the list",
                  join_words(names)));
  found.zoom = lint::effect_of_broken_url(lint::UrlRole::redirect);
  if (cx.resolved.platform->regions.empty()) {
    point_at_close_entry(list, list.wanted[list.lacking.front()], found);
  }
  if (const syntax::Node* own = edit::find_own_list(cx.document.root, {"oauth", "allow_list"})) {
    if (auto edit = edit::append_items(cx.file, *own, items)) {
      found.fixes.push_back(
          {FixSafety::safe, fmt::format("add {}", join_words(names)), {*std::move(edit)}});
    }
  }
  return found;
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  if (!cx.app.oauth.allow_list) return;
  const lint::AllowList& list = cx.allow_list;
  for (const lint::AllowListEntry& entry : list.entries) {
    if (entry.problem != lint::UrlProblem::not_listed) continue;
    report.report(misspelt(cx, entry.text, list.wanted[entry.redirects.front()], report));
  }
  if (!list.lacking.empty()) report.report(missing(cx, list, report));
}

}  // namespace zoomc::rules::redirect_not_allow_listed
