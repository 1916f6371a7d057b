#include <fmt/core.h>
#include <string>

#include "edit/scalar.h"
#include "lint/rule.h"
#include "lint/text_words.h"
#include "text/utf8.h"

namespace zoomc::rules::name_too_long {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "name-too-long",
    .summary = "the app's name has more than 49 characters",
    .severity = Severity::error,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::zoom,
    .item = "app-name",
    .since = "0.1.0",
});

void check(const lint::LintContext& cx, lint::Reporter& report) {
  if (!cx.app.name) return;
  const std::string& name = cx.app.name->value;
  const std::size_t length = count_code_points(name);
  if (length <= lint::kMaxName) return;
  Diagnostic found =
      report.make(edit::place_in(cx.file, *cx.app.name,
                                 lint::byte_of_code_point(name, lint::kMaxName), name.size()),
                  fmt::format("the name has {} characters and Zoom accepts at most {}", length,
                              lint::kMaxName));
  found.primary_label = "past the limit";
  found.zoom.verdict = ZoomVerdict::rejects;
  report.report(std::move(found));
}

}  // namespace zoomc::rules::name_too_long
