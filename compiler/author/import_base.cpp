#include "author/import_base.h"

#include <algorithm>

#include "author/manifest_parts.h"
#include "author/manifest_rest.h"
#include "catalog/lookup.h"

namespace zoomc {
namespace {

constexpr std::string_view kOAuthSection = "oauth_information";
constexpr std::string_view kFeaturesSection = "features";
constexpr std::string_view kEventSection = "event_subscription";

// As `compare_manifests` reads them.
WantedScopes read_scopes(const json::Value* list) {
  WantedScopes scopes;
  if (list == nullptr || !list->IsArray()) return scopes;
  for (const json::Value& entry : list->GetArray()) {
    if (!entry.IsObject()) continue;
    const std::string name = text_or_empty(json::find_member(entry, "scope"));
    if (name.empty()) continue;
    const json::Value* said = json::find_member(entry, "optional");
    const bool optional = said != nullptr && (said->IsTrue() || text_or_empty(said) == "true");
    const auto [place, is_new] = scopes.emplace(name, optional);
    if (!is_new) place->second = place->second && optional;
  }
  return scopes;
}

// Without a usage that means something, the level that most of the scopes are of.
ManagedBy guess_management(const WantedScopes& scopes, const Catalog& catalog) {
  std::ptrdiff_t balance = 0;
  for (const auto& [name, optional] : scopes) {
    for (const ScopeModel model : {ScopeModel::granular, ScopeModel::classic}) {
      const auto id = find_scope(catalog, name, model);
      if (!id) continue;
      const Level level = catalog.scopes[*id].level;
      balance += level == Level::admin ? 1 : level == Level::user ? -1 : 0;
      break;
    }
  }
  return balance > 0 ? ManagedBy::admin : ManagedBy::user;
}

// What `events` says is not said again.
void take_events(ManifestRest& rest) {
  const json::Value* section = rest.find(kFeaturesSection, kEventSection);
  if (section == nullptr || !section->IsObject()) return;
  rest.erase_below(kFeaturesSection, kEventSection, "enable");
  rest.erase_below(kFeaturesSection, kEventSection, "events");
}

// Subscriptions that are switched on or off where there are none.
bool has_no_subscriptions(const ManifestRest& rest) {
  const json::Value* section = rest.find(kFeaturesSection, kEventSection);
  if (section == nullptr || !section->IsObject()) return false;
  const json::Value* events = json::find_member(*section, "events");
  return events == nullptr || events->IsNull() || (events->IsArray() && events->Empty());
}

}  // namespace

ImportBase take_apart(const json::Value& manifest, const Catalog& catalog) {
  ManifestRest rest(manifest);
  ImportBase base;
  take_listing(rest, base.draft);
  base.scopes = read_scopes(rest.find(kOAuthSection, "scopes"));
  rest.erase(kOAuthSection, "scopes");
  const std::string usage = rest.take_text(kOAuthSection, "usage");
  rest.erase(kOAuthSection, "usage");
  if (usage == "ADMIN_MANAGEMENT") {
    base.managed_by = ManagedBy::admin;
  } else if (usage != "USER_OPERATION") {
    base.managed_by = guess_management(base.scopes, catalog);
  }
  base.development_redirect = rest.take_text(kOAuthSection, "development_redirect_uri");
  base.production_redirect = rest.take_text(kOAuthSection, "production_redirect_uri");
  rest.erase(kOAuthSection, "development_redirect_uri");
  rest.erase(kOAuthSection, "production_redirect_uri");
  base.allow_list = rest.take_words(kOAuthSection, "oauth_allow_list");
  // What zoomc says anyway needs no word.
  if (rest.take_boolean(kOAuthSection, "strict_mode") == false) base.draft.strict_mode = false;
  if (rest.take_boolean(kOAuthSection, "subdomain_strict_mode") == false)
    base.draft.subdomain_strict_mode = false;
  base.scope_description = rest.take_text(kOAuthSection, "scope_description");
  rest.erase(kOAuthSection, "scope_description");
  take_surface(rest, base.draft);
  if (has_no_subscriptions(rest)) take_events(rest);
  base.extra_with_events = rest.to_yaml();
  if (auto events = read_subscriptions(rest, base.managed_by)) {
    base.events = *std::move(events);
    take_events(rest);
  }
  base.extra_beside_events = rest.to_yaml();
  return base;
}

}  // namespace zoomc
