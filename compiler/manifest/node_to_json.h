#pragma once
#include "diagnostics/sink.h"
#include "manifest/json.h"
#include "syntax/tree.h"

namespace zoomc {

// A YAML value as JSON. What JSON cannot say (a number past 64 bits, infinities, a key that is no
// scalar) is reported at its place and left out, a scalar as null.
json::Value to_json(const Node& node, json::Allocator& allocator, Sink& sink);

// Whether the member's key can be a JSON key; reports it when it cannot.
bool has_usable_key(const Member& member, Sink& sink);

}  // namespace zoomc
