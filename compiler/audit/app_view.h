#pragma once
#include <memory>

#include "audit/manifest_view.h"
#include "catalog/catalog.h"
#include "model/app.h"
#include "resolve/resolved_app.h"

namespace zoomc {

// A manifest as the linter sees an app: its name and URLs, each value with its place in the JSON
// file. What else an app may have is absent; what else a manifest has is in `manifest_extra`.
struct AppView {
  App app;
  ResolvedApp resolved;
};

// The platform is the one whose redirect the manifest has, or nearly has, else the one where the
// app itself receives it. On the heap, because `resolved` points into `app`.
std::unique_ptr<const AppView> view_as_app(const ManifestView& manifest, const Catalog& catalog);

}  // namespace zoomc
