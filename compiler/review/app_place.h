#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "manifest/compare.h"
#include "resolve/resolved_app.h"
#include "source/span.h"

namespace zoomc::review {

// Finds the place in an app file for a part of its manifest.
class AppPlaces {
 public:
  // `resolved` must outlive it.
  explicit AppPlaces(const resolve::ResolvedApp& resolved);

  // For a scope what asks for it, for a redirect the URL or the region. Empty where no single place
  // does, and where the app does not have it. `is_after`: the app is the newer of the two.
  Span of(const manifest::ManifestChange& change, bool is_after) const;

 private:
  Span find(const manifest::ManifestChange& change) const;
  Span find_entry(manifest::ManifestPart part, std::string_view name) const;
  Span of_event(const manifest::ManifestChange& change) const;
  void add_entry(manifest::ManifestPart part, const Text& entry);
  void add_events();

  const resolve::ResolvedApp& resolved_;
  // Entries of lists by part and name; what belongs to a subscription by its name, too.
  std::unordered_map<std::string, Span> entries_;
};

}  // namespace zoomc::review
