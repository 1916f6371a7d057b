#pragma once
#include "audit/manifest_view.h"
#include "catalog/catalog.h"
#include "diagnostics/sink.h"

namespace zoomc {

// What the catalog's tables say of a manifest's scopes beside its events: what signing in on
// `platform` (may be null) or an event needs and no scope allows, and scopes that nothing needs as
// far as a manifest can tell.
void audit_scopes(const ManifestView& manifest, const Catalog& catalog, const Platform* platform,
                  Sink& sink);

}  // namespace zoomc
