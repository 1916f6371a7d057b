#pragma once
#include <set>
#include <string>
#include <vector>

#include "audit/manifest_view.h"
#include "catalog/catalog.h"
#include "diagnostics/sink.h"
#include "manifest/validate.h"

namespace zoomc {

// The scopes of a manifest that speaks the guide's names, as `scope_names: guide` writes it: on a
// platform that has such names, with all that the guide names for signing in. What the validator
// finds of them one by one is a single doubt, as for the app.
class GuideScopes {
 public:
  // `platform` may be null.
  GuideScopes(const ManifestView& manifest, const Catalog& catalog, const Platform* platform);

  // Whether `report` says it.
  bool covers(const ManifestFinding& found) const;
  void report(Sink& sink) const;

 private:
  const ManifestView& manifest_;
  const Catalog& catalog_;
  // The names, and Zoom's pointers of their entries; empty where the manifest does not speak so.
  std::vector<std::string> names_;
  std::set<std::string, std::less<>> pointers_;
};

}  // namespace zoomc
