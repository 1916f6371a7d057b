#pragma once
#include "audit/manifest_view.h"
#include "catalog/catalog.h"
#include "diagnostics/sink.h"

namespace zoomc {

// What Zoom's review says of the texts of a manifest: links that are missing, a description that is
// too long, placeholders.
void audit_listing(const ManifestView& manifest, const Catalog& catalog, Sink& sink);

}  // namespace zoomc
