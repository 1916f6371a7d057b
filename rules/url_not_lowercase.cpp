#include <algorithm>
#include <fmt/core.h>
#include <string>

#include "edit/scalar.h"
#include "lint/allow_list.h"
#include "lint/rule.h"
#include "lint/url.h"
#include "lint/url_values.h"
#include "text/ascii.h"
#include "text/quote.h"

namespace zoomc::rules::url_not_lowercase {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "url-not-lowercase",
    .summary = "a redirect URL or allow list entry has upper-case letters",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::both,
    .sources = Source::zoom,
    .item = kItemOfPlace,
    .since = "0.1.0",
});

namespace {

constexpr std::string_view kUpperCase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

// Scheme and host mean the same in any case, and the redirect that an entry was written for is
// known. Only its server knows whether another path works in lower case.
FixSafety safety_of(const lint::LintContext& cx, const lint::UrlValue& url,
                    const std::string& lower) {
  const std::size_t path = lint::split_url(url.text.value).path.begin;
  const auto wanted = cx.allow_list.wanted;
  const bool is_wanted = url.role == lint::UrlRole::list_entry &&
                         std::find(wanted.begin(), wanted.end(), lower) != wanted.end();
  const bool only_host = url.text.value.find_first_of(kUpperCase, path) == std::string::npos;
  return only_host || is_wanted ? FixSafety::safe : FixSafety::unsafe;
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  for (const lint::UrlValue& url : cx.urls) {
    if (url.problem != lint::UrlProblem::not_lowercase) continue;
    const std::string& value = url.text.value;
    const std::string lower = lowered(value);
    Diagnostic found = report.make(
        edit::place_in(cx.file, url.text, value.find_first_of(kUpperCase),
                       value.find_last_of(kUpperCase) + 1),
        fmt::format(
            "{} has upper-case letters, and Zoom compares redirects letter by letter; write {}",
            url.name, in_backticks(lower)));
    found.primary_label = "write lower case";
    found.zoom = {ZoomVerdict::accepts, "users have then seen `Invalid redirect url` (4700)"};
    const FixSafety safety = safety_of(cx, url, lower);
    found.fixes = edit::offer_url(cx.file, url.text, safety, lower);
    if (safety == FixSafety::unsafe) {
      found.hints.push_back("the app must then send and answer the same URL in lower case");
    }
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::url_not_lowercase
