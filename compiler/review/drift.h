#pragma once
#include <string>
#include <vector>

#include "manifest/compare.h"
#include "manifest/read_manifest.h"
#include "resolve/compiled_app.h"
#include "source/source_file.h"

namespace zoomc::review {

// One thing in which the app file and Zoom differ: `before` is what the file compiles to, `after`
// what Zoom has. Places are "crm.zoom.yaml:12:3", safe to show, empty if there is none.
struct Drift {
  manifest::ManifestChange change;
  std::string file_place;
  std::string zoom_place;
  // How to change the file to match Zoom, or why not to, as a phrase with `code`; empty
  // where nothing can be said.
  std::string advice;
};

struct [[nodiscard]] DriftReport {
  // The names of the two files.
  std::string file;
  std::string manifest;
  // Only Zoom has it, only the file has it, both have it and differ.
  std::vector<Drift> only_zoom;
  std::vector<Drift> only_file;
  std::vector<Drift> different;
  // Scopes in which they differ because Zoom adds them by itself.
  std::vector<std::string> implied;

  bool is_clean() const { return only_zoom.empty() && only_file.empty() && different.empty(); }
};

// Compares what an app file means with what Zoom has, in the words of the file. `cx` is of a file
// without errors, `compiled` the manifest it compiles to, `zoom` was read from `zoom_file`.
DriftReport find_drift(const resolve::CompiledApp& cx, const json::Value& compiled,
                       const manifest::ReadManifest& zoom, const SourceFile& zoom_file);

// "scope `a`, required"; "`app.summary`: `A` in the file, `B` in Zoom". Secrets are not shown.
std::string describe_drift(const manifest::ManifestChange& change,
                           std::string (*code)(std::string_view) = nullptr);

// The key of the app file that says it: "app.summary", "manifest_extra.features.embed".
std::string key_of(const manifest::ManifestChange& change);

// `update` is the command that makes the body of Zoom's update call, as a shell takes it.
std::string drift_text(const DriftReport& report, const std::string& update);
std::string drift_markdown(const DriftReport& report, const std::string& update);
std::string drift_json(const DriftReport& report);

}  // namespace zoomc::review
