#pragma once
#include <string>
#include <unordered_map>

#include "diagnostics/sink.h"
#include "manifest/json.h"
#include "source/span.h"
#include "syntax/tree.h"

namespace zoomc {

// Where in the file each value stands that came from `manifest_extra`, by its pointer in the
// manifest: a value's own span, for a mapping that of its key.
using ExtraPlaces = std::unordered_map<std::string, Span>;

// Merges a mapping into the manifest leaf by leaf: objects merge, arrays and scalars are leaves,
// new keys go behind those that are there. A leaf that is there already stays and is reported, but
// for `oauth_information.scope_description`, which is replaced.
ExtraPlaces merge_extra(const Node& extra, json::Document& manifest, Sink& sink);

}  // namespace zoomc
