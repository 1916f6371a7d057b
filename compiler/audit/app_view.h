#pragma once
#include <memory>

#include "audit/manifest_view.h"
#include "resolve/compiled_app.h"

namespace zoomc {

// A manifest as the linter sees an app: its name and URLs, each value with its place in the JSON
// `file`. What else an app may have is absent; what else a manifest has is in `manifest_extra`. The
// platform is the one whose redirect the manifest has, or nearly has, else the one where the app
// itself receives it.
std::unique_ptr<CompiledApp> view_as_app(const ManifestView& manifest, SourceFile file,
                                         const Catalog& catalog);

}  // namespace zoomc
