#include <algorithm>
#include <fmt/core.h>
#include <string>

#include "edit/scalar.h"
#include "lint/rule.h"
#include "lint/text_words.h"
#include "text/utf8.h"

namespace zoomc::rules::summary_too_long {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "summary-too-long",
    .summary = "the app's short description has more than 150 characters",
    .severity = Severity::warning,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::review,
    .item = "listing",
    .since = "0.1.0",
});

namespace {

constexpr std::size_t kMaxSummary = 150;

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  if (!cx.app.summary) return;
  const std::string& summary = cx.app.summary->value;
  const std::size_t length = count_code_points(summary);
  if (length <= kMaxSummary) return;
  // Not at a blank, which may be a line break.
  const std::size_t limit = lint::byte_of_code_point(summary, kMaxSummary);
  const std::size_t begin = std::min(summary.find_first_not_of(" \n", limit), summary.size());
  Diagnostic found = report.make(edit::place_in(cx.file, *cx.app.summary, begin, summary.size()),
                                 fmt::format("the summary has {} characters and the listing shows "
                                             "at most {}: move the rest to `description`",
                                             length, kMaxSummary));
  found.primary_label = "past the limit";
  found.zoom.verdict = ZoomVerdict::review;
  report.report(std::move(found));
}

}  // namespace zoomc::rules::summary_too_long
