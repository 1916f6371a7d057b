#include "lint/extra_scope.h"

#include "catalog/lookup.h"

namespace zoomc {
namespace {

ExtraScopeProblem judge(const LintContext& cx, const ResolvedScope& scope) {
  if (scope.source == ScopeSource::guide) return ExtraScopeProblem::fine;
  if (!scope.row) return ExtraScopeProblem::unknown;
  const Level level = cx.catalog.scopes[*scope.row].level;
  if (level == Level::app) return ExtraScopeProblem::app_owned;
  if (level == Level::master) return ExtraScopeProblem::master;
  return level == app_level(cx.resolved) ? ExtraScopeProblem::fine : ExtraScopeProblem::other_level;
}

}  // namespace

Level app_level(const ResolvedApp& resolved) {
  return resolved.is_admin() ? Level::admin : Level::user;
}

std::vector<ExtraScope> judge_extra_scopes(const LintContext& cx) {
  std::vector<ExtraScope> judged;
  for (const Text& text : cx.app.extra_scopes) {
    const ResolvedScope* scope = find_resolved_scope(cx.resolved, text.value);
    if (scope == nullptr) continue;
    judged.push_back({text, judge(cx, *scope), scope->row});
  }
  return judged;
}

}  // namespace zoomc
