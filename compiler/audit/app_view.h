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

// A manifest for the parts of the audit: its values and their places in the file.
class ManifestView {
 public:
  explicit ManifestView(const manifest::ReadManifest& read) : read_(read), root_(*read.manifest) {}

  const manifest::JsonPlace& root() const { return root_; }
  manifest::JsonPlace section(std::string_view name) const { return root_.member(name); }

  // The place to point at: a text or number itself, an object or array by its key, or by its
  // opening brace if it has none; something absent by the nearest value around it.
  Span span_of(const std::vector<std::uint32_t>& order) const;
  Span span_of(const manifest::JsonPlace& place) const { return span_of(place.order()); }

  // The key of a member; for anything without a key the same as above.
  Span key_of(const std::vector<std::uint32_t>& order) const;

  // A string that is not blank.
  std::optional<Text> text(const manifest::JsonPlace& place) const;

  // Zoom's pointer of the smallest value whose key or value covers `span`; "/" outside of all.
  std::string pointer_of(Span span) const;

 private:
  const manifest::ReadManifest& read_;
  manifest::JsonPlace root_;
};

// A manifest as an app for the linter: its name and URLs, each value with its place in the JSON
// `file`. Other parts of an app are absent; other parts of the manifest are in `manifest_extra`.
// The platform is the one whose redirect the manifest has, or nearly has, else the one where the
// app itself receives it.
std::unique_ptr<resolve::CompiledApp> view_as_app(const ManifestView& manifest, SourceFile file,
                                                  const catalog::Catalog& catalog);

}  // namespace zoomc::audit
