#include "author/app_draft.h"

#include <algorithm>
#include <utility>

namespace zoomc::author {
namespace {

// Adds members, leaving out what is empty.
class Mapping {
 public:
  Mapping(const AppDraft& draft, std::string path) : draft_(draft), path_(std::move(path)) {}

  void text(std::string_view key, const std::string& value) {
    if (!value.empty()) add(key, edit::YamlValue::make_text(value));
  }
  void boolean(std::string_view key, const std::optional<bool>& value) {
    if (value) add(key, edit::YamlValue::make_literal(*value ? "true" : "false"));
  }
  // A list of words; each may have its comments.
  void words(std::string_view key, const std::vector<std::string>& values) {
    if (values.empty()) return;
    edit::YamlValue list = edit::YamlValue::make_list();
    for (const std::string& value : values) {
      comment(path_ + std::string(key) + "/" + value, list.add(edit::YamlValue::make_text(value)));
    }
    add(key, std::move(list));
  }
  // One URL, or one for each environment.
  void urls(std::string_view key, const std::string& development, const std::string& production) {
    if (development == production) return text(key, development);
    Mapping both(draft_, path_ + std::string(key) + "/");
    both.text("development", development);
    both.text("production", production);
    add(key, both.take());
  }
  void mapping(std::string_view key, edit::YamlValue value) {
    if (!value.entries.empty()) add(key, std::move(value));
  }
  void add(std::string_view key, edit::YamlValue value) {
    comment(path_ + std::string(key), value_.add(key, std::move(value)));
  }

  edit::YamlValue take(bool flow = false) {
    value_.flow = flow;
    return std::move(value_);
  }

 private:
  void comment(const std::string& place, edit::YamlEntry& entry) const {
    if (const auto found = draft_.above.find(place); found != draft_.above.end())
      entry.above = found->second;
    if (const auto found = draft_.behind.find(place); found != draft_.behind.end())
      entry.behind = found->second;
  }

  const AppDraft& draft_;
  // The path of the mapping, with a `/` at the end.
  std::string path_;
  edit::YamlValue value_;
};

edit::YamlValue write_listing(const AppDraft& draft) {
  Mapping contact(draft, "app/contact/");
  contact.text("name", draft.contact_name);
  contact.text("email", draft.contact_email);
  Mapping links(draft, "app/links/");
  links.text("website", draft.website);
  links.text("privacy", draft.privacy);
  links.text("terms", draft.terms);
  links.text("support", draft.support);
  links.text("documentation", draft.documentation);
  Mapping app(draft, "app/");
  app.text("name", draft.name);
  app.text("summary", draft.summary);
  app.text("description", draft.description);
  app.text("company", draft.company);
  app.text("purpose", draft.purpose);
  app.mapping("contact", contact.take(true));
  app.mapping("links", links.take());
  return app.take();
}

edit::YamlValue write_features(const AppDraft& draft) {
  std::vector<std::pair<std::string, std::vector<std::string>>> groups;
  for (const std::string& feature : draft.features) {
    const std::size_t dot = feature.find('.');
    const std::string group = feature.substr(0, dot);
    auto place = std::find_if(groups.begin(), groups.end(),
                              [&](const auto& known) { return known.first == group; });
    if (place == groups.end()) place = groups.insert(groups.end(), {group, {}});
    place->second.push_back(feature.substr(dot + 1));
  }
  edit::YamlValue features;
  for (const auto& [group, actions] : groups)
    features.add(group, edit::YamlValue::make_words(actions));
  return features;
}

edit::YamlValue write_events(const AppDraft& draft) {
  edit::YamlValue list = edit::YamlValue::make_list();
  for (const DraftSubscription& subscription : draft.events) {
    Mapping entry(draft, "events/");
    entry.text("name", subscription.name);
    entry.text("id", subscription.id);
    entry.words("types", subscription.types);
    entry.urls("url", subscription.development_url, subscription.production_url);
    list.add(entry.take());
  }
  return list;
}

edit::YamlValue write_oauth(const AppDraft& draft) {
  Mapping oauth(draft, "oauth/");
  oauth.urls("redirect_url", draft.development_redirect, draft.production_redirect);
  oauth.words("allow_list", draft.allow_list);
  oauth.boolean("strict_mode", draft.strict_mode);
  oauth.boolean("subdomain_strict_mode", draft.subdomain_strict_mode);
  return oauth.take();
}

edit::YamlValue write_surface(const AppDraft& draft) {
  Mapping surface(draft, "surface/");
  surface.words("products", draft.products);
  surface.urls("home_url", draft.development_home, draft.production_home);
  if (!draft.domains.empty()) {
    edit::YamlValue list = edit::YamlValue::make_list();
    for (const DraftDomain& domain : draft.domains) {
      Mapping entry(draft, "surface/domains/");
      entry.text("domain", domain.domain);
      entry.text("reason", domain.reason);
      list.add(entry.take(true));
    }
    surface.add("domains", std::move(list));
  }
  return surface.take();
}

void write_platform(const AppDraft& draft, Mapping& root) {
  if (draft.managed_by) root.text("managed_by", std::string(model::to_string(*draft.managed_by)));
  root.text("platform", draft.platform);
  if (draft.regions.size() == 1) {
    root.text("region", draft.regions.front());
  } else {
    root.words("region", draft.regions);
  }
  if (draft.scope_names)
    root.text("scope_names", std::string(model::to_string(*draft.scope_names)));
}

}  // namespace

std::string write_app(const AppDraft& draft) {
  Mapping root(draft, "");
  root.add("zoomc", edit::YamlValue::make_literal("1"));
  root.add("app", write_listing(draft));
  write_platform(draft, root);
  root.mapping("features", write_features(draft));
  root.words("optional", draft.optional);
  root.words("operations", draft.operations);
  root.mapping("events", write_events(draft));
  root.words("extra_scopes", draft.extra_scopes);
  root.mapping("oauth", write_oauth(draft));
  root.mapping("surface", write_surface(draft));
  root.mapping("manifest_extra", draft.manifest_extra);
  return edit::write_yaml(root.take(), draft.head);
}

}  // namespace zoomc::author
