#pragma once
#include <string>
#include <vector>

#include "manifest/validate.h"

namespace zoomc {

// What Zoom's validator answers to a manifest of which these are the findings, on one line with a
// line break: {"ok":...,"error":...,"errors":...}. Only what it rejects is in it.
std::string zoom_reply(const std::vector<ManifestFinding>& findings);

// Whether it answers `"ok":true`.
bool is_taken_by_zoom(const std::vector<ManifestFinding>& findings);

}  // namespace zoomc
