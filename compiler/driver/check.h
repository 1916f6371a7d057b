#pragma once
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "config/config.h"
#include "diagnostics/diagnostic.h"
#include "lint/facts.h"
#include "lint/rule.h"
#include "model/app.h"

namespace zoomc::driver {

struct CheckOptions {
  const catalog::Catalog* catalog = nullptr;
  std::span<const lint::Rule> rules;
  model::Overrides overrides;
  // The manifest is the body of Zoom's update call, {"manifest": ...}.
  bool wrap = false;
  // `Checked::manifest` is left empty where only the findings are asked for.
  bool findings_only = false;
  // The project's settings, read without errors; null: none.
  const config::ProjectConfig* config = nullptr;
  // When not empty, the only rules that run, also those that the project has switched off.
  std::vector<std::string> select;
  // Rules that never run, even if settings turn them on.
  std::vector<std::string> ignore;
};

// The app of one file, which knows its secrets now, and the findings in their order.
// `analysis->resolved` and `manifest` are whole only without errors. `is_app` is false when the
// file could not be read as an app at all.
struct [[nodiscard]] Checked {
  std::unique_ptr<resolve::CompiledApp> analysis;
  lint::LintFacts facts;
  std::string manifest;
  std::vector<Diagnostic> findings;
  // The findings that comments of the file allow, in the same order.
  std::vector<Diagnostic> suppressed;
  bool is_app = false;

  bool has_errors() const;
};

// The pipeline: syntax, model, resolve, lint, manifest. Every phase reports what it finds, and the
// later ones go on with what is left.
Checked check(SourceFile file, const CheckOptions& options);

}  // namespace zoomc::driver
