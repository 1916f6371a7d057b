#include "review/app_place.h"

#include <optional>
#include <string>

namespace zoomc {
namespace {

Span span_of(const std::optional<Text>& text) {
  return text ? text->span : Span{};
}

// The first subject of the scope that stands in the file; sign-in does not.
Span place_of_scope(const ResolvedApp& resolved, std::string_view name) {
  const ResolvedScope* scope = find_resolved_scope(resolved, name);
  if (scope == nullptr) return {};
  if (!scope->span.empty()) return scope->span;
  for (const std::uint32_t requirement : scope->meets) {
    for (const std::uint32_t subject : resolved.requirements[requirement].subjects) {
      const Span span = resolved.subjects[subject].span;
      if (!span.empty()) return span;
    }
  }
  for (const std::uint32_t subject : scope->guide_subjects) {
    const Span span = resolved.subjects[subject].span;
    if (!span.empty()) return span;
  }
  return {};
}

Span place_of_region(const ResolvedApp& resolved, std::string_view url) {
  for (const Region* region : resolved.regions) {
    if (region->redirect_url != url) continue;
    for (const Text& word : resolved.app->regions) {
      if (word.value == region->id) return word.span;
    }
  }
  return {};
}

Span place_of_redirect(const ResolvedApp& resolved, const std::optional<Text>& redirect) {
  if (!redirect) return {};
  return redirect->span.empty() ? place_of_region(resolved, redirect->value) : redirect->span;
}

Span place_of_listing(const App& app, std::string_view pointer) {
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

Span place_of_pair(const PerEnvironment& urls, std::string_view pointer) {
  const bool is_development = pointer.find("development") != std::string_view::npos;
  return span_of(is_development ? urls.development : urls.production);
}

Span place_of_home(const App& app, std::string_view pointer) {
  if (!app.surface || !app.surface->home_url) return {};
  return place_of_pair(*app.surface->home_url, pointer);
}

// What `manifest_extra` has there, as deep as mappings go.
Span place_of_extra(const App& app, std::string_view pointer) {
  if (!app.manifest_extra) return {};
  const Node* node = &*app.manifest_extra;
  Span found;
  while (pointer.starts_with('/')) {
    pointer.remove_prefix(1);
    const std::string_view name = pointer.substr(0, pointer.find_first_of("/["));
    const Member* member = node->find(name);
    if (member == nullptr) return {};
    found = member->key.span;
    node = &member->value;
    pointer.remove_prefix(name.size());
  }
  return found;
}

// The name of an entry among all.
std::string key_of(ManifestPart part, std::string_view name, std::string_view within = {}) {
  std::string key(to_string(part));
  key.append(1, '\0').append(name).append(1, '\0').append(within);
  return key;
}

}  // namespace

AppPlaces::AppPlaces(const ResolvedApp& resolved) : resolved_(resolved) {
  for (const Text& entry : resolved.oauth.allow_list) {
    if (!entry.span.empty()) add_entry(ManifestPart::allow_list_entry, entry);
  }
  if (resolved.app->surface) {
    for (const Text& product : resolved.app->surface->products) {
      add_entry(ManifestPart::product, product);
    }
    for (const SurfaceDomain& domain : resolved.app->surface->domains) {
      add_entry(ManifestPart::domain, domain.domain);
    }
  }
  add_events();
}

void AppPlaces::add_entry(ManifestPart part, const Text& entry) {
  entries_.try_emplace(key_of(part, entry.value), entry.span);
}

void AppPlaces::add_events() {
  for (const Subscription& subscription : resolved_.app->events) {
    const std::string& name = subscription.name.value;
    add_entry(ManifestPart::subscription, subscription.name);
    for (const Text& type : subscription.types) {
      entries_.try_emplace(key_of(ManifestPart::event_type, type.value, name), type.span);
    }
    const PerEnvironment& url = subscription.url;
    for (const std::string_view environment : {"development", "production"}) {
      entries_.try_emplace(key_of(ManifestPart::webhook_url, environment, name),
                           place_of_pair(url, environment));
    }
  }
}

Span AppPlaces::find_entry(ManifestPart part, std::string_view name) const {
  const auto found = entries_.find(key_of(part, name));
  return found == entries_.end() ? Span{} : found->second;
}

Span AppPlaces::of_event(const ManifestChange& change) const {
  std::string_view name = change.subject;
  if (change.part == ManifestPart::webhook_url) {
    const bool is_development = change.subject.find("development") != std::string::npos;
    name = is_development ? "development" : "production";
  }
  const auto found = entries_.find(key_of(change.part, name, change.subscription));
  return found == entries_.end() ? Span{} : found->second;
}

Span AppPlaces::find(const ManifestChange& change) const {
  const App& app = *resolved_.app;
  const ResolvedOAuth& oauth = resolved_.oauth;
  switch (change.part) {
    case ManifestPart::usage: return app.managed_by ? app.managed_by->span : Span{};
    case ManifestPart::scope:
    case ManifestPart::scope_optional: return place_of_scope(resolved_, change.subject);
    case ManifestPart::development_redirect:
      return place_of_redirect(resolved_, oauth.development_redirect);
    case ManifestPart::production_redirect:
      return place_of_redirect(resolved_, oauth.production_redirect);
    case ManifestPart::allow_list_entry: {
      const Span written = find_entry(change.part, change.subject);
      return written.empty() ? place_of_region(resolved_, change.subject) : written;
    }
    case ManifestPart::strict_mode:
      return app.oauth.strict_mode ? app.oauth.strict_mode->span : Span{};
    case ManifestPart::subdomain_strict_mode:
      return app.oauth.subdomain_strict_mode ? app.oauth.subdomain_strict_mode->span : Span{};
    case ManifestPart::listing:
    case ManifestPart::developer: return place_of_listing(app, change.subject);
    case ManifestPart::home_url: return place_of_home(app, change.subject);
    case ManifestPart::product:
    case ManifestPart::domain:
    case ManifestPart::subscription: return find_entry(change.part, change.subject);
    case ManifestPart::event_type:
    case ManifestPart::webhook_url: return of_event(change);
    case ManifestPart::scope_description:
    case ManifestPart::other: break;
  }
  return {};
}

Span AppPlaces::of(const ManifestChange& change, bool is_after) const {
  // What is not there any more, or not yet, stands nowhere.
  const ChangeKind absent = is_after ? ChangeKind::removed : ChangeKind::added;
  if (change.kind == absent) return {};
  const Span place = find(change);
  return place.empty() ? place_of_extra(*resolved_.app, change.subject) : place;
}

}  // namespace zoomc
