#include "lint/lint.h"

#include <algorithm>
#include <utility>

#include "lint/allowance_book.h"
#include "lint/rule_choice.h"
#include "lint/shared_judgements.h"

namespace zoomc {
namespace {

void run(const Rule& rule, const LintContext& cx, const RuleChoice& choice,
         std::vector<Diagnostic>& findings) {
  if (!choice.runs(rule.info->id)) return;
  Reporter reporter(*rule.info, choice.severity(rule.info->id), findings);
  rule.check(cx, reporter);
}

// What another phase found under the id of a rule: the user has one name for it and one way to
// silence it.
void adopt(Diagnostic found, std::span<const Rule> rules, const RuleChoice& choice,
           std::vector<Diagnostic>& findings, Sink& sink) {
  const auto rule = std::find_if(rules.begin(), rules.end(),
                                 [&found](const Rule& one) { return one.info->id == found.id; });
  if (rule == rules.end()) return sink.add(std::move(found));
  if (!choice.runs(found.id)) return;
  found.item = rule->info->item;
  found.severity = choice.severity(found.id).value_or(found.severity);
  findings.push_back(std::move(found));
}

}  // namespace

void lint(LintContext cx, std::span<const Rule> rules, const LintSettings& settings,
          std::vector<Diagnostic> others, Sink& sink, Sink& suppressed) {
  const SharedJudgements shared(cx);
  const RuleChoice choice(settings);
  std::vector<Diagnostic> findings;
  for (const Rule& rule : rules) {
    if (!rule.info->about_allowances) run(rule, cx, choice, findings);
  }
  for (Diagnostic& found : others) adopt(std::move(found), rules, choice, findings, sink);

  AllowanceBook book(cx.file, cx.document);
  for (Diagnostic& found : findings) {
    const Allowance* allowance = book.allowance_for(found);
    if (allowance != nullptr) found.suppression = allowance->reason;
    (allowance == nullptr ? sink : suppressed).add(std::move(found));
  }
  const JudgedAllowances judged = book.judge(cx, rules, settings);
  cx.allowances = &judged;
  std::vector<Diagnostic> about;
  for (const Rule& rule : rules) {
    if (rule.info->about_allowances) run(rule, cx, choice, about);
  }
  for (Diagnostic& found : about) sink.add(std::move(found));
}

}  // namespace zoomc
