// Each rule by itself, over the files of the corpus, and what all of them share.
#include <deque>
#include <memory>
#include <stdexcept>

#include "catalog/builtin.h"
#include "config/read_config.h"
#include "driver/rule_ids.h"
#include "lint/facts.h"
#include "lint/suppression_index.h"
#include "measure.h"
#include "rules/registry.h"

namespace zoomc::bench {
namespace {

// The settings of README.md: without a policy the rule on policies has nothing to do.
constexpr const char* kSettings = R"(policy:
  - id: no-delete
    deny: {scopes: ["*:delete:*"]}
  - id: eu-only
    allow: {regions: [eu]}
  - id: privacy-page
    require: [app.links.privacy]
    when: {stage: published}
)";

config::ProjectConfig settings() {
  const auto rules = driver::ids_of(rules::all_rules());
  Sink sink;
  config::ProjectConfig config = config::read_config({std::string(config::kConfigName), kSettings},
                                                     {rules, driver::phase_ids()}, sink);
  if (sink.has_errors()) throw std::runtime_error("the settings are refused");
  return config;
}

// What a rule is shown of one file; it points into itself and into `app`.
struct RuleView {
  RuleView(const resolve::CompiledApp& app, const config::ProjectConfig& config)
      : facts(app),
        index(app.file, app.document),
        use(index.use(app.resolved, config.policies, rules::all_rules(),
                      {.config = &config, .fixed_ids = driver::phase_ids()})),
        cx(app, facts, config.policies, use) {}
  RuleView(const RuleView&) = delete;
  RuleView& operator=(const RuleView&) = delete;

  lint::LintFacts facts;
  lint::SuppressionIndex index;
  lint::SuppressionUse use;
  lint::LintContext cx;
};

using RuleViews = std::vector<std::unique_ptr<RuleView>>;

void measure_rule(const lint::Rule& rule, const Input& input, const RuleViews& views) {
  const auto run = [&rule, &input, &views](benchmark::State& state) {
    for (auto _ : state) {
      std::vector<Diagnostic> findings;
      lint::Reporter reporter(*rule.info, std::nullopt, findings);
      for (const auto& view : views) rule.check(view->cx, reporter);
      benchmark::DoNotOptimize(findings);
    }
    report_rates(state, input);
  };
  const std::string name = "rule/" + std::string(rule.info->id) + "/" + input.name;
  benchmark::RegisterBenchmark(name.c_str(), run);
}

void find_facts(const SourceFile&, const driver::Checked& checked) {
  benchmark::DoNotOptimize(lint::LintFacts(*checked.analysis));
}

void read_suppressions(const SourceFile& file, const driver::Checked& checked) {
  benchmark::DoNotOptimize(lint::SuppressionIndex(file, checked.analysis->document));
}

void every_rule(const SourceFile&, const driver::Checked& checked) {
  Sink sink;
  Sink suppressed;
  lint::lint(*checked.analysis, checked.facts, rules::all_rules(),
             {.fixed_ids = driver::phase_ids()}, {}, sink, suppressed);
  benchmark::DoNotOptimize(sink);
}

}  // namespace

void measure_rules(const std::vector<Input>& inputs) {
  static const config::ProjectConfig config = settings();
  static RuleViews views;
  const Input& corpus = find_input(inputs, "corpus");
  for (const driver::Checked& checked : corpus.checked) {
    views.push_back(std::make_unique<RuleView>(*checked.analysis, config));
  }
  measure("rule/judged-once-for-all-rules", corpus, find_facts);
  measure("rule/reading-of-allowances", corpus, read_suppressions);
  for (const lint::Rule& rule : rules::all_rules()) measure_rule(rule, corpus, views);
  for (const Input& input : inputs) measure("all_rules", input, every_rule);
}

}  // namespace zoomc::bench
