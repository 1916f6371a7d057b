#include <algorithm>

#include "lint/rule.h"
#include "lint/subjects.h"
#include "text/quote.h"

namespace zoomc::rules::separate_integration {

extern constexpr RuleInfo kInfo = checked({
    .id = "separate-integration",
    .summary = "the app uses Zoom Calendar, which is an integration of its own",
    .severity = Severity::note,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::guide,
    .item = "integrations",
    .since = "0.1.0",
});

namespace {

constexpr std::size_t kMaxLabels = 5;

void check_product(const LintContext& cx, const Integration& integration, std::string_view product,
                   Reporter& report) {
  const auto users = subjects_of_product(cx, product);
  if (users.empty()) return;
  const std::string title(integration.title);
  Diagnostic found = report.make(
      users.front()->span, names_of(users) + (users.size() == 1 ? " belongs" : " belong") + " to " +
                               title + ", an integration of its own in " +
                               std::string(cx.resolved.platform->title) + "; enable it and list " +
                               in_backticks(integration.id) + " under `unified.integrations`");
  for (std::size_t i = 1; i < users.size() && i < kMaxLabels; ++i) {
    found.labels.push_back({users[i]->span, "and this"});
  }
  found.hints.push_back("its scopes may stand in this app or in one of its own");
  if (auto fix = add_integration(cx, integration.id)) found.fixes.push_back(*std::move(fix));
  report.report(std::move(found));
}

}  // namespace

void check(const LintContext& cx, Reporter& report) {
  const Platform* platform = cx.resolved.platform;
  if (platform == nullptr || !are_integrations_read(cx)) return;
  for (const Integration& integration : platform->integrations) {
    if (lists_integration(cx, integration.id)) continue;
    for (const std::string_view product : integration.products) {
      check_product(cx, integration, product, report);
    }
  }
}

}  // namespace zoomc::rules::separate_integration
