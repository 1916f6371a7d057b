#include "lint/extra_scope.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalog/lookup.h"
#include "lint/implied_scope.h"
#include "lint/level.h"

namespace zoomc {
namespace {

// More labels than that tell nobody more.
constexpr std::size_t kMaxLabels = 5;

class ExtraScopeJudge {
 public:
  explicit ExtraScopeJudge(const CompiledApp& cx)
      : cx_(cx), met_(cx.resolved.requirements.size(), false) {
    for (const ResolvedScope& scope : cx.resolved.scopes) {
      if (scope.source == ScopeSource::extra) continue;
      for (const std::uint32_t requirement : scope.meets) met_[requirement] = true;
    }
  }

  ExtraScopeProblem judge(const ExtraScope& extra) {
    const ResolvedScope& scope = *extra.scope;
    if (scope.source == ScopeSource::guide) return ExtraScopeProblem::fine;
    if (!scope.row) return ExtraScopeProblem::unknown;
    const Scope& row = cx_.catalog.scopes[*scope.row];
    if (row.level == Level::app) return ExtraScopeProblem::app_owned;
    if (row.level == Level::master) return ExtraScopeProblem::master;
    if (is_of_other_level(row)) return ExtraScopeProblem::other_level;
    if (row.model == ScopeModel::classic && cx_.resolved.model == ScopeModel::granular) {
      return ExtraScopeProblem::classic;
    }
    if (extra.is_derived() || !extra.repeats.empty()) return ExtraScopeProblem::duplicate;
    return is_needed(scope) ? ExtraScopeProblem::fine : ExtraScopeProblem::unneeded;
  }

 private:
  // Whether the app's level is known takes some work to find out, and mostly nobody asks.
  bool is_of_other_level(const Scope& row) {
    // Zoom has one level for a name that both models have: that of the granular scope.
    const auto granular = find_scope(cx_.catalog, row.name, ScopeModel::granular);
    const Level level = granular ? cx_.catalog.scopes[*granular].level : row.level;
    if (level == app_level(cx_.resolved)) return false;
    if (!level_known_) level_known_ = is_level_known(cx_);
    return *level_known_;
  }

  // Where `justify` could not be read nobody knows what it explains.
  bool is_needed(const ResolvedScope& scope) {
    if (is_explained(scope.name) || cx_.app.find_unread("justify") != nullptr) return true;
    if (is_implied_scope(cx_, scope.name)) return true;
    // The guide's names may not allow what its features do; then a scope by hand does.
    if (cx_.resolved.vocabulary == Vocabulary::guide && scope.operations_needed > 0) return true;
    return std::any_of(scope.meets.begin(), scope.meets.end(),
                       [&](std::uint32_t requirement) { return !met_[requirement]; });
  }

  bool is_explained(std::string_view scope) {
    if (!explained_) {
      explained_.emplace();
      explained_->reserve(cx_.app.justify.size());
      for (const KeyedText& entry : cx_.app.justify) explained_->push_back(entry.key);
      std::sort(explained_->begin(), explained_->end());
    }
    return std::binary_search(explained_->begin(), explained_->end(), scope);
  }

  const CompiledApp& cx_;
  std::optional<bool> level_known_;
  // The keys of `justify`, sorted.
  std::optional<std::vector<std::string_view>> explained_;
  // The requirements that the manifest meets without extra scopes.
  std::vector<bool> met_;
};

}  // namespace

std::vector<ExtraScope> judge_extra_scopes(const CompiledApp& cx) {
  std::vector<ExtraScope> judged;
  if (cx.app.extra_scopes.empty()) return judged;
  std::unordered_map<std::string_view, std::size_t> places;
  for (const Text& text : cx.app.extra_scopes) {
    const ResolvedScope* scope = find_resolved_scope(cx.resolved, text.value);
    if (scope == nullptr) continue;
    const auto [place, is_new] = places.try_emplace(text.value, judged.size());
    if (is_new) {
      judged.push_back({.text = text, .scope = scope});
    } else {
      judged[place->second].repeats.push_back(text);
    }
  }
  ExtraScopeJudge judge(cx);
  for (ExtraScope& extra : judged) extra.problem = judge.judge(extra);
  return judged;
}

std::optional<std::string> name_at_app_level(const CompiledApp& cx, const Scope& scope) {
  if (scope.model != cx.resolved.model) return std::nullopt;
  constexpr std::string_view kAdmin = ":admin";
  constexpr std::string_view kMaster = ":master";
  std::string_view stem = scope.name;
  for (const std::string_view suffix : {kAdmin, kMaster}) {
    if (stem.ends_with(suffix)) stem.remove_suffix(suffix.size());
  }
  std::string name(stem);
  if (cx.resolved.is_admin()) name += kAdmin;
  // The name alone may not tell its level.
  if (name == scope.name) return std::nullopt;
  const auto other = find_scope(cx.catalog, name, scope.model);
  if (!other || cx.catalog.scopes[*other].level != app_level(cx.resolved)) return std::nullopt;
  return name;
}

void label_repeats(const ExtraScope& extra, Diagnostic& found) {
  for (std::size_t i = 0; i < extra.repeats.size() && i < kMaxLabels; ++i) {
    found.labels.push_back({extra.repeats[i].span, "and again here"});
  }
}

}  // namespace zoomc
