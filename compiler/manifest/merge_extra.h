#pragma once
#include <optional>
#include <vector>

#include "diagnostics/sink.h"
#include "manifest/json.h"
#include "source/span.h"
#include "syntax/tree.h"

namespace zoomc {

// Where in the file a value of the manifest stands that came from `manifest_extra` (its own span,
// for a mapping that of its key), and the values below it by their order in the manifest. What came
// from elsewhere has no place, and may have such values below it.
struct ExtraPlaces {
  std::optional<Span> place;
  std::vector<ExtraPlaces> below;
};

// Merges a mapping into the manifest leaf by leaf: objects merge, arrays and scalars are leaves,
// new keys go behind those that are there. A leaf that is there already stays and is reported, but
// for `oauth_information.scope_description`, which is replaced.
ExtraPlaces merge_extra(const Node& extra, json::Document& manifest, Sink& sink);

}  // namespace zoomc
