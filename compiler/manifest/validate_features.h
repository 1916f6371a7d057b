#pragma once
#include "manifest/json_place.h"
#include "manifest/manifest_findings.h"

namespace zoomc {

// What Zoom says of `features`, which may be absent.
void check_features(const JsonPlace& features, ManifestFindings& findings);

}  // namespace zoomc
