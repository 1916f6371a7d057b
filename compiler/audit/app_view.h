#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "manifest/json_place.h"
#include "manifest/read_manifest.h"
#include "resolve/compiled_app.h"
#include "source/located.h"

namespace zoomc::audit {

// A manifest as the parts of the audit look at it: its values and where they stand in the file.
class ManifestView {
 public:
  explicit ManifestView(const manifest::ReadManifest& read) : read_(read), root_(*read.manifest) {}

  const manifest::JsonPlace& root() const { return root_; }
  manifest::JsonPlace section(std::string_view name) const { return root_.member(name); }

  // The place to point at: a text or number whole, an object or array by its key, or by its opening
  // brace where it has none; what is absent by that of the nearest value around it.
  Span span_of(const std::vector<std::uint32_t>& order) const;
  Span span_of(const manifest::JsonPlace& place) const { return span_of(place.order()); }

  // A member's key; of what has none the same as above.
  Span key_of(const std::vector<std::uint32_t>& order) const;

  // A string that is not blank.
  std::optional<Text> text(const manifest::JsonPlace& place) const;

  // Zoom's pointer of the smallest value whose key or value covers `span`; "/" outside of all.
  std::string pointer_of(Span span) const;

 private:
  const manifest::ReadManifest& read_;
  manifest::JsonPlace root_;
};

// A manifest as the linter sees an app: its name and URLs, each value with its place in the JSON
// `file`. What else an app may have is absent; what else a manifest has is in `manifest_extra`. The
// platform is the one whose redirect the manifest has, or nearly has, else the one where the app
// itself receives it.
std::unique_ptr<resolve::CompiledApp> view_as_app(const ManifestView& manifest, SourceFile file,
                                                  const catalog::Catalog& catalog);

}  // namespace zoomc::audit
