#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lint/judged_allowances.h"
#include "lint/lines_behind.h"
#include "lint/policy.h"
#include "lint/rule.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::rules::unused_allowance {

extern constexpr RuleInfo kInfo = checked({
    .id = "unused-allowance",
    .summary = "an allowance allows nothing",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::own,
    .item = kItemOfPlace,
    .since = "0.1.0",
    .about_allowances = true,
});

namespace {

// A file of nothing but such comments gets no more findings, and no more suggestions, than anyone
// would read.
constexpr std::size_t kMaxFindings = 1000;
constexpr std::size_t kMaxSuggestions = 100;
constexpr std::size_t kMaxListed = 5;

// Whether nothing is lost when the rule is taken out of its allowance.
bool is_removable(AllowanceFate fate) {
  return fate == AllowanceFate::unused || fate == AllowanceFate::doubled ||
         fate == AllowanceFate::fixed;
}

class Check {
 public:
  Check(const LintContext& cx, Reporter& report)
      : cx_(cx), judged_(*cx.allowances), report_(report) {}

  void run() {
    for (std::size_t i = 0; i < judged_.allowances.size(); ++i) {
      const Allowance& allowance = judged_.allowances[i];
      if (allowance.rules.empty()) say_empty(allowance);
      for (std::size_t rule = 0; rule < allowance.rules.size(); ++rule) judge(i, rule);
    }
  }

 private:
  void say(Diagnostic found) {
    if (++findings_ <= kMaxFindings) report_.report(std::move(found));
  }

  void say_empty(const Allowance& allowance) {
    if (allowance.other_word.empty()) {
      say(report_.make(allowance.span,
                       "the allowance names no rule; write `# zoomc: allow rule-id -- reason`"));
      return;
    }
    Diagnostic found =
        report_.make(allowance.other_word,
                     in_backticks("zoomc: " + std::string(cx_.file.slice(allowance.other_word))) +
                         " allows nothing; write `# zoomc: allow rule-id -- reason`");
    found.fixes.push_back({FixSafety::unsafe, "`allow`", {{allowance.other_word, "allow"}}});
    say(std::move(found));
  }

  void judge(std::size_t i, std::size_t rule) {
    const AllowanceFate fate = judged_.fates[i][rule];
    if (fate == AllowanceFate::used || fate == AllowanceFate::idle) return;
    const Allowance& allowance = judged_.allowances[i];
    const std::string_view id = allowance.rules[rule].id;
    Diagnostic found = report_.make(allowance.rules[rule].span, describe(allowance, id, fate));
    // One that is for no line stands in the wrong place; it is to be moved.
    if (is_removable(fate) && allowance.line != 0) offer_removal(i, rule, found);
    if (fate == AllowanceFate::unknown_rule) suggest_rule(id, found);
    if (fate == AllowanceFate::unknown_policy) suggest_policy(id, found);
    if (fate == AllowanceFate::unnamed_policy) list_policies(found);
    say(std::move(found));
  }

  static std::string describe(const Allowance& allowance, std::string_view id, AllowanceFate fate) {
    const std::string name = in_backticks(id);
    switch (fate) {
      case AllowanceFate::idle:
      case AllowanceFate::used: return {};
      case AllowanceFate::unused: break;
      case AllowanceFate::doubled: return name + " is allowed here already; remove it";
      case AllowanceFate::unknown_rule: return "unknown rule " + name;
      case AllowanceFate::unknown_policy:
        return "unknown policy " + in_backticks(id.substr(kPolicyRule.size() + 1)) +
               ": `.zoomc.yaml` has none of that id";
      case AllowanceFate::unnamed_policy:
        return name + " alone allows nothing; name the policy, as `policy-violation/its-id`";
      case AllowanceFate::fixed:
        return name + " cannot be allowed: the compiler itself reports it, not the linter";
      case AllowanceFate::about_allowances:
        return name + " cannot be allowed; switch it off under `lint.rules` in `.zoomc.yaml`";
    }
    if (allowance.line == 0) {
      return "the allowance of " + name +
             " is for no line: it belongs behind what it allows or right above it";
    }
    const std::string_view where = allowance.above ? "the line below" : "this line";
    return name + " finds nothing on " + std::string(where) + "; remove its allowance";
  }

  void offer_removal(std::size_t i, std::size_t rule, Diagnostic& found) const {
    const Allowance& allowance = judged_.allowances[i];
    const auto& fates = judged_.fates[i];
    if (!std::all_of(fates.begin(), fates.end(), is_removable)) {
      found.fixes.push_back(
          {FixSafety::safe, "remove it", {remove_rule(allowance, rule)}, FixKind::remove});
      return;
    }
    if (allowance.above && separates(allowance)) return;
    found.fixes.push_back({FixSafety::safe,
                           "remove the comment",
                           {remove_allowance(cx_.file, allowance)},
                           FixKind::remove});
  }

  // Whether lines behind the comment would belong to a block scalar before it, were it gone: blank
  // ones, or comments of its depth.
  bool separates(const Allowance& allowance) const {
    const LongScalar* before = judged_.scalars->before(allowance.span.begin);
    if (before == nullptr || !before->is_block) return false;
    if (before->keeps_blank_lines) return true;
    const std::string_view text = cx_.file.text;
    const std::size_t line = text.find_last_of("\r\n", allowance.span.begin) + 1;
    const std::size_t next = text.find('\n', allowance.span.end);
    return next != std::string_view::npos &&
           !bring_lines_to(text, next + 1, allowance.span.begin - line).empty();
  }

  // Names the nearest of `choices`; `id` stands behind `prefix`.
  void suggest(const std::vector<std::string_view>& choices, const std::string& prefix,
               std::string_view id, Diagnostic& found) {
    if (++suggestions_ > kMaxSuggestions) return;
    const auto near = nearest(id.substr(prefix.size()), choices);
    if (!near) return;
    const std::string meant = prefix + std::string(*near);
    found.message += "; did you mean " + in_backticks(meant) + "?";
    found.fixes.push_back({FixSafety::unsafe, in_backticks(meant), {{found.primary, meant}}});
  }

  void suggest_rule(std::string_view id, Diagnostic& found) {
    suggest(judged_.rules, "", id, found);
    if (found.fixes.empty()) found.hints.push_back("`zoomc catalog rules` lists the rules");
  }

  void suggest_policy(std::string_view id, Diagnostic& found) {
    std::vector<std::string_view> ids;
    for (const Policy& policy : judged_.policies) ids.push_back(policy.id);
    suggest(ids, std::string(kPolicyRule) + "/", id, found);
  }

  void list_policies(Diagnostic& found) const {
    std::vector<std::string> ids;
    for (const Policy& policy : judged_.policies) {
      if (ids.size() < kMaxListed)
        ids.push_back(in_backticks(std::string(kPolicyRule) + "/" + policy.id));
    }
    if (ids.empty()) return;
    found.hints.push_back("the policies of `.zoomc.yaml` are " + join_words(ids) +
                          (judged_.policies.size() > ids.size() ? " and more" : ""));
  }

  const LintContext& cx_;
  const JudgedAllowances& judged_;
  Reporter& report_;
  std::size_t findings_ = 0;
  std::size_t suggestions_ = 0;
};

}  // namespace

void check(const LintContext& cx, Reporter& report) {
  Check(cx, report).run();
}

}  // namespace zoomc::rules::unused_allowance
