#include <string>
#include <vector>

#include "lint/level.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::guide_names {

extern constexpr RuleInfo kInfo = checked({
    .id = "guide-names",
    .summary = "the guide's scope names are not all names that Zoom takes from new apps",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
});

namespace {

struct GuideNames {
  std::vector<std::string> classic;
  std::vector<std::string> unknown;
  std::vector<std::string> other_level;
};

GuideNames sort_names(const LintContext& cx) {
  GuideNames names;
  for (const ResolvedScope& scope : cx.resolved.scopes) {
    if (scope.source != ScopeSource::guide) continue;
    if (!scope.row) {
      names.unknown.push_back(in_backticks(scope.name));
    } else if (cx.catalog.scopes[*scope.row].model == ScopeModel::classic) {
      names.classic.push_back(in_backticks(scope.name));
    } else if (cx.catalog.scopes[*scope.row].level != app_level(cx.resolved)) {
      names.other_level.push_back(in_backticks(scope.name));
    }
  }
  return names;
}

std::string describe(const GuideNames& names, const ResolvedApp& resolved) {
  std::vector<std::string> parts;
  if (!names.classic.empty()) {
    parts.push_back(join_words(names.classic) + " (classic, which new apps cannot have)");
  }
  if (!names.unknown.empty()) {
    parts.push_back(join_words(names.unknown) + " (in none of Zoom's lists)");
  }
  if (!names.other_level.empty()) {
    parts.push_back(join_words(names.other_level) + " (of the other level than this " +
                    (resolved.is_admin() ? "admin" : "user") + "-managed app)");
  }
  return join_words(parts);
}

}  // namespace

void check(const LintContext& cx, Reporter& report) {
  if (cx.resolved.vocabulary != Vocabulary::guide) return;
  const GuideNames names = sort_names(cx);
  const std::string said = describe(names, cx.resolved);
  if (said.empty()) return;
  const Span place = cx.app.scope_names->span;
  Diagnostic found =
      report.make(place.empty() ? cx.app.zoomc_key : place,
                  "the guide names scopes that Zoom may refuse: " + said +
                      "; use `granular` unless the platform itself asks for the guide's names");
  if (!names.unknown.empty() || !names.other_level.empty()) {
    found.zoom = {ZoomVerdict::rejects, "unknown names and names of the other level"};
  } else {
    found.zoom = {ZoomVerdict::rejects, "classic names, in apps made since April 2024"};
  }
  if (!place.empty()) {
    found.fixes.push_back({FixSafety::unsafe, "`granular`", {{place, "granular"}}});
  }
  report.report(std::move(found));
}

}  // namespace zoomc::rules::guide_names
