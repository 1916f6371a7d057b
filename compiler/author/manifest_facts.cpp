#include "author/manifest_facts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "author/app_draft.h"
#include "author/json_to_yaml.h"
#include "catalog/lookup.h"
#include "syntax/parse.h"
#include "text/ascii.h"

namespace zoomc::author {
namespace {

// The sections that zoomc writes as objects.
constexpr std::array<std::string_view, 3> kSections = {"display_information", "oauth_information",
                                                       "features"};

// The text; empty if there is none, or a blank one.
std::string text_or_empty(const json::Value* value) {
  if (value == nullptr || !value->IsString() || is_blank(json::text_of(*value))) return {};
  return std::string(json::text_of(*value));
}

// A manifest from which what the language has words for is taken, piece by piece; what remains goes
// to `manifest_extra`. A piece is named by its section and its name there.
class RemainingManifest {
 public:
  explicit RemainingManifest(const json::Value& manifest);

  // Takes the text there, empty if there is none. A value of another type stays.
  std::string take_text(std::string_view section, std::string_view name);
  // Takes the distinct texts of the list there; its other entries are removed too.
  std::vector<std::string> take_words(std::string_view section, std::string_view name);
  std::optional<bool> take_boolean(std::string_view section, std::string_view name);

  // Null for what is absent or `null`.
  const json::Value* find(std::string_view section, std::string_view name) const;
  void erase(std::string_view section, std::string_view name);

  // A member of the object there; what is empty then goes too.
  void erase_below(std::string_view section, std::string_view name, std::string_view member);

  // All that is still there, without sections that are empty by now and without those that zoomc
  // writes and that are not objects here.
  edit::YamlValue to_yaml() const;

 private:
  json::Value* section(std::string_view name);

  json::Document rest_;
};

RemainingManifest::RemainingManifest(const json::Value& manifest) {
  rest_.CopyFrom(manifest, rest_.GetAllocator());
}

json::Value* RemainingManifest::section(std::string_view name) {
  json::Value* found = json::find_member(rest_, name, rest_.MemberCount());
  return found != nullptr && found->IsObject() ? found : nullptr;
}

const json::Value* RemainingManifest::find(std::string_view section_name,
                                           std::string_view name) const {
  const json::Value* object = json::find_member(rest_, section_name);
  if (object == nullptr || !object->IsObject()) return nullptr;
  const json::Value* value = json::find_member(*object, name);
  return value == nullptr || value->IsNull() ? nullptr : value;
}

void RemainingManifest::erase(std::string_view section_name, std::string_view name) {
  json::Value* object = section(section_name);
  if (object == nullptr) return;
  object->EraseMember(json::make_string(name, rest_.GetAllocator()));
}

void RemainingManifest::erase_below(std::string_view section_name, std::string_view name,
                                    std::string_view member) {
  json::Value* object = section(section_name);
  json::Value* below =
      object == nullptr ? nullptr : json::find_member(*object, name, object->MemberCount());
  if (below == nullptr || !below->IsObject()) return;
  below->EraseMember(json::make_string(member, rest_.GetAllocator()));
  if (below->ObjectEmpty()) erase(section_name, name);
}

std::string RemainingManifest::take_text(std::string_view section_name, std::string_view name) {
  const json::Value* value = find(section_name, name);
  if (value == nullptr || !value->IsString()) return {};
  std::string text = text_or_empty(value);
  erase(section_name, name);
  return text;
}

std::vector<std::string> RemainingManifest::take_words(std::string_view section_name,
                                                       std::string_view name) {
  std::vector<std::string> words;
  const json::Value* list = find(section_name, name);
  if (list != nullptr && list->IsArray()) {
    std::set<std::string> known;
    for (const json::Value& item : list->GetArray()) {
      std::string word = text_or_empty(&item);
      if (!word.empty() && known.insert(word).second) words.push_back(std::move(word));
    }
  }
  erase(section_name, name);
  return words;
}

std::optional<bool> RemainingManifest::take_boolean(std::string_view section_name,
                                                    std::string_view name) {
  const json::Value* value = find(section_name, name);
  const std::optional<bool> boolean =
      value != nullptr && value->IsBool() ? std::optional(value->GetBool()) : std::nullopt;
  erase(section_name, name);
  return boolean;
}

edit::YamlValue RemainingManifest::to_yaml() const {
  // `manifest_extra` is itself below the file.
  edit::YamlValue all = json_to_yaml(rest_, syntax::kMaxNesting - 1);
  std::erase_if(all.entries, [](const edit::YamlEntry& entry) {
    const bool is_own = std::find(kSections.begin(), kSections.end(), entry.key) != kSections.end();
    const bool is_object = entry.value.kind == edit::YamlValue::Kind::mapping;
    return (is_own && !is_object) || (is_object && entry.value.entries.empty());
  });
  return all;
}

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
model::ManagedBy guess_management(const WantedScopes& scopes, const catalog::Catalog& catalog) {
  std::ptrdiff_t balance = 0;
  for (const auto& [name, optional] : scopes) {
    for (const catalog::ScopeModel model :
         {catalog::ScopeModel::granular, catalog::ScopeModel::classic}) {
      const auto id = catalog::find_scope(catalog, name, model);
      if (!id) continue;
      const catalog::Level level = catalog.scopes[*id].level;
      balance += level == catalog::Level::admin ? 1 : level == catalog::Level::user ? -1 : 0;
      break;
    }
  }
  return balance > 0 ? model::ManagedBy::admin : model::ManagedBy::user;
}

// The parts that `events` already covers are not repeated.
void take_events(RemainingManifest& rest) {
  const json::Value* section = rest.find(kFeaturesSection, kEventSection);
  if (section == nullptr || !section->IsObject()) return;
  rest.erase_below(kFeaturesSection, kEventSection, "enable");
  rest.erase_below(kFeaturesSection, kEventSection, "events");
}

// Subscriptions that are switched on or off where there are none.
bool has_no_subscriptions(const RemainingManifest& rest) {
  const json::Value* section = rest.find(kFeaturesSection, kEventSection);
  if (section == nullptr || !section->IsObject()) return false;
  const json::Value* events = json::find_member(*section, "events");
  return events == nullptr || events->IsNull() || (events->IsArray() && events->Empty());
}

constexpr std::string_view kDisplay = "display_information";
constexpr std::string_view kDeveloper = "developer_information";
constexpr std::string_view kFeatures = "features";

// True if the member is a text or absent, so that a word of the language can hold it.
bool is_text_or_absent(const json::Value* value) {
  return value == nullptr || value->IsString();
}

// zoomc fills the developer's side from the listing's: all of it can be said, or none of it.
void take_developer(RemainingManifest& rest, AppDraft& draft) {
  constexpr std::array<std::string_view, 7> kNames = {
      "developer_name", "developer_email", "company_name", "website",
      "privacy_policy", "terms_of_use",    "support"};
  for (const std::string_view name : kNames) {
    if (!is_text_or_absent(rest.find(kDeveloper, name))) return;
  }
  const auto text = [&rest](std::string_view name) {
    return text_or_empty(rest.find(kDeveloper, name));
  };
  if (text("developer_name").empty() && text("developer_email").empty()) return;
  if (text("company_name") != draft.company || text("privacy_policy") != draft.privacy ||
      text("terms_of_use") != draft.terms || text("support") != draft.support) {
    return;
  }
  draft.contact_name = text("developer_name");
  draft.contact_email = text("developer_email");
  draft.website = text("website");
  for (const std::string_view name : kNames) rest.erase(kDeveloper, name);
}

// The domains, if nothing else is said of them.
std::optional<std::vector<DraftDomain>> read_domains(const json::Value* list) {
  if (list == nullptr) return std::vector<DraftDomain>{};
  if (!list->IsArray()) return std::nullopt;
  std::vector<DraftDomain> domains;
  for (const json::Value& item : list->GetArray()) {
    if (!item.IsObject()) return std::nullopt;
    DraftDomain domain;
    for (const auto& member : item.GetObject()) {
      const std::string_view name = json::text_of(member.name);
      if (member.value.IsNull()) continue;
      if (!member.value.IsString() || (name != "domain" && name != "explanation"))
        return std::nullopt;
      (name == "domain" ? domain.domain : domain.reason) = text_or_empty(&member.value);
    }
    if (domain.domain.empty()) return std::nullopt;
    domains.push_back(std::move(domain));
  }
  return domains;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> texts) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

std::optional<std::vector<std::string>> read_types(const json::Value& list) {
  if (!list.IsArray()) return std::nullopt;
  std::vector<std::string> types;
  std::set<std::string> known;
  for (const json::Value& item : list.GetArray()) {
    std::string type = text_or_empty(&item);
    if (type.empty()) return std::nullopt;
    if (known.insert(type).second) types.push_back(std::move(type));
  }
  return types;
}

class SubscriptionReader {
 public:
  explicit SubscriptionReader(model::ManagedBy managed_by)
      : usage_(managed_by == model::ManagedBy::admin ? "EVENT_FOR_ADMIN" : "EVENT_FOR_USER") {}

  std::optional<DraftSubscription> read(const json::Value& entry) const {
    if (!entry.IsObject()) return std::nullopt;
    DraftSubscription subscription;
    for (const auto& member : entry.GetObject()) {
      if (member.value.IsNull()) continue;
      if (!read_member(json::text_of(member.name), member.value, subscription)) return std::nullopt;
    }
    const bool has_url =
        !subscription.development_url.empty() || !subscription.production_url.empty();
    if (subscription.name.empty() || subscription.types.empty() || !has_url) return std::nullopt;
    return subscription;
  }

 private:
  bool read_member(std::string_view name, const json::Value& value,
                   DraftSubscription& subscription) const {
    if (name == "event_types") {
      auto types = read_types(value);
      if (!types) return false;
      subscription.types = *std::move(types);
      return true;
    }
    if (!value.IsString()) return false;
    std::string text = text_or_empty(&value);
    if (name == "event_usage") return is_one_of(text, {"", usage_});
    if (name == "communicate_type") return is_one_of(text, {"", "WEB_HOOK"});
    if (name == "subscription_id") {
      subscription.id = std::move(text);
    } else if (name == "subscription_name") {
      subscription.name = std::move(text);
    } else if (name == "development_webhook_url") {
      subscription.development_url = std::move(text);
    } else if (name == "production_webhook_url") {
      subscription.production_url = std::move(text);
    } else {
      return text.empty();
    }
    return true;
  }

  std::string_view usage_;
};

// `app`: the listing and who made it.
void take_listing(RemainingManifest& rest, AppDraft& draft) {
  draft.name = rest.take_text(kDisplay, "display_name");
  draft.summary = rest.take_text(kDisplay, "description");
  draft.description = rest.take_text(kDisplay, "long_description");
  draft.company = rest.take_text(kDisplay, "company_name");
  draft.privacy = rest.take_text(kDisplay, "privacy_url");
  draft.terms = rest.take_text(kDisplay, "terms_url");
  draft.support = rest.take_text(kDisplay, "support_url");
  draft.documentation = rest.take_text(kDisplay, "doc_url");
  take_developer(rest, draft);
}

// `surface`.
void take_surface(RemainingManifest& rest, AppDraft& draft) {
  draft.products = rest.take_words(kFeatures, "products");
  if (draft.products.empty()) return;
  draft.development_home = rest.take_text(kFeatures, "development_home_uri");
  draft.production_home = rest.take_text(kFeatures, "production_home_uri");
  auto domains = read_domains(rest.find(kFeatures, "domain_allow_list"));
  if (!domains) return;
  draft.domains = *std::move(domains);
  rest.erase(kFeatures, "domain_allow_list");
}

// The subscriptions, if all of them, with everything in them, can be said under `events` by an app
// of that management. The rest keeps them.
std::optional<std::vector<DraftSubscription>> read_subscriptions(const RemainingManifest& rest,
                                                                 model::ManagedBy managed_by) {
  const json::Value* section = rest.find(kFeatures, "event_subscription");
  if (section == nullptr || !section->IsObject()) return std::nullopt;
  const json::Value* enable = json::find_member(*section, "enable");
  const json::Value* events = json::find_member(*section, "events");
  if (enable == nullptr || !enable->IsTrue() || events == nullptr || !events->IsArray() ||
      events->Empty()) {
    return std::nullopt;
  }
  const SubscriptionReader reader(managed_by);
  std::vector<DraftSubscription> subscriptions;
  for (const json::Value& entry : events->GetArray()) {
    auto subscription = reader.read(entry);
    if (!subscription) return std::nullopt;
    subscriptions.push_back(*std::move(subscription));
  }
  return subscriptions;
}

}  // namespace

ManifestFacts decompose(const json::Value& manifest, const catalog::Catalog& catalog) {
  RemainingManifest rest(manifest);
  ManifestFacts base;
  take_listing(rest, base.draft);
  base.scopes = read_scopes(rest.find(kOAuthSection, "scopes"));
  rest.erase(kOAuthSection, "scopes");
  const std::string usage = rest.take_text(kOAuthSection, "usage");
  rest.erase(kOAuthSection, "usage");
  if (usage == "ADMIN_MANAGEMENT") {
    base.managed_by = model::ManagedBy::admin;
  } else if (usage != "USER_OPERATION") {
    base.managed_by = guess_management(base.scopes, catalog);
  }
  base.development_redirect = rest.take_text(kOAuthSection, "development_redirect_uri");
  base.production_redirect = rest.take_text(kOAuthSection, "production_redirect_uri");
  rest.erase(kOAuthSection, "development_redirect_uri");
  rest.erase(kOAuthSection, "production_redirect_uri");
  base.allow_list = rest.take_words(kOAuthSection, "oauth_allow_list");
  // Values that zoomc writes by itself need no key.
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

}  // namespace zoomc::author
