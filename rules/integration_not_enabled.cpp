#include <algorithm>
#include <fmt/core.h>

#include "lint/requests.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::integration_not_enabled {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "integration-not-enabled",
    .summary = "the written list of integrations lacks one that a feature needs",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::guide,
    .item = "integrations",
    .since = "0.1.0",
});

namespace {

std::vector<const resolve::Request*> features_needing(const lint::LintContext& cx,
                                                      const catalog::Integration& integration) {
  std::vector<const resolve::Request*> features;
  for (const resolve::Request& request : cx.resolved.requests) {
    if (request.kind != resolve::RequestKind::feature) continue;
    if (cx.resolved.needs(integration, cx.catalog.features[*request.row])) {
      features.push_back(&request);
    }
  }
  return features;
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const catalog::Platform* platform = cx.resolved.platform;
  if (platform == nullptr || !cx.app.integrations || !lint::are_integrations_read(cx)) return;
  for (const catalog::Integration& integration : platform->integrations) {
    if (lint::lists_integration(cx, integration.id)) continue;
    const auto features = features_needing(cx, integration);
    if (features.empty()) continue;
    Diagnostic found =
        report.make(cx.app.integrations->front().key,
                    fmt::format("the integrations lack {}, which {} {}; enable {} too",
                                in_backticks(integration.id), lint::names_of(features),
                                features.size() == 1 ? "needs" : "need", integration.title));
    found.labels.push_back({features.front()->span, "needs it"});
    found.hints.push_back(fmt::format(
        "in {}'s dashboard, under Integrations, enable {} with the Client ID and Secret",
        platform->title, integration.title));
    if (auto fix = lint::add_integration(cx, integration.id))
      found.fixes.push_back(*std::move(fix));
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::integration_not_enabled
