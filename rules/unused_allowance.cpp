#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "edit/collection.h"
#include "lint/policy.h"
#include "lint/rule.h"
#include "lint/suppression_index.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::rules::unused_allowance {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "unused-allowance",
    .summary = "an allowance allows nothing",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::own,
    .item = kItemOfPlace,
    .since = "0.1.0",
    .about_suppressions = true,
});

namespace {

// A file of nothing but such comments gets no more findings, and no more suggestions, than anyone
// would read.
constexpr std::size_t kMaxFindings = 1000;
constexpr std::size_t kMaxSuggestions = 100;
constexpr std::size_t kMaxListed = 5;

// Whether nothing is lost when the rule is taken out of its suppression.
bool is_removable(lint::SuppressionStatus status) {
  return status == lint::SuppressionStatus::unused || status == lint::SuppressionStatus::doubled ||
         status == lint::SuppressionStatus::fixed;
}

class Check {
 public:
  Check(const lint::LintContext& cx, lint::Reporter& report)
      : cx_(cx), judged_(cx.suppressions), report_(report) {}

  void run() {
    for (std::size_t i = 0; i < judged_.suppressions.size(); ++i) {
      const lint::Suppression& suppression = judged_.suppressions[i];
      if (suppression.rules.empty()) say_empty(suppression);
      for (std::size_t rule = 0; rule < suppression.rules.size(); ++rule) judge(i, rule);
    }
  }

 private:
  void say(Diagnostic found) {
    if (++findings_ <= kMaxFindings) report_.report(std::move(found));
  }

  void say_empty(const lint::Suppression& suppression) {
    if (suppression.other_word.empty()) {
      say(report_.make(suppression.span,
                       "the allowance names no rule; write `# zoomc: allow rule-id -- reason`"));
      return;
    }
    Diagnostic found =
        report_.make(suppression.other_word,
                     in_backticks("zoomc: " + std::string(cx_.file.slice(suppression.other_word))) +
                         " allows nothing; write `# zoomc: allow rule-id -- reason`");
    found.fixes.push_back({FixSafety::unsafe, "`allow`", {{suppression.other_word, "allow"}}});
    say(std::move(found));
  }

  void judge(std::size_t i, std::size_t rule) {
    const lint::SuppressionStatus status = judged_.statuses[i][rule];
    if (status == lint::SuppressionStatus::used || status == lint::SuppressionStatus::idle) return;
    const lint::Suppression& suppression = judged_.suppressions[i];
    const std::string_view id = suppression.rules[rule].id;
    Diagnostic found =
        report_.make(suppression.rules[rule].span, describe(suppression, id, status));
    // One that is for no line stands in the wrong place; it is to be moved.
    if (is_removable(status) && suppression.line != 0) offer_removal(i, rule, found);
    if (status == lint::SuppressionStatus::unknown_rule) suggest_rule(id, found);
    if (status == lint::SuppressionStatus::unknown_policy) suggest_policy(id, found);
    if (status == lint::SuppressionStatus::unnamed_policy) list_policies(found);
    say(std::move(found));
  }

  static std::string describe(const lint::Suppression& suppression, std::string_view id,
                              lint::SuppressionStatus status) {
    const std::string name = in_backticks(id);
    switch (status) {
      case lint::SuppressionStatus::idle:
      case lint::SuppressionStatus::used: return {};
      case lint::SuppressionStatus::unused: break;
      case lint::SuppressionStatus::doubled: return name + " is allowed here already; remove it";
      case lint::SuppressionStatus::unknown_rule: return "unknown rule " + name;
      case lint::SuppressionStatus::unknown_policy:
        return "unknown policy " + in_backticks(id.substr(lint::kPolicyRule.size() + 1)) +
               ": `.zoomc.yaml` has none of that id";
      case lint::SuppressionStatus::unnamed_policy:
        return name + " alone allows nothing; name the policy, as `policy-violation/its-id`";
      case lint::SuppressionStatus::fixed:
        return name + " cannot be allowed: the compiler itself reports it, not the linter";
      case lint::SuppressionStatus::about_suppressions:
        return name + " cannot be allowed; switch it off under `lint.rules` in `.zoomc.yaml`";
    }
    if (suppression.line == 0) {
      return "the allowance of " + name +
             " is for no line: it belongs behind what it allows or right above it";
    }
    const std::string_view where = suppression.above ? "the line below" : "this line";
    return name + " finds nothing on " + std::string(where) + "; remove its allowance";
  }

  void offer_removal(std::size_t i, std::size_t rule, Diagnostic& found) const {
    const lint::Suppression& suppression = judged_.suppressions[i];
    const auto& statuses = judged_.statuses[i];
    if (!std::all_of(statuses.begin(), statuses.end(), is_removable)) {
      found.fixes.push_back(
          {FixSafety::safe, "remove it", {lint::remove_rule(suppression, rule)}, FixKind::remove});
      return;
    }
    if (suppression.above && separates(suppression)) return;
    found.fixes.push_back({FixSafety::safe,
                           "remove the comment",
                           {lint::remove_suppression(cx_.file, suppression)},
                           FixKind::remove});
  }

  // Whether lines behind the comment would belong to a block scalar before it, were it gone: blank
  // ones, or comments of its depth.
  bool separates(const lint::Suppression& suppression) const {
    const lint::LongScalar* before = judged_.scalars->before(suppression.span.begin);
    if (before == nullptr || !before->is_block) return false;
    if (before->keeps_blank_lines) return true;
    const std::string_view text = cx_.file.text;
    const std::size_t line = text.find_last_of("\r\n", suppression.span.begin) + 1;
    const std::size_t next = text.find('\n', suppression.span.end);
    return next != std::string_view::npos &&
           !edit::bring_lines_to(text, next + 1, suppression.span.begin - line).empty();
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
    for (const config::Policy& policy : judged_.policies) ids.push_back(policy.id);
    suggest(ids, std::string(lint::kPolicyRule) + "/", id, found);
  }

  void list_policies(Diagnostic& found) const {
    std::vector<std::string> ids;
    for (const config::Policy& policy : judged_.policies) {
      if (ids.size() < kMaxListed)
        ids.push_back(in_backticks(std::string(lint::kPolicyRule) + "/" + policy.id));
    }
    if (ids.empty()) return;
    found.hints.push_back("the policies of `.zoomc.yaml` are " + join_words(ids) +
                          (judged_.policies.size() > ids.size() ? " and more" : ""));
  }

  const lint::LintContext& cx_;
  const lint::SuppressionUse& judged_;
  lint::Reporter& report_;
  std::size_t findings_ = 0;
  std::size_t suggestions_ = 0;
};

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  Check(cx, report).run();
}

}  // namespace zoomc::rules::unused_allowance
