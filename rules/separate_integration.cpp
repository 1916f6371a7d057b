#include <algorithm>

#include "lint/integration.h"
#include "lint/rule.h"
#include "lint/subjects.h"
#include "text/quote.h"

namespace zoomc::rules::separate_integration {

extern constexpr RuleInfo kInfo = checked({
    .id = "separate-integration",
    .summary = "the app uses Zoom Calendar, which is an integration of its own",
    .severity = Severity::note,
    .fix = FixPromise::sometimes,
});

namespace {

constexpr std::string_view kProduct = "calendar";
constexpr std::string_view kIntegration = "zoom_calendar";
constexpr std::size_t kMaxLabels = 5;

const Integration* find_integration(const Platform* platform) {
  if (platform == nullptr) return nullptr;
  const auto& all = platform->integrations;
  const auto place = std::find_if(all.begin(), all.end(), [](const Integration& integration) {
    return integration.id == kIntegration;
  });
  return place == all.end() ? nullptr : &*place;
}

}  // namespace

void check(const LintContext& cx, Reporter& report) {
  const Platform* platform = cx.resolved.platform;
  const Integration* integration = find_integration(platform);
  if (integration == nullptr || !are_integrations_read(cx)) return;
  if (lists_integration(cx, kIntegration)) return;
  const auto users = subjects_of_product(cx, kProduct);
  if (users.empty()) return;
  const std::string title(integration->title);
  Diagnostic found = report.make(
      users.front()->span, names_of(users) + (users.size() == 1 ? " belongs" : " belong") + " to " +
                               title + ", an integration of its own in " +
                               std::string(platform->title) + "; enable it and list " +
                               quoted(kIntegration) + " under `unified.integrations`");
  for (std::size_t i = 1; i < users.size() && i < kMaxLabels; ++i) {
    found.labels.push_back({users[i]->span, "and this"});
  }
  found.hints.push_back("its scopes may stand in this app or in one of its own");
  if (auto fix = add_integration(cx, kIntegration)) found.fixes.push_back(*std::move(fix));
  report.report(std::move(found));
}

}  // namespace zoomc::rules::separate_integration
