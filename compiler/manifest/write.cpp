#include "manifest/write.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "manifest/merge_extra.h"
#include "manifest/validate.h"

namespace zoomc::manifest {
namespace {

void put(json::Object& object, std::string_view name, const std::optional<Text>& text) {
  if (text) object.put(name, text->value);
}

json::Value texts(const std::vector<Text>& values, json::Allocator& allocator) {
  return json::make_array(allocator, values, [&](const Text& value) {
    return json::make_string(value.value, allocator);
  });
}

json::Value display_information(const model::App& app, json::Allocator& allocator) {
  json::Object display(allocator);
  put(display, "display_name", app.name);
  put(display, "description", app.summary);
  put(display, "long_description", app.description);
  put(display, "company_name", app.company);
  put(display, "privacy_url", app.links.privacy);
  put(display, "terms_url", app.links.terms);
  put(display, "support_url", app.links.support);
  put(display, "doc_url", app.links.documentation);
  return display.take();
}

json::Value scope_list(const resolve::ResolvedApp& app, json::Allocator& allocator) {
  return json::make_array(allocator, app.scopes, [&](const resolve::ResolvedScope& scope) {
    return json::Object(allocator).put("scope", scope.name).put("optional", scope.optional).take();
  });
}

std::string scope_description(const std::vector<resolve::Justification>& sentences) {
  std::vector<std::string_view> said;
  std::string description;
  for (const resolve::Justification& sentence : sentences) {
    if (std::find(said.begin(), said.end(), sentence.text) != said.end()) continue;
    said.push_back(sentence.text);
    if (!description.empty()) description += ' ';
    description += sentence.text;
  }
  return description;
}

json::Value oauth_information(const resolve::ResolvedApp& app,
                              const std::vector<resolve::Justification>& sentences,
                              json::Allocator& allocator) {
  json::Object oauth(allocator);
  oauth.put("usage", app.is_admin() ? "ADMIN_MANAGEMENT" : "USER_OPERATION");
  put(oauth, "development_redirect_uri", app.oauth.development_redirect);
  put(oauth, "production_redirect_uri", app.oauth.production_redirect);
  oauth.put("oauth_allow_list", texts(app.oauth.allow_list, allocator));
  oauth.put("strict_mode", app.oauth.strict_mode);
  oauth.put("subdomain_strict_mode", app.oauth.subdomain_strict_mode);
  oauth.put("scopes", scope_list(app, allocator));
  const std::string description = scope_description(sentences);
  if (!description.empty()) oauth.put("scope_description", description);
  return oauth.take();
}

json::Value developer_information(const model::App& app, json::Allocator& allocator) {
  json::Object developer(allocator);
  put(developer, "developer_name", app.contact->name);
  put(developer, "developer_email", app.contact->email);
  put(developer, "company_name", app.company);
  put(developer, "website", app.links.website);
  put(developer, "privacy_policy", app.links.privacy);
  put(developer, "terms_of_use", app.links.terms);
  put(developer, "support", app.links.support);
  return developer.take();
}

json::Value domain_list(const std::vector<model::SurfaceDomain>& domains,
                        json::Allocator& allocator) {
  return json::make_array(allocator, domains, [&](const model::SurfaceDomain& domain) {
    json::Object entry(allocator);
    entry.put("domain", domain.domain.value);
    put(entry, "explanation", domain.reason);
    return entry.take();
  });
}

std::vector<Text> distinct(const std::vector<Text>& types) {
  std::vector<Text> kept;
  std::set<std::string_view> known;
  for (const Text& type : types) {
    if (known.insert(type.value).second) kept.push_back(type);
  }
  return kept;
}

json::Value subscription_entry(const model::Subscription& subscription, bool is_admin,
                               json::Allocator& allocator) {
  json::Object entry(allocator);
  put(entry, "subscription_id", subscription.id);
  entry.put("subscription_name", subscription.name.value);
  entry.put("event_usage", is_admin ? "EVENT_FOR_ADMIN" : "EVENT_FOR_USER");
  entry.put("event_types", texts(distinct(subscription.types), allocator));
  put(entry, "development_webhook_url", subscription.url.development);
  put(entry, "production_webhook_url", subscription.url.production);
  return entry.take();
}

json::Value event_subscription(const resolve::ResolvedApp& app, json::Allocator& allocator) {
  json::Value events =
      json::make_array(allocator, app.app->events, [&](const model::Subscription& subscription) {
        return subscription_entry(subscription, app.is_admin(), allocator);
      });
  return json::Object(allocator).put("enable", true).put("events", std::move(events)).take();
}

json::Value features(const resolve::ResolvedApp& app, json::Allocator& allocator) {
  const model::Surface surface = app.app->surface.value_or(model::Surface{});
  json::Object section(allocator);
  section.put("products", texts(surface.products, allocator));
  // Zoom refuses a home and domains of an app that no product shows.
  if (!surface.products.empty()) {
    if (surface.home_url) {
      put(section, "development_home_uri", surface.home_url->development);
      put(section, "production_home_uri", surface.home_url->production);
    }
    if (!surface.domains.empty()) {
      section.put("domain_allow_list", domain_list(surface.domains, allocator));
    }
  }
  if (!app.app->events.empty())
    section.put("event_subscription", event_subscription(app, allocator));
  return section.take();
}

// The manifest as the language describes the app, keys in the order of DESIGN part 4, absent values
// left out; `manifest_extra` not yet merged.
json::Document build_base_manifest(const resolve::ResolvedApp& app,
                                   const std::vector<resolve::Justification>& sentences) {
  json::Document manifest(rapidjson::kObjectType);
  json::Allocator& allocator = manifest.GetAllocator();
  json::add_member(manifest, "display_information", display_information(*app.app, allocator),
                   allocator);
  json::add_member(manifest, "oauth_information", oauth_information(app, sentences, allocator),
                   allocator);
  if (app.app->contact) {
    json::add_member(manifest, "developer_information", developer_information(*app.app, allocator),
                     allocator);
  }
  json::add_member(manifest, "features", features(app, allocator), allocator);
  return manifest;
}

// The place of the value that `order` leads to, or of the nearest one around it.
std::optional<Span> find_place(const ExtraPlaces& places, const std::vector<std::uint32_t>& order) {
  const ExtraPlaces* here = &places;
  std::optional<Span> nearest;
  for (const std::uint32_t index : order) {
    if (index >= here->below.size()) break;
    here = &here->below[index];
    if (here->place) nearest = here->place;
  }
  return nearest;
}

// Only what came from `manifest_extra`: mistakes elsewhere have a better place in the file, and
// other phases point at it.
void report(const std::vector<ManifestFinding>& findings, const ExtraPlaces& places, Sink& sink) {
  for (const ManifestFinding& finding : findings) {
    const std::optional<Span> place = find_place(places, finding.order);
    if (!place) continue;
    sink.add({.id = finding.id,
              .severity = finding.severity,
              .primary = *place,
              .message = finding.message,
              .zoom = {.verdict = finding.verdict}});
  }
}

json::Document build_manifest(const resolve::ResolvedApp& app,
                              const std::vector<resolve::Justification>& sentences, Sink& sink) {
  json::Document manifest = build_base_manifest(app, sentences);
  if (app.app->manifest_extra) {
    const ExtraPlaces places = merge_extra(*app.app->manifest_extra, manifest, sink);
    report(validate_manifest(manifest, *app.catalog), places, sink);
  }
  return manifest;
}

}  // namespace

void check_manifest_extra(const resolve::ResolvedApp& app, Sink& sink) {
  // No mistake depends on the sentences.
  if (app.app->manifest_extra) build_manifest(app, {}, sink);
}

std::string write_manifest(const resolve::ResolvedApp& app,
                           const std::vector<resolve::Justification>& sentences, bool wrap,
                           Sink& sink) {
  json::Document manifest = build_manifest(app, sentences, sink);
  if (!wrap) return json::to_pretty_text(manifest);
  json::Value body(rapidjson::kObjectType);
  json::Value& inner = manifest;
  body.AddMember("manifest", inner, manifest.GetAllocator());
  return json::to_pretty_text(body);
}

}  // namespace zoomc::manifest
