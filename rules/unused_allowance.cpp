#include <algorithm>
#include <fmt/core.h>
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
    Diagnostic found = report_.make(
        suppression.other_word,
        fmt::format(
            "{} allows nothing; write `# zoomc: allow rule-id -- reason`",
            in_backticks(fmt::format("zoomc: {}", cx_.file.slice(suppression.other_word)))));
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
    // One that applies to no line is in the wrong place; it should be moved.
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
      case lint::SuppressionStatus::doubled:
        return fmt::format("{} is already allowed here; remove it", name);
      case lint::SuppressionStatus::unknown_rule: return fmt::format("unknown rule {}", name);
      case lint::SuppressionStatus::unknown_policy:
        return fmt::format("unknown policy {}: `.zoomc.yaml` has no policy with that id",
                           in_backticks(id.substr(lint::kPolicyRule.size() + 1)));
      case lint::SuppressionStatus::unnamed_policy:
        return fmt::format("{} alone allows nothing; name the policy, as `policy-violation/its-id`",
                           name);
      case lint::SuppressionStatus::fixed:
        return fmt::format("{} cannot be allowed: the compiler itself reports it, not the linter",
                           name);
      case lint::SuppressionStatus::about_suppressions:
        return fmt::format(
            "{} cannot be allowed; switch it off under `lint.rules` in `.zoomc.yaml`", name);
    }
    if (suppression.line == 0) {
      return fmt::format(
          "the allowance of {} applies to no line; put it at the end of the line that it allows or "
          "right above that line",
          name);
    }
    return suppression.above
               ? fmt::format("{} finds nothing on the line below; remove its allowance", name)
               : fmt::format("{} finds nothing on this line; remove its allowance", name);
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

  // Whether lines after the comment would belong to a block scalar before it if the comment were
  // removed: blank lines, or comments of its depth.
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

  // Names the nearest of `choices`; `id` begins with `prefix`.
  void suggest(const std::vector<std::string_view>& choices, const std::string& prefix,
               std::string_view id, Diagnostic& found) {
    if (++suggestions_ > kMaxSuggestions) return;
    const auto near = nearest(id.substr(prefix.size()), choices);
    if (!near) return;
    const std::string meant = prefix + std::string(*near);
    found.message += fmt::format("; did you mean {}?", in_backticks(meant));
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
        ids.push_back(in_backticks(fmt::format("{}/{}", lint::kPolicyRule, policy.id)));
    }
    if (ids.empty()) return;
    found.hints.push_back(
        judged_.policies.size() > ids.size()
            ? fmt::format("the policies of `.zoomc.yaml` are {} and more", join_words(ids))
            : fmt::format("the policies of `.zoomc.yaml` are {}", join_words(ids)));
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
