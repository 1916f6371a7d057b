#include "manifest/base_manifest.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace zoomc {
namespace {

// Fills one JSON object, in the order of the calls.
class ObjectBuilder {
 public:
  explicit ObjectBuilder(json::Allocator& allocator)
      : allocator_(allocator), object_(rapidjson::kObjectType) {}

  void text(std::string_view name, std::string_view value) {
    json::add_member(object_, name, json::make_string(value, allocator_), allocator_);
  }
  void text(std::string_view name, const std::optional<Text>& value) {
    if (value) text(name, value->value);
  }
  void boolean(std::string_view name, bool value) {
    json::add_member(object_, name, json::Value(value), allocator_);
  }
  void texts(std::string_view name, const std::vector<Text>& values) {
    json::Value array(rapidjson::kArrayType);
    for (const Text& value : values) {
      array.PushBack(json::make_string(value.value, allocator_), allocator_);
    }
    add(name, std::move(array));
  }
  void add(std::string_view name, json::Value value) {
    json::add_member(object_, name, std::move(value), allocator_);
  }

  json::Value take() { return std::move(object_); }

 private:
  json::Allocator& allocator_;
  json::Value object_;
};

json::Value display_information(const App& app, json::Allocator& allocator) {
  ObjectBuilder display(allocator);
  display.text("display_name", app.name);
  display.text("description", app.summary);
  display.text("long_description", app.description);
  display.text("company_name", app.company);
  display.text("privacy_url", app.links.privacy);
  display.text("terms_url", app.links.terms);
  display.text("support_url", app.links.support);
  display.text("doc_url", app.links.documentation);
  return display.take();
}

json::Value scope_list(const ResolvedApp& app, json::Allocator& allocator) {
  json::Value list(rapidjson::kArrayType);
  for (const ResolvedScope& scope : app.scopes) {
    ObjectBuilder entry(allocator);
    entry.text("scope", scope.name);
    entry.boolean("optional", scope.optional);
    list.PushBack(entry.take(), allocator);
  }
  return list;
}

std::string scope_description(const std::vector<Justification>& sentences) {
  std::vector<std::string_view> said;
  std::string description;
  for (const Justification& sentence : sentences) {
    if (std::find(said.begin(), said.end(), sentence.text) != said.end()) continue;
    said.push_back(sentence.text);
    if (!description.empty()) description += ' ';
    description += sentence.text;
  }
  return description;
}

json::Value oauth_information(const ResolvedApp& app, const std::vector<Justification>& sentences,
                              json::Allocator& allocator) {
  ObjectBuilder oauth(allocator);
  oauth.text("usage", app.is_admin() ? "ADMIN_MANAGEMENT" : "USER_OPERATION");
  oauth.text("development_redirect_uri", app.oauth.development_redirect);
  oauth.text("production_redirect_uri", app.oauth.production_redirect);
  oauth.texts("oauth_allow_list", app.oauth.allow_list);
  oauth.boolean("strict_mode", app.oauth.strict_mode);
  oauth.boolean("subdomain_strict_mode", app.oauth.subdomain_strict_mode);
  oauth.add("scopes", scope_list(app, allocator));
  const std::string description = scope_description(sentences);
  if (!description.empty()) oauth.text("scope_description", description);
  return oauth.take();
}

json::Value developer_information(const App& app, json::Allocator& allocator) {
  ObjectBuilder developer(allocator);
  developer.text("developer_name", app.contact->name);
  developer.text("developer_email", app.contact->email);
  developer.text("company_name", app.company);
  developer.text("website", app.links.website);
  developer.text("privacy_policy", app.links.privacy);
  developer.text("terms_of_use", app.links.terms);
  developer.text("support", app.links.support);
  return developer.take();
}

json::Value domain_list(const std::vector<SurfaceDomain>& domains, json::Allocator& allocator) {
  json::Value list(rapidjson::kArrayType);
  for (const SurfaceDomain& domain : domains) {
    ObjectBuilder entry(allocator);
    entry.text("domain", domain.domain.value);
    entry.text("explanation", domain.reason);
    list.PushBack(entry.take(), allocator);
  }
  return list;
}

std::vector<Text> distinct(const std::vector<Text>& types) {
  std::vector<Text> kept;
  std::set<std::string_view> known;
  for (const Text& type : types) {
    if (known.insert(type.value).second) kept.push_back(type);
  }
  return kept;
}

json::Value subscription_entry(const Subscription& subscription, bool is_admin,
                               json::Allocator& allocator) {
  ObjectBuilder entry(allocator);
  entry.text("subscription_id", subscription.id);
  entry.text("subscription_name", subscription.name.value);
  entry.text("event_usage", is_admin ? "EVENT_FOR_ADMIN" : "EVENT_FOR_USER");
  entry.texts("event_types", distinct(subscription.types));
  entry.text("development_webhook_url", subscription.url.development);
  entry.text("production_webhook_url", subscription.url.production);
  return entry.take();
}

json::Value event_subscription(const ResolvedApp& app, json::Allocator& allocator) {
  json::Value events(rapidjson::kArrayType);
  for (const Subscription& subscription : app.app->events) {
    events.PushBack(subscription_entry(subscription, app.is_admin(), allocator), allocator);
  }
  ObjectBuilder section(allocator);
  section.boolean("enable", true);
  section.add("events", std::move(events));
  return section.take();
}

json::Value features(const ResolvedApp& app, json::Allocator& allocator) {
  const Surface surface = app.app->surface.value_or(Surface{});
  ObjectBuilder section(allocator);
  section.texts("products", surface.products);
  // Zoom refuses a home and domains of an app that no product shows.
  if (!surface.products.empty()) {
    if (surface.home_url) {
      section.text("development_home_uri", surface.home_url->development);
      section.text("production_home_uri", surface.home_url->production);
    }
    if (!surface.domains.empty()) {
      section.add("domain_allow_list", domain_list(surface.domains, allocator));
    }
  }
  if (!app.app->events.empty())
    section.add("event_subscription", event_subscription(app, allocator));
  return section.take();
}

}  // namespace

json::Document build_base_manifest(const ResolvedApp& app,
                                   const std::vector<Justification>& sentences) {
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

}  // namespace zoomc
