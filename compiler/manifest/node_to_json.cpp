#include "manifest/node_to_json.h"

#include <cmath>

#include "diagnostics/codes.h"
#include "syntax/core_schema.h"
#include "text/quote.h"

namespace zoomc {
namespace {

json::Value refuse(const Node& scalar, std::string_view reason, Sink& sink) {
  sink.add(finding(manifest_codes::kManifestExtraValue, scalar.span,
                   in_backticks(scalar.text) + std::string(reason)));
  return json::Value(rapidjson::kNullType);
}

json::Value to_number(const Node& scalar, Sink& sink) {
  if (const auto integer = as_integer(scalar)) return json::Value(*integer);
  return refuse(scalar, " does not fit 64 bits: quote it if it is meant as text", sink);
}

json::Value to_floating(const Node& scalar, Sink& sink) {
  const auto number = as_floating(scalar);
  if (number && std::isfinite(*number)) return json::Value(*number);
  return refuse(scalar, " is no number in JSON: quote it if it is meant as text", sink);
}

json::Value scalar_to_json(const Node& scalar, json::Allocator& allocator, Sink& sink) {
  switch (scalar_type(scalar)) {
    case ScalarType::null: return json::Value(rapidjson::kNullType);
    case ScalarType::boolean: return json::Value(as_boolean(scalar).value_or(false));
    case ScalarType::integer: return to_number(scalar, sink);
    case ScalarType::floating: return to_floating(scalar, sink);
    case ScalarType::string: break;
  }
  return json::make_string(scalar.text, allocator);
}

}  // namespace

bool has_usable_key(const Member& member, Sink& sink) {
  if (member.key.is_scalar()) return true;
  sink.add(finding(manifest_codes::kManifestExtraValue, member.key.span,
                   "a key in JSON is a word, not a list or a mapping"));
  return false;
}

json::Value to_json(const Node& node, json::Allocator& allocator, Sink& sink) {
  if (node.is_scalar()) return scalar_to_json(node, allocator, sink);
  if (node.is_sequence()) {
    json::Value array(rapidjson::kArrayType);
    for (const Node& item : node.items) {
      array.PushBack(to_json(item, allocator, sink), allocator);
    }
    return array;
  }
  json::Value object(rapidjson::kObjectType);
  for (const Member& member : node.members) {
    if (!has_usable_key(member, sink)) continue;
    json::add_member(object, member.key.text, to_json(member.value, allocator, sink), allocator);
  }
  return object;
}

}  // namespace zoomc
