#include "lint/allowance_book.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "lint/finding_lines.h"
#include "lint/policy.h"
#include "lint/rule_choice.h"

namespace zoomc {
namespace {

bool may_have_allowances(const SourceFile& file, const Document& document) {
  return std::any_of(
      document.comments.begin(), document.comments.end(), [&](const Comment& comment) {
        return file.slice(comment.span).find(kAllowanceMark) != std::string_view::npos;
      });
}

// Tells what is to be said of a rule that an allowance names in vain.
class FateJudge {
 public:
  FateJudge(const LintContext& cx, std::span<const Rule> rules, const LintSettings& settings)
      : cx_(cx), settings_(settings), choice_(settings) {
    for (const Rule& rule : rules) rules_.emplace(rule.info->id, rule.info);
    for (const Policy& policy : cx.policies) policies_.emplace(policy.id, &policy);
    fixed_.insert(settings.fixed_ids.begin(), settings.fixed_ids.end());
  }

  AllowanceFate operator()(std::string_view id) const {
    if (const auto rule = rules_.find(id); rule != rules_.end()) {
      if (rule->second->about_allowances) return AllowanceFate::about_allowances;
      if (id == kPolicyRule) return AllowanceFate::unnamed_policy;
      return in_vain(id, true);
    }
    constexpr std::size_t kPrefix = kPolicyRule.size();
    if (id.starts_with(kPolicyRule) && id.substr(kPrefix).starts_with('/')) {
      const auto policy = policies_.find(id.substr(kPrefix + 1));
      if (policy == policies_.end()) return AllowanceFate::unknown_policy;
      return in_vain(kPolicyRule, applies(*policy->second, cx_.resolved));
    }
    return fixed_.count(id) != 0 ? AllowanceFate::fixed : AllowanceFate::unknown_rule;
  }

 private:
  AllowanceFate in_vain(std::string_view rule, bool asked) const {
    const bool sure = asked && settings_.whole && choice_.runs(rule);
    return sure ? AllowanceFate::unused : AllowanceFate::idle;
  }

  const LintContext& cx_;
  const LintSettings& settings_;
  RuleChoice choice_;
  std::unordered_map<std::string_view, const RuleInfo*> rules_;
  std::unordered_map<std::string_view, const Policy*> policies_;
  std::unordered_set<std::string_view> fixed_;
};

}  // namespace

AllowanceBook::AllowanceBook(const SourceFile& file, const Document& document) {
  if (!may_have_allowances(file, document)) return;
  lines_ = std::make_unique<LineIndex>(file.text);
  scalars_ = std::make_unique<LongScalars>(file, document);
  joined_ = std::make_unique<JoinedLines>(*scalars_, *lines_);
  allowances_ = read_allowances(file, document, *lines_);
  for (std::size_t i = 0; i < allowances_.size(); ++i) {
    const Allowance& allowance = allowances_[i];
    fates_.emplace_back(allowance.rules.size(), AllowanceFate::unused);
    for (std::size_t rule = 0; rule < allowance.rules.size(); ++rule) {
      const std::string id(allowance.rules[rule].id);
      places_[{allowance.line, allowance.above, id}].push_back({i, rule});
    }
  }
}

// The keys under which an allowance of the finding may stand: above its first line, on its first or
// last one, and the same of the lines that these are joined with.
std::vector<AllowanceBook::Key> AllowanceBook::keys_of(const Diagnostic& found) const {
  const FindingLines at = lines_of(found.primary, *lines_, *joined_);
  const std::string rule = allowed_as(found);
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

const Allowance* AllowanceBook::allowance_for(const Diagnostic& found) {
  if (allowances_.empty()) return nullptr;
  std::vector<Place> candidates;
  for (const Key& key : keys_of(found)) {
    const auto places = places_.find(key);
    if (places == places_.end()) continue;
    std::vector<Place>& same = places->second;
    // Doubles under one key stay doubles: only the first is ever looked at again.
    for (std::size_t i = 1; i < same.size(); ++i) fate(same[i]) = AllowanceFate::doubled;
    same.resize(1);
    candidates.push_back(same.front());
  }
  if (candidates.empty()) return nullptr;
  const auto is_used = [this](const Place& place) { return fate(place) == AllowanceFate::used; };
  auto used = std::find_if(candidates.begin(), candidates.end(), is_used);
  if (used == candidates.end()) used = candidates.begin();
  fate(*used) = AllowanceFate::used;
  for (const Place& place : candidates) {
    if (!is_used(place)) fate(place) = AllowanceFate::doubled;
  }
  return &allowances_[used->allowance];
}

JudgedAllowances AllowanceBook::judge(const LintContext& cx, std::span<const Rule> rules,
                                      const LintSettings& settings) {
  JudgedAllowances judged{.allowances = allowances_, .fates = fates_, .policies = cx.policies};
  if (allowances_.empty()) return judged;
  const FateJudge judge(cx, rules, settings);
  for (std::size_t i = 0; i < allowances_.size(); ++i) {
    for (std::size_t rule = 0; rule < allowances_[i].rules.size(); ++rule) {
      AllowanceFate& fate = fates_[i][rule];
      if (fate == AllowanceFate::unused) fate = judge(allowances_[i].rules[rule].id);
    }
  }
  for (const Rule& rule : rules) {
    if (!rule.info->about_allowances) judged.rules.push_back(rule.info->id);
  }
  judged.scalars = scalars_.get();
  return judged;
}

}  // namespace zoomc
