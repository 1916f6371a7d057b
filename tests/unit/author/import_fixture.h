#pragma once
#include <string>
#include <vector>

#include "author/import_manifest.h"
#include "catalog/builtin.h"
#include "manifest/compare.h"
#include "manifest/read_manifest.h"
#include "rules/registry.h"
#include "support/catch.h"

namespace zoomc::testing {
using namespace author;

inline driver::CheckOptions with_rules() {
  driver::CheckOptions options;
  options.catalog = &catalog::builtin_catalog();
  options.rules = rules::all_rules();
  return options;
}

inline manifest::ReadManifest read(const std::string& text) {
  Sink sink;
  auto manifest = manifest::read_manifest({"app.json", text}, sink);
  INFO(text);
  REQUIRE(manifest);
  REQUIRE_FALSE(sink.has_errors());
  return std::move(*manifest);
}

inline ImportedApp import_text(const std::string& text,
                               const driver::CheckOptions& options = with_rules()) {
  return import_manifest(read(text), "app.json", "app.zoom.yaml", options);
}

// The messages of the findings that keep the file from compiling.
inline std::vector<std::string> errors_of(const driver::Checked& checked) {
  std::vector<std::string> errors;
  for (const Diagnostic& found : checked.findings) {
    if (found.severity == Severity::error)
      errors.push_back(std::string(found.id) + ": " + found.message);
  }
  return errors;
}

inline std::vector<std::string> losses_of(const ImportedApp& imported) {
  std::vector<std::string> losses;
  for (const Diagnostic& loss : imported.losses) losses.push_back(loss.message);
  return losses;
}

}  // namespace zoomc::testing
