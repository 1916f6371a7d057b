#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/sink.h"
#include "json/value.h"
#include "source/span.h"
#include "syntax/tree.h"

namespace zoomc::manifest {

// A YAML value as JSON. A value that JSON cannot have (a number past 64 bits, infinities, a key
// that is no scalar) is reported at its place and left out, a scalar as null.
json::Value to_json(const syntax::Node& node, json::Allocator& allocator, Sink& sink);

// True if the member's key can be a JSON key; otherwise reports it.
bool has_usable_key(const syntax::Member& member, Sink& sink);

// The key of an app file that sets a leaf of the manifest: "app.name". `choice` is how it is set
// where several keys do, or none of the leaf alone.
struct LeafKey {
  std::string_view pointer;
  std::string_view key;
  std::string_view choice;
};
// Null for a leaf that no key says.
const LeafKey* find_leaf_key(std::string_view pointer);

// "oauth_information.usage": a pointer as people write the way to a leaf.
std::string dotted(std::string_view pointer);

// The place in the file of a value of the manifest that came from `manifest_extra` (its own span,
// for a mapping that of its key), and the values below it by their order in the manifest. What came
// from elsewhere has no place, and may have such values below it.
struct ExtraPlaces {
  std::optional<Span> place;
  std::vector<ExtraPlaces> below;
};

// Merges a mapping into the manifest leaf by leaf: objects merge, arrays and scalars are leaves,
// new keys go behind those that are there. A leaf that is there already stays and is reported, but
// for `oauth_information.scope_description`, which is replaced.
ExtraPlaces merge_extra(const syntax::Node& extra, json::Document& manifest, Sink& sink);

}  // namespace zoomc::manifest
