#include <algorithm>

#include "lint/rule.h"
#include "lint/subjects.h"
#include "text/quote.h"

namespace zoomc::rules::separate_integration {

extern constexpr lint::RuleInfo kInfo = lint::checked({
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

void check_product(const lint::LintContext& cx, const catalog::Integration& integration,
                   std::string_view product, lint::Reporter& report) {
  const auto users = lint::subjects_of_product(cx, product);
  if (users.empty()) return;
  const std::string title(integration.title);
  Diagnostic found = report.make(
      users.front()->span, lint::names_of(users) + (users.size() == 1 ? " belongs" : " belong") +
                               " to " + title + ", an integration of its own in " +
                               std::string(cx.resolved.platform->title) + "; enable it and list " +
                               in_backticks(integration.id) + " under `unified.integrations`");
  for (std::size_t i = 1; i < users.size() && i < kMaxLabels; ++i) {
    found.labels.push_back({users[i]->span, "and this"});
  }
  found.hints.push_back("its scopes may stand in this app or in one of its own");
  if (auto fix = lint::add_integration(cx, integration.id)) found.fixes.push_back(*std::move(fix));
  report.report(std::move(found));
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const catalog::Platform* platform = cx.resolved.platform;
  if (platform == nullptr || !lint::are_integrations_read(cx)) return;
  for (const catalog::Integration& integration : platform->integrations) {
    if (lint::lists_integration(cx, integration.id)) continue;
    for (const std::string_view product : integration.products) {
      check_product(cx, integration, product, report);
    }
  }
}

}  // namespace zoomc::rules::separate_integration
