// The whole of a file: `check`, and of it what is our own work behind the tree.
#include "catalog/builtin.h"
#include "driver/rule_ids.h"
#include "lint/lint.h"
#include "measure.h"
#include "model/build.h"
#include "resolve/resolve.h"
#include "rules/registry.h"

namespace zoomc::bench {
namespace {

void whole_check(const SourceFile& file, const driver::Checked&) {
  benchmark::DoNotOptimize(driver::check(file, check_options()));
}

// Model, resolve and all rules.
void own_work(const SourceFile& file, const driver::Checked& checked) {
  Sink sink;
  Sink suppressed;
  resolve::CompiledApp app(file, catalog::builtin_catalog());
  app.document = checked.analysis->document;
  app.app = model::build_app(app.document, sink);
  app.resolved = resolve::resolve(app.app, app.catalog, sink);
  lint::lint(app, lint::LintFacts(app), rules::all_rules(), {.fixed_ids = driver::phase_ids()}, {},
             sink, suppressed);
  benchmark::DoNotOptimize(sink);
}

}  // namespace

void measure_pipeline(const std::vector<Input>& inputs) {
  for (const Input& input : inputs) {
    measure("own_work", input, own_work);
    measure("check", input, whole_check);
  }
}

}  // namespace zoomc::bench
