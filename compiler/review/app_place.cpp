#include "review/app_place.h"

#include <optional>
#include <string>

namespace zoomc::review {
namespace {

Span span_of(const std::optional<Text>& text) {
  return text ? text->span : Span{};
}

// The first request of the scope that is in the file; sign-in is not.
Span place_of_scope(const resolve::ResolvedApp& resolved, std::string_view name) {
  const resolve::ResolvedScope* scope = resolve::find_resolved_scope(resolved, name);
  if (scope == nullptr) return {};
  if (!scope->span.empty()) return scope->span;
  for (const std::uint32_t requirement : scope->satisfies) {
    for (const std::uint32_t request : resolved.requirements[requirement].requests) {
      const Span span = resolved.requests[request].span;
      if (!span.empty()) return span;
    }
  }
  for (const std::uint32_t request : scope->guide_requests) {
    const Span span = resolved.requests[request].span;
    if (!span.empty()) return span;
  }
  return {};
}

Span place_of_region(const resolve::ResolvedApp& resolved, std::string_view url) {
  for (const catalog::Region* region : resolved.regions) {
    if (region->redirect_url != url) continue;
    for (const Text& word : resolved.app->regions) {
      if (word.value == region->id) return word.span;
    }
  }
  return {};
}

Span place_of_redirect(const resolve::ResolvedApp& resolved, const std::optional<Text>& redirect) {
  if (!redirect) return {};
  return redirect->span.empty() ? place_of_region(resolved, redirect->value) : redirect->span;
}

Span place_of_listing(const model::App& app, std::string_view pointer) {
  const std::string_view field = pointer.substr(pointer.rfind('/') + 1);
  if (field == "display_name") return span_of(app.name);
  if (field == "description") return span_of(app.summary);
  if (field == "long_description") return span_of(app.description);
  if (field == "company_name") return span_of(app.company);
  if (field == "privacy_url" || field == "privacy_policy") return span_of(app.links.privacy);
  if (field == "terms_url" || field == "terms_of_use") return span_of(app.links.terms);
  if (field == "support_url" || field == "support") return span_of(app.links.support);
  if (field == "doc_url") return span_of(app.links.documentation);
  if (field == "website") return span_of(app.links.website);
  if (field == "developer_name" && app.contact) return span_of(app.contact->name);
  if (field == "developer_email" && app.contact) return span_of(app.contact->email);
  return {};
}

Span place_of_pair(const model::PerEnvironment& urls, std::string_view pointer) {
  const bool is_development = pointer.find("development") != std::string_view::npos;
  return span_of(is_development ? urls.development : urls.production);
}

Span place_of_home(const model::App& app, std::string_view pointer) {
  if (!app.surface || !app.surface->home_url) return {};
  return place_of_pair(*app.surface->home_url, pointer);
}

// The values of `manifest_extra` there, as deep as mappings go.
Span place_of_extra(const model::App& app, std::string_view pointer) {
  if (!app.manifest_extra) return {};
  const syntax::Node* node = &*app.manifest_extra;
  Span found;
  while (pointer.starts_with('/')) {
    pointer.remove_prefix(1);
    const std::string_view name = pointer.substr(0, pointer.find_first_of("/["));
    const syntax::Member* member = node->find(name);
    if (member == nullptr) return {};
    found = member->key.span;
    node = &member->value;
    pointer.remove_prefix(name.size());
  }
  return found;
}

// The name of an entry among all.
std::string key_of_part(manifest::ManifestPart part, std::string_view name,
                        std::string_view within = {}) {
  std::string key(manifest::to_string(part));
  key.append(1, '\0').append(name).append(1, '\0').append(within);
  return key;
}

}  // namespace

AppPlaces::AppPlaces(const resolve::ResolvedApp& resolved) : resolved_(resolved) {
  for (const Text& entry : resolved.oauth.allow_list) {
    if (!entry.span.empty()) add_entry(manifest::ManifestPart::allow_list_entry, entry);
  }
  if (resolved.app->surface) {
    for (const Text& product : resolved.app->surface->products) {
      add_entry(manifest::ManifestPart::product, product);
    }
    for (const model::SurfaceDomain& domain : resolved.app->surface->domains) {
      add_entry(manifest::ManifestPart::domain, domain.domain);
    }
  }
  add_events();
}

void AppPlaces::add_entry(manifest::ManifestPart part, const Text& entry) {
  entries_.try_emplace(key_of_part(part, entry.value), entry.span);
}

void AppPlaces::add_events() {
  for (const model::Subscription& subscription : resolved_.app->events) {
    const std::string& name = subscription.name.value;
    add_entry(manifest::ManifestPart::subscription, subscription.name);
    for (const Text& type : subscription.types) {
      entries_.try_emplace(key_of_part(manifest::ManifestPart::event_type, type.value, name),
                           type.span);
    }
    const model::PerEnvironment& url = subscription.url;
    for (const std::string_view environment : {"development", "production"}) {
      entries_.try_emplace(key_of_part(manifest::ManifestPart::webhook_url, environment, name),
                           place_of_pair(url, environment));
    }
  }
}

Span AppPlaces::find_entry(manifest::ManifestPart part, std::string_view name) const {
  const auto found = entries_.find(key_of_part(part, name));
  return found == entries_.end() ? Span{} : found->second;
}

Span AppPlaces::of_event(const manifest::ManifestChange& change) const {
  std::string_view name = change.subject;
  if (change.part == manifest::ManifestPart::webhook_url) {
    const bool is_development = change.subject.find("development") != std::string::npos;
    name = is_development ? "development" : "production";
  }
  const auto found = entries_.find(key_of_part(change.part, name, change.subscription));
  return found == entries_.end() ? Span{} : found->second;
}

Span AppPlaces::find(const manifest::ManifestChange& change) const {
  const model::App& app = *resolved_.app;
  const resolve::ResolvedOAuth& oauth = resolved_.oauth;
  switch (change.part) {
    case manifest::ManifestPart::usage: return app.managed_by ? app.managed_by->span : Span{};
    case manifest::ManifestPart::scope:
    case manifest::ManifestPart::scope_optional: return place_of_scope(resolved_, change.subject);
    case manifest::ManifestPart::development_redirect:
      return place_of_redirect(resolved_, oauth.development_redirect);
    case manifest::ManifestPart::production_redirect:
      return place_of_redirect(resolved_, oauth.production_redirect);
    case manifest::ManifestPart::allow_list_entry: {
      const Span written = find_entry(change.part, change.subject);
      return written.empty() ? place_of_region(resolved_, change.subject) : written;
    }
    case manifest::ManifestPart::strict_mode:
      return app.oauth.strict_mode ? app.oauth.strict_mode->span : Span{};
    case manifest::ManifestPart::subdomain_strict_mode:
      return app.oauth.subdomain_strict_mode ? app.oauth.subdomain_strict_mode->span : Span{};
    case manifest::ManifestPart::listing:
    case manifest::ManifestPart::developer: return place_of_listing(app, change.subject);
    case manifest::ManifestPart::home_url: return place_of_home(app, change.subject);
    case manifest::ManifestPart::product:
    case manifest::ManifestPart::domain:
    case manifest::ManifestPart::subscription: return find_entry(change.part, change.subject);
    case manifest::ManifestPart::event_type:
    case manifest::ManifestPart::webhook_url: return of_event(change);
    case manifest::ManifestPart::scope_description:
    case manifest::ManifestPart::other: break;
  }
  return {};
}

Span AppPlaces::of(const manifest::ManifestChange& change, bool is_after) const {
  // A value that is not there any more, or not yet, has no place.
  const manifest::ChangeKind absent =
      is_after ? manifest::ChangeKind::removed : manifest::ChangeKind::added;
  if (change.kind == absent) return {};
  const Span place = find(change);
  return place.empty() ? place_of_extra(*resolved_.app, change.subject) : place;
}

}  // namespace zoomc::review
