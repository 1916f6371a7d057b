#include <fmt/core.h>
#include <optional>
#include <string>
#include <vector>

#include "edit/collection.h"
#include "edit/scalar.h"
#include "lint/allow_list.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::base_url_in_strict_mode {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "base-url-in-strict-mode",
    .summary = "strict mode is on and only a base URL on the allow list covers the redirect",
    .severity = Severity::error,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::both,
    .sources = Source::guide,
    .item = "allow-list",
    .since = "0.1.0",
});

namespace {

// Replaces the base with the exact URLs: the first in its place, the others at the end of the list.
std::optional<Fix> exact_urls(const lint::LintContext& cx, const Text& entry,
                              const syntax::Node& list, const std::vector<std::string>& urls,
                              std::string title) {
  Fix fix{FixSafety::safe, std::move(title), {edit::replace_url(cx.file, entry, urls.front())}};
  std::vector<std::string> others;
  for (std::size_t i = 1; i < urls.size(); ++i) others.push_back(edit::as_yaml_word(urls[i]));
  if (others.empty()) return fix;
  auto edit = edit::append_items(cx.file, list, others);
  if (!edit) return std::nullopt;
  fix.edits.push_back(*std::move(edit));
  return fix;
}

void report_base(const lint::LintContext& cx, const Text& entry,
                 const std::vector<std::string>& urls, lint::Reporter& report) {
  std::vector<std::string> names;
  names.reserve(urls.size());
  for (const std::string& url : urls) names.push_back(in_backticks(url));
  const std::string exact = join_words(names);
  Diagnostic found = report.make(
      entry.span, fmt::format("strict mode is on and only the base URL {} covers {}: it is not "
                              "confirmed that strict mode accepts base URLs, so list the exact {}",
                              in_backticks(entry.value), exact, urls.size() == 1 ? "URL" : "URLs"));
  const auto& strict = cx.app.oauth.strict_mode;
  if (strict) {
    found.labels.push_back({strict->span, "strict mode requires exact matches"});
  } else {
    found.hints.push_back("strict mode requires exact matches; it is on by default");
  }
  found.zoom = {ZoomVerdict::accepts, "users may then see `Invalid redirect url` (4700)"};
  if (const syntax::Node* list = edit::find_own_list(cx.document.root, {"oauth", "allow_list"})) {
    if (auto fix = exact_urls(cx, entry, *list, urls, exact)) {
      found.fixes.push_back(*std::move(fix));
    }
  }
  report.report(std::move(found));
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const lint::AllowList& list = cx.allow_list;
  for (const lint::AllowListEntry& entry : list.entries) {
    if (entry.problem != lint::UrlProblem::base_in_strict_mode) continue;
    std::vector<std::string> urls;
    for (const std::size_t wanted : entry.redirects) urls.push_back(list.wanted[wanted]);
    report_base(cx, entry.text, urls, report);
  }
}

}  // namespace zoomc::rules::base_url_in_strict_mode
