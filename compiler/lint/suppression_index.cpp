#include "lint/suppression_index.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "lint/joined_lines.h"
#include "lint/lint.h"
#include "lint/policy.h"

namespace zoomc::lint {
namespace {

bool may_have_suppressions(const SourceFile& file, const syntax::Document& document) {
  return std::any_of(
      document.comments.begin(), document.comments.end(), [&](const syntax::Comment& comment) {
        return file.slice(comment.span).find(kSuppressionMark) != std::string_view::npos;
      });
}

// Says why a rule that a suppression names has no effect.
class StatusJudge {
 public:
  StatusJudge(const resolve::ResolvedApp& resolved, std::span<const config::Policy> policies,
              std::span<const Rule> rules, const LintSettings& settings)
      : resolved_(resolved), settings_(settings), choice_(settings) {
    for (const Rule& rule : rules) rules_.emplace(rule.info->id, rule.info);
    for (const config::Policy& policy : policies) policies_.emplace(policy.id, &policy);
    fixed_.insert(settings.fixed_ids.begin(), settings.fixed_ids.end());
  }

  SuppressionStatus operator()(std::string_view id) const {
    if (const auto rule = rules_.find(id); rule != rules_.end()) {
      if (rule->second->about_suppressions) return SuppressionStatus::about_suppressions;
      if (id == kPolicyRule) return SuppressionStatus::unnamed_policy;
      return in_vain(id, true);
    }
    constexpr std::size_t kPrefix = kPolicyRule.size();
    if (id.starts_with(kPolicyRule) && id.substr(kPrefix).starts_with('/')) {
      const auto policy = policies_.find(id.substr(kPrefix + 1));
      if (policy == policies_.end()) return SuppressionStatus::unknown_policy;
      return in_vain(kPolicyRule, applies(*policy->second, resolved_));
    }
    return fixed_.count(id) != 0 ? SuppressionStatus::fixed : SuppressionStatus::unknown_rule;
  }

 private:
  SuppressionStatus in_vain(std::string_view rule, bool asked) const {
    const bool sure = asked && settings_.whole && choice_.runs(rule);
    return sure ? SuppressionStatus::unused : SuppressionStatus::idle;
  }

  const resolve::ResolvedApp& resolved_;
  const LintSettings& settings_;
  RuleChoice choice_;
  std::unordered_map<std::string_view, const RuleInfo*> rules_;
  std::unordered_map<std::string_view, const config::Policy*> policies_;
  std::unordered_set<std::string_view> fixed_;
};

}  // namespace

SuppressionIndex::SuppressionIndex(const SourceFile& file, const syntax::Document& document) {
  if (!may_have_suppressions(file, document)) return;
  lines_ = std::make_unique<LineIndex>(file.text);
  scalars_ = std::make_unique<LongScalars>(file, document);
  joined_ = std::make_unique<JoinedLines>(*scalars_, *lines_);
  suppressions_ = read_suppressions(file, document, *lines_);
  for (std::size_t i = 0; i < suppressions_.size(); ++i) {
    const Suppression& suppression = suppressions_[i];
    statuses_.emplace_back(suppression.rules.size(), SuppressionStatus::unused);
    for (std::size_t rule = 0; rule < suppression.rules.size(); ++rule) {
      const std::string id(suppression.rules[rule].id);
      places_[{suppression.line, suppression.above, id}].push_back({i, rule});
    }
  }
}

// The keys that a suppression of the finding may have: above its first line, on its first or last
// one, and the same for the lines that these are joined with.
std::vector<SuppressionIndex::Key> SuppressionIndex::keys_of(const Diagnostic& found) const {
  const FindingLines at = lines_of(found.primary, *lines_, *joined_);
  const std::string rule = suppressed_as(found);
  std::vector<Key> keys;
  const auto add = [&](std::uint32_t line, bool above) {
    Key key{line, above, rule};
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
  };
  add(at.own.first, true);
  add(at.own.first, false);
  add(at.own.last, false);
  add(at.joined.first, true);
  add(at.joined.first, false);
  add(at.joined.last, false);
  return keys;
}

const Suppression* SuppressionIndex::suppression_for(const Diagnostic& found) {
  if (suppressions_.empty()) return nullptr;
  std::vector<Place> candidates;
  for (const Key& key : keys_of(found)) {
    const auto places = places_.find(key);
    if (places == places_.end()) continue;
    std::vector<Place>& same = places->second;
    // Duplicates under one key stay duplicates: later only the first is looked up.
    for (std::size_t i = 1; i < same.size(); ++i) status(same[i]) = SuppressionStatus::doubled;
    same.resize(1);
    candidates.push_back(same.front());
  }
  if (candidates.empty()) return nullptr;
  const auto is_used = [this](const Place& place) {
    return status(place) == SuppressionStatus::used;
  };
  auto used = std::find_if(candidates.begin(), candidates.end(), is_used);
  if (used == candidates.end()) used = candidates.begin();
  status(*used) = SuppressionStatus::used;
  for (const Place& place : candidates) {
    if (!is_used(place)) status(place) = SuppressionStatus::doubled;
  }
  return &suppressions_[used->suppression];
}

SuppressionUse SuppressionIndex::use(const resolve::ResolvedApp& resolved,
                                     std::span<const config::Policy> policies,
                                     std::span<const Rule> rules, const LintSettings& settings) {
  SuppressionUse judged{.suppressions = suppressions_, .statuses = statuses_, .policies = policies};
  if (suppressions_.empty()) return judged;
  const StatusJudge judge(resolved, policies, rules, settings);
  for (std::size_t i = 0; i < suppressions_.size(); ++i) {
    for (std::size_t rule = 0; rule < suppressions_[i].rules.size(); ++rule) {
      SuppressionStatus& status = statuses_[i][rule];
      if (status == SuppressionStatus::unused) status = judge(suppressions_[i].rules[rule].id);
    }
  }
  for (const Rule& rule : rules) {
    if (!rule.info->about_suppressions) judged.rules.push_back(rule.info->id);
  }
  judged.scalars = scalars_.get();
  return judged;
}

}  // namespace zoomc::lint
