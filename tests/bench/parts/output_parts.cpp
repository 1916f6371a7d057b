// What is written at the end: the manifest, and reports in every format.
#include <iterator>

#include "manifest/write.h"
#include "measure.h"
#include "render/format.h"
#include "resolve/justification.h"
#include "rules/registry.h"

namespace zoomc::bench {
namespace {

void manifest(const SourceFile&, const driver::Checked& checked) {
  Sink sink;
  const resolve::ResolvedApp& resolved = checked.analysis->resolved;
  benchmark::DoNotOptimize(
      manifest::write_manifest(resolved, resolve::justify(resolved), false, sink));
}

// SARIF tells of the rules too.
std::vector<render::RuleText> rule_texts() {
  std::vector<render::RuleText> texts;
  for (const lint::Rule& rule : rules::all_rules()) {
    texts.push_back({rule.info->id, rule.info->summary, rules::rule_documentation(rule.info->id),
                     rule.info->severity});
  }
  return texts;
}

// One report on all files, as `lint` writes it.
void measure_report(const render::FormatWord& format, const Input& input) {
  const auto run = [&format, &input](benchmark::State& state) {
    for (auto _ : state) {
      const auto report =
          render::make_report(format.value, {.version = "0.1.0", .rules = rule_texts()});
      std::size_t size = report->begin().size();
      const render::ReportOut count = [&size](std::string_view piece) { size += piece.size(); };
      for (std::size_t i = 0; i < input.files.size(); ++i) {
        report->file(input.files[i], input.checked[i].findings, count);
      }
      size += report->end().size();
      benchmark::DoNotOptimize(size);
    }
    report_rates(state, input);
  };
  const std::string name = "render/" + std::string(format.word) + "/" + input.name;
  benchmark::RegisterBenchmark(name.c_str(), run);
}

}  // namespace

void measure_output(const std::vector<Input>& inputs) {
  for (const Input& input : inputs) measure("write_manifest", input, manifest);
  for (const render::FormatWord& format : render::kFormats) {
    measure_report(format, find_input(inputs, "corpus"));
    measure_report(format, find_input(inputs, "mistakes"));
  }
}

}  // namespace zoomc::bench
