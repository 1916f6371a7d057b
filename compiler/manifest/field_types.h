#pragma once
#include "manifest/json_place.h"
#include "manifest/manifest_findings.h"

namespace zoomc {

// Reports every known field of the manifest that has the wrong JSON type. `null` fits everywhere;
// fields that nobody has documented are let pass. A scope's `optional` is not looked at: Zoom takes
// strings there.
void check_field_types(const JsonPlace& root, ManifestFindings& findings);

}  // namespace zoomc
