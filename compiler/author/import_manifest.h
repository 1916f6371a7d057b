#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "driver/check.h"
#include "manifest/read_manifest.h"

namespace zoomc::author {

struct [[nodiscard]] ImportedApp {
  // The app file, comments and all.
  std::string text;
  // The compiler's result for it; with errors it is refused, and comments in the file say why.
  driver::Checked checked;
  // The parts of the manifest that the file cannot express, or the reverse, with their places in
  // it.
  std::vector<Diagnostic> losses;
};

// Why a manifest is too large to be turned into an app file; nothing when it is not.
std::optional<Diagnostic> refuse_import(const manifest::ReadManifest& manifest);

// The smallest app file that compiles to a manifest with the same meaning (`compare_manifests`),
// with comments on what was inferred and what a person should look at. Not guessed but tried: each
// choice is compiled and compared. `source` is how people know the manifest, `file_name` what
// findings call the app file. Scopes that Zoom adds by itself are left out. A manifest that the
// compiler would refuse is written down as far as it can be.
ImportedApp import_manifest(const manifest::ReadManifest& manifest, std::string_view source,
                            std::string file_name, const driver::CheckOptions& options);

}  // namespace zoomc::author
