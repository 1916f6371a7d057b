#pragma once
#include "catalog/catalog.h"
#include "manifest/json_place.h"
#include "manifest/manifest_findings.h"

namespace zoomc {

// What Zoom says of `oauth_information.scopes`: one finding a scope (the first that fits of
// unknown, app-owned, master, level, classic, duplicate), and one for the list.
void check_scopes(const JsonPlace& oauth_information, const Catalog& catalog,
                  ManifestFindings& findings);

}  // namespace zoomc
