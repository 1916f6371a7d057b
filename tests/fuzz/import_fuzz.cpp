// A manifest, or an app that is compiled to one: importing does not crash and gives an app file
// that compiles to the same, or says what is lost. Of what the compiler wrote itself nothing is
// lost.
#include <algorithm>
#include <string>

#include "author/import_manifest.h"
#include "catalog/builtin.h"
#include "held_findings.h"
#include "hold.h"
#include "manifest/compare.h"
#include "manifest/read_manifest.h"
#include "review/drift.h"
#include "rules/registry.h"

namespace zoomc::fuzz {
namespace {

const driver::CheckOptions kOptions{.catalog = &catalog::builtin_catalog(),
                                    .rules = rules::all_rules()};

// The manifest of an app without errors; else nothing. An allowance is none of the manifest, so
// that what it allows is an error again in what is imported.
std::string compile(const std::string& app) {
  driver::Checked checked = driver::check({"app.zoom.yaml", app}, kOptions);
  const bool has_allowance = app.find("zoomc: allow") != std::string::npos;
  const bool is_fine = checked.is_app && !checked.has_errors() && !has_allowance;
  return is_fine ? std::move(checked.manifest) : std::string();
}

std::optional<manifest::ReadManifest> read(const SourceFile& file) {
  Sink sink;
  auto manifest = manifest::read_manifest(file, sink);
  if (sink.has_errors() || !manifest) return std::nullopt;
  while (const auto inner = manifest->wrapped_again()) manifest->enter(*inner);
  return manifest;
}

// Nothing differs that the import does not speak of. Scopes that Zoom adds by itself are no
// difference to `drift` either.
void hold_drift(const SourceFile& file, const manifest::ReadManifest& manifest,
                const author::ImportedApp& imported) {
  const auto compiled = read({"compiled.json", imported.checked.manifest});
  hold(compiled.has_value(), "what is compiled can be read");
  const review::DriftReport drift =
      review::find_drift(*imported.checked.analysis, *compiled->manifest, manifest, file);
  hold_json(review::drift_json(drift));
  const std::size_t found =
      drift.only_zoom.size() + drift.only_file.size() + drift.different.size();
  if (imported.losses.empty() && found > 0)
    fail("the import hides a loss\n" + review::drift_text(drift, ""));
}

void hold_import(const SourceFile& file, const manifest::ReadManifest& manifest, bool is_own) {
  const author::ImportedApp imported =
      author::import_manifest(manifest, file.path, "app.zoom.yaml", kOptions);
  hold_spans(file, imported.losses);
  hold_spans(imported.checked.analysis->file, imported.checked.findings);
  hold(imported.checked.analysis->file.text == imported.text, "what was checked is the app file");
  if (!imported.checked.is_app) fail("the app file is none\n" + imported.text);
  const bool has_errors = imported.checked.has_errors();
  if (is_own && has_errors) fail("the app file has errors\n" + imported.text);
  if (is_own && !imported.losses.empty()) fail("lost: " + imported.losses.front().message);
  if (!has_errors) hold_drift(file, manifest, imported);
}

bool is_json(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin != std::string::npos && text[begin] == '{';
}

}  // namespace
}  // namespace zoomc::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zoomc;
  std::string text = fuzz::text_of(data, size);
  const bool is_own = !fuzz::is_json(text);
  if (is_own) text = fuzz::compile(text);
  if (text.empty()) return 0;
  const SourceFile file{"app.json", std::move(text)};
  if (const auto manifest = fuzz::read(file)) fuzz::hold_import(file, *manifest, is_own);
  return 0;
}
