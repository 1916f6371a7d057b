#pragma once
#include "catalog/catalog.h"
#include "manifest/json_place.h"
#include "manifest/manifest_findings.h"

namespace zoomc {

// What Zoom says of `oauth_information`, which may be absent.
void check_oauth(const JsonPlace& oauth_information, const Catalog& catalog,
                 ManifestFindings& findings);

}  // namespace zoomc
