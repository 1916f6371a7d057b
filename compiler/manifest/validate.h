#pragma once
#include <cstdint>
#include <rapidjson/fwd.h>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "diagnostics/diagnostic.h"

namespace zoomc::manifest {

// One thing Zoom's validator would say of a manifest.
struct ManifestFinding {
  std::string_view id;
  // As Zoom writes it: "/oauth_information/scopes[0]".
  std::string pointer;
  std::string message;
  ZoomVerdict verdict = ZoomVerdict::rejects;
  // The severity of the linter's rule for the same mistake: what Zoom accepts can still fail for
  // users all the same (error), what it rejects can be uncertain (warning).
  Severity severity = Severity::error;
  // Where to look, as `JsonPlace::order`: at the pointer or below it.
  std::vector<std::uint32_t> order;
};

// Zoom's own validator, offline, for a bare manifest (not wrapped): every behaviour in the table of
// facts/README.md, in the order of the document (what is absent after all that is there).
std::vector<ManifestFinding> validate_manifest(const rapidjson::Value& manifest,
                                               const catalog::Catalog& catalog);

// The answer of Zoom's validator to a manifest with these findings, on one line with a
// line break: {"ok":...,"error":...,"errors":...}. Only what it rejects is in it.
std::string zoom_reply(const std::vector<ManifestFinding>& findings);

// True if it answers `"ok":true`.
bool is_taken_by_zoom(const std::vector<ManifestFinding>& findings);

}  // namespace zoomc::manifest
