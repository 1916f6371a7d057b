#include "manifest/merge_extra.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <fmt/core.h>
#include <string_view>

#include "diagnostics/codes.h"
#include "manifest/json_place.h"
#include "syntax/core_schema.h"
#include "text/quote.h"

namespace zoomc::manifest {
namespace {

constexpr std::string_view kScopeDescription = "/oauth_information/scope_description";

constexpr std::array kLeafKeys = {
    LeafKey{"/display_information/display_name", "app.name", {}},
    LeafKey{"/display_information/description", "app.summary", {}},
    LeafKey{"/display_information/long_description", "app.description", {}},
    LeafKey{"/display_information/company_name", "app.company", {}},
    LeafKey{"/display_information/privacy_url", "app.links.privacy", {}},
    LeafKey{"/display_information/terms_url", "app.links.terms", {}},
    LeafKey{"/display_information/support_url", "app.links.support", {}},
    LeafKey{"/display_information/doc_url", "app.links.documentation", {}},
    LeafKey{"/oauth_information/usage", "managed_by", {}},
    LeafKey{"/oauth_information/development_redirect_uri", "oauth.redirect_url.development",
            "`region` or `oauth.redirect_url`"},
    LeafKey{"/oauth_information/production_redirect_uri", "oauth.redirect_url.production",
            "`region` or `oauth.redirect_url`"},
    LeafKey{"/oauth_information/oauth_allow_list", "", "`oauth.allow_list`"},
    LeafKey{"/oauth_information/strict_mode", "oauth.strict_mode", {}},
    LeafKey{"/oauth_information/subdomain_strict_mode", "oauth.subdomain_strict_mode", {}},
    LeafKey{"/oauth_information/scopes", "", "`features` or `extra_scopes`"},
    LeafKey{"/oauth_information/scope_description", "", "`justify`"},
    LeafKey{"/developer_information/developer_name", "app.contact.name", {}},
    LeafKey{"/developer_information/developer_email", "app.contact.email", {}},
    LeafKey{"/developer_information/company_name", "app.company", {}},
    LeafKey{"/developer_information/website", "app.links.website", {}},
    LeafKey{"/developer_information/privacy_policy", "app.links.privacy", {}},
    LeafKey{"/developer_information/terms_of_use", "app.links.terms", {}},
    LeafKey{"/developer_information/support", "app.links.support", {}},
    LeafKey{"/features/products", "", "`surface.products`"},
    LeafKey{"/features/development_home_uri", "surface.home_url.development", "`surface.home_url`"},
    LeafKey{"/features/production_home_uri", "surface.home_url.production", "`surface.home_url`"},
    LeafKey{"/features/domain_allow_list", "", "`surface.domains`"},
    LeafKey{"/features/event_subscription/enable", "", "`events`"},
    LeafKey{"/features/event_subscription/events", "", "`events`"},
};

std::string owner_of(std::string_view pointer) {
  const LeafKey* leaf = find_leaf_key(pointer);
  assert(leaf != nullptr && "every leaf of the base manifest has its key");
  return leaf->choice.empty() ? in_backticks(leaf->key) : std::string(leaf->choice);
}

std::size_t index_of(const json::Value& object, const json::Value& member) {
  std::size_t index = 0;
  for (const auto& one : object.GetObject()) {
    if (&one.value == &member) break;
    ++index;
  }
  return index;
}

// The places for the value that `to_json` makes of it, member by member.
ExtraPlaces places_in(const syntax::Node& value, Span place) {
  ExtraPlaces places{place, {}};
  places.below.reserve(value.items.size() + value.members.size());
  for (const syntax::Node& item : value.items) places.below.push_back(places_in(item, item.span));
  for (const syntax::Member& member : value.members) {
    if (!member.key.is_scalar()) continue;
    const bool is_mapping = member.value.is_mapping();
    places.below.push_back(
        places_in(member.value, is_mapping ? member.key.span : member.value.span));
  }
  return places;
}

class Merge {
 public:
  Merge(json::Allocator& allocator, Sink& sink) : allocator_(allocator), sink_(sink) {}

  void into(json::Value& object, const syntax::Node& mapping, std::string_view pointer,
            ExtraPlaces& places) {
    // Only members that zoomc wrote can conflict: the tree has no key twice.
    const std::size_t own = object.MemberCount();
    places.below.resize(own);
    for (const syntax::Member& member : mapping.members) {
      if (!has_usable_key(member, sink_)) continue;
      if (json::Value* present = json::find_member(object, member.key.text, own)) {
        meet(*present, member, member_pointer(pointer, member.key.text),
             places.below[index_of(object, *present)]);
      } else {
        places.below.emplace_back();
        json::add_member(object, member.key.text, convert(member, places.below.back()), allocator_);
      }
    }
  }

 private:
  void meet(json::Value& present, const syntax::Member& member, const std::string& pointer,
            ExtraPlaces& places) {
    if (present.IsObject()) {
      if (member.value.is_mapping()) return into(present, member.value, pointer, places);
      refuse(member, fmt::format("`manifest_extra` may not replace {}: zoomc writes an object "
                                 "there; write a mapping with the keys to add",
                                 in_backticks(dotted(pointer))));
    } else if (pointer == kScopeDescription && !member.value.is_mapping()) {
      present = convert(member, places);
    } else {
      refuse(member,
             fmt::format(
                 "`manifest_extra` may not set {}: zoomc writes it for this app; use {} instead",
                 in_backticks(dotted(pointer)), owner_of(pointer)));
    }
  }

  void refuse(const syntax::Member& member, std::string message) {
    sink_.add(finding(manifest_codes::kManifestExtraConflict, member.key.span, std::move(message)));
  }

  json::Value convert(const syntax::Member& member, ExtraPlaces& places) {
    const bool is_mapping = member.value.is_mapping();
    places = places_in(member.value, is_mapping ? member.key.span : member.value.span);
    return to_json(member.value, allocator_, sink_);
  }

  json::Allocator& allocator_;
  Sink& sink_;
};

json::Value refuse(const syntax::Node& scalar, std::string message, Sink& sink) {
  sink.add(finding(manifest_codes::kManifestExtraValue, scalar.span, std::move(message)));
  return json::Value(rapidjson::kNullType);
}

json::Value to_number(const syntax::Node& scalar, Sink& sink) {
  if (const auto integer = syntax::as_integer(scalar)) return json::Value(*integer);
  return refuse(scalar,
                fmt::format("{} does not fit 64 bits: quote it if it is meant as text",
                            in_backticks(scalar.text)),
                sink);
}

json::Value to_floating(const syntax::Node& scalar, Sink& sink) {
  const auto number = syntax::as_floating(scalar);
  if (number && std::isfinite(*number)) return json::Value(*number);
  return refuse(scalar,
                fmt::format("{} is not a number in JSON: quote it if it is meant as text",
                            in_backticks(scalar.text)),
                sink);
}

json::Value scalar_to_json(const syntax::Node& scalar, json::Allocator& allocator, Sink& sink) {
  switch (syntax::scalar_type(scalar)) {
    case syntax::ScalarType::null: return json::Value(rapidjson::kNullType);
    case syntax::ScalarType::boolean:
      return json::Value(syntax::as_boolean(scalar).value_or(false));
    case syntax::ScalarType::integer: return to_number(scalar, sink);
    case syntax::ScalarType::floating: return to_floating(scalar, sink);
    case syntax::ScalarType::string: break;
  }
  return json::make_string(scalar.text, allocator);
}

}  // namespace

std::string dotted(std::string_view pointer) {
  std::string path(pointer.substr(1));
  std::replace(path.begin(), path.end(), '/', '.');
  return path;
}

const LeafKey* find_leaf_key(std::string_view pointer) {
  const auto found = std::ranges::find(kLeafKeys, pointer, &LeafKey::pointer);
  return found == kLeafKeys.end() ? nullptr : &*found;
}

ExtraPlaces merge_extra(const syntax::Node& extra, json::Document& manifest, Sink& sink) {
  ExtraPlaces places;
  Merge(manifest.GetAllocator(), sink).into(manifest, extra, "/", places);
  return places;
}

bool has_usable_key(const syntax::Member& member, Sink& sink) {
  if (member.key.is_scalar()) return true;
  sink.add(finding(manifest_codes::kManifestExtraValue, member.key.span,
                   "a key in JSON is a word, not a list or a mapping"));
  return false;
}

json::Value to_json(const syntax::Node& node, json::Allocator& allocator, Sink& sink) {
  if (node.is_scalar()) return scalar_to_json(node, allocator, sink);
  if (node.is_sequence()) {
    json::Value array(rapidjson::kArrayType);
    for (const syntax::Node& item : node.items) {
      array.PushBack(to_json(item, allocator, sink), allocator);
    }
    return array;
  }
  json::Value object(rapidjson::kObjectType);
  for (const syntax::Member& member : node.members) {
    if (!has_usable_key(member, sink)) continue;
    json::add_member(object, member.key.text, to_json(member.value, allocator, sink), allocator);
  }
  return object;
}

}  // namespace zoomc::manifest
