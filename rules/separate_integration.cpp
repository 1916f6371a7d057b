#include <algorithm>
#include <fmt/core.h>

#include "lint/requests.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::separate_integration {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "separate-integration",
    .summary = "the app uses Zoom Calendar, which is a separate integration",
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
  const auto users = lint::requests_of_product(cx, product);
  if (users.empty()) return;

  Diagnostic found = report.make(
      users.front()->span,
      fmt::format("{} {} to {}, a separate integration in {}; enable it and list {} under "
                  "`unified.integrations`",
                  lint::names_of(users), users.size() == 1 ? "belongs" : "belong",
                  integration.title, cx.resolved.platform->title, in_backticks(integration.id)));
  for (std::size_t i = 1; i < users.size() && i < kMaxLabels; ++i) {
    found.labels.push_back({users[i]->span, "and this"});
  }
  found.hints.push_back("its scopes can be in this app or in a separate one");
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
