#include "manifest/merge_extra.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>

#include "diagnostics/codes.h"
#include "manifest/json_place.h"
#include "manifest/node_to_json.h"
#include "text/quote.h"

namespace zoomc {
namespace {

constexpr std::string_view kScopeDescription = "/oauth_information/scope_description";

// Which keys of the language say what a leaf of the manifest says.
struct LeafOwner {
  std::string_view pointer;
  std::string_view keys;
};

constexpr std::array kOwners = {
    LeafOwner{"/display_information/display_name", "`app.name`"},
    LeafOwner{"/display_information/description", "`app.summary`"},
    LeafOwner{"/display_information/long_description", "`app.description`"},
    LeafOwner{"/display_information/company_name", "`app.company`"},
    LeafOwner{"/display_information/privacy_url", "`app.links.privacy`"},
    LeafOwner{"/display_information/terms_url", "`app.links.terms`"},
    LeafOwner{"/display_information/support_url", "`app.links.support`"},
    LeafOwner{"/display_information/doc_url", "`app.links.documentation`"},
    LeafOwner{"/oauth_information/usage", "`managed_by`"},
    LeafOwner{"/oauth_information/development_redirect_uri", "`region` or `oauth.redirect_url`"},
    LeafOwner{"/oauth_information/production_redirect_uri", "`region` or `oauth.redirect_url`"},
    LeafOwner{"/oauth_information/oauth_allow_list", "`oauth.allow_list`"},
    LeafOwner{"/oauth_information/strict_mode", "`oauth.strict_mode`"},
    LeafOwner{"/oauth_information/subdomain_strict_mode", "`oauth.subdomain_strict_mode`"},
    LeafOwner{"/oauth_information/scopes", "`features` or `extra_scopes`"},
    LeafOwner{"/oauth_information/scope_description", "`justify`"},
    LeafOwner{"/developer_information/developer_name", "`app.contact.name`"},
    LeafOwner{"/developer_information/developer_email", "`app.contact.email`"},
    LeafOwner{"/developer_information/company_name", "`app.company`"},
    LeafOwner{"/developer_information/website", "`app.links.website`"},
    LeafOwner{"/developer_information/privacy_policy", "`app.links.privacy`"},
    LeafOwner{"/developer_information/terms_of_use", "`app.links.terms`"},
    LeafOwner{"/developer_information/support", "`app.links.support`"},
    LeafOwner{"/features/products", "`surface.products`"},
    LeafOwner{"/features/development_home_uri", "`surface.home_url`"},
    LeafOwner{"/features/production_home_uri", "`surface.home_url`"},
    LeafOwner{"/features/domain_allow_list", "`surface.domains`"},
    LeafOwner{"/features/event_subscription/enable", "`events`"},
    LeafOwner{"/features/event_subscription/events", "`events`"},
};

std::string_view owner_of(std::string_view pointer) {
  const auto found =
      std::find_if(kOwners.begin(), kOwners.end(),
                   [pointer](const LeafOwner& owner) { return owner.pointer == pointer; });
  assert(found != kOwners.end() && "every leaf of the base manifest has its key");
  return found->keys;
}

// "oauth_information.usage": how people write the way to a leaf.
std::string dotted(std::string_view pointer) {
  std::string path(pointer.substr(1));
  std::replace(path.begin(), path.end(), '/', '.');
  return path;
}

std::size_t index_of(const json::Value& object, const json::Value& member) {
  std::size_t index = 0;
  for (const auto& one : object.GetObject()) {
    if (&one.value == &member) break;
    ++index;
  }
  return index;
}

// Of a value that `to_json` makes of it, member for member.
ExtraPlaces places_in(const Node& value, Span place) {
  ExtraPlaces places{place, {}};
  places.below.reserve(value.items.size() + value.members.size());
  for (const Node& item : value.items) places.below.push_back(places_in(item, item.span));
  for (const Member& member : value.members) {
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

  void into(json::Value& object, const Node& mapping, std::string_view pointer,
            ExtraPlaces& places) {
    // Only what zoomc wrote can be in the way: the tree has no key twice.
    const std::size_t own = object.MemberCount();
    places.below.resize(own);
    for (const Member& member : mapping.members) {
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
  void meet(json::Value& present, const Member& member, const std::string& pointer,
            ExtraPlaces& places) {
    if (present.IsObject()) {
      if (member.value.is_mapping()) return into(present, member.value, pointer, places);
      refuse(member, "`manifest_extra` may not replace " + in_backticks(dotted(pointer)) +
                         ": zoomc writes an object there; write a mapping with the keys to add");
    } else if (pointer == kScopeDescription && !member.value.is_mapping()) {
      present = convert(member, places);
    } else {
      refuse(member, "`manifest_extra` may not set " + in_backticks(dotted(pointer)) +
                         ": zoomc writes it for this app; use " + std::string(owner_of(pointer)) +
                         " instead");
    }
  }

  void refuse(const Member& member, std::string message) {
    sink_.add(finding(manifest_codes::kManifestExtraConflict, member.key.span, std::move(message)));
  }

  json::Value convert(const Member& member, ExtraPlaces& places) {
    const bool is_mapping = member.value.is_mapping();
    places = places_in(member.value, is_mapping ? member.key.span : member.value.span);
    return to_json(member.value, allocator_, sink_);
  }

  json::Allocator& allocator_;
  Sink& sink_;
};

}  // namespace

ExtraPlaces merge_extra(const Node& extra, json::Document& manifest, Sink& sink) {
  ExtraPlaces places;
  Merge(manifest.GetAllocator(), sink).into(manifest, extra, "/", places);
  return places;
}

}  // namespace zoomc
