#include "lint/lint.h"

#include <algorithm>
#include <utility>

#include "lint/facts.h"
#include "lint/suppression_index.h"

namespace zoomc::lint {
namespace {

void run(const Rule& rule, const LintContext& cx, const RuleChoice& choice,
         std::vector<Diagnostic>& findings) {
  if (!choice.runs(rule.info->id)) return;
  Reporter reporter(*rule.info, choice.severity(rule.info->id), findings);
  rule.check(cx, reporter);
}

// Passes on a finding of another phase that has the id of a rule: for the user both have one name
// and one way to suppress them.
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

bool has(std::span<const std::string> ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

LintContext::LintContext(const resolve::CompiledApp& whole, const LintFacts& facts,
                         std::span<const config::Policy> own_rules, const SuppressionUse& use)
    : compiled(whole),
      file(whole.file),
      document(whole.document),
      app(whole.app),
      resolved(whole.resolved),
      catalog(whole.catalog),
      extra_scopes(facts.extra_scopes),
      allow_list(facts.allow_list),
      urls(facts.urls),
      reviewer_texts(facts.reviewer_texts),
      justifications(facts.justifications),
      secrets(facts.secrets),
      policies(own_rules),
      suppressions(use) {}

void lint(const resolve::CompiledApp& app, const LintFacts& facts, std::span<const Rule> rules,
          const LintSettings& settings, std::vector<Diagnostic> others, Sink& sink,
          Sink& suppressed) {
  std::span<const config::Policy> policies;
  if (settings.config != nullptr) policies = settings.config->policies;
  const RuleChoice choice(settings);
  std::vector<Diagnostic> findings;
  const SuppressionUse not_known_yet;
  const LintContext cx(app, facts, policies, not_known_yet);
  for (const Rule& rule : rules) {
    if (!rule.info->about_suppressions) run(rule, cx, choice, findings);
  }
  for (Diagnostic& found : others) adopt(std::move(found), rules, choice, findings, sink);

  SuppressionIndex index(app.file, app.document);
  for (Diagnostic& found : findings) {
    const Suppression* suppression = index.suppression_for(found);
    if (suppression != nullptr) found.suppression = suppression->reason;
    (suppression == nullptr ? sink : suppressed).add(std::move(found));
  }
  const SuppressionUse use = index.use(app.resolved, policies, rules, settings);
  const LintContext about(app, facts, policies, use);
  std::vector<Diagnostic> last;
  for (const Rule& rule : rules) {
    if (rule.info->about_suppressions) run(rule, about, choice, last);
  }
  for (Diagnostic& found : last) sink.add(std::move(found));
}

std::optional<config::RuleLevel> RuleChoice::level(std::string_view rule) const {
  return settings_.config == nullptr ? std::nullopt : settings_.config->find_level(rule);
}

bool RuleChoice::runs(std::string_view rule) const {
  if (has(settings_.ignore, rule)) return false;
  if (!settings_.select.empty()) return has(settings_.select, rule);
  return level(rule) != config::RuleLevel::off;
}

std::optional<Severity> RuleChoice::severity(std::string_view rule) const {
  const std::optional<config::RuleLevel> chosen = level(rule);
  if (!chosen) return std::nullopt;
  switch (*chosen) {
    case config::RuleLevel::off: return std::nullopt;
    case config::RuleLevel::note: return Severity::note;
    case config::RuleLevel::warning: return Severity::warning;
    case config::RuleLevel::error: return Severity::error;
  }
  return std::nullopt;
}

}  // namespace zoomc::lint
