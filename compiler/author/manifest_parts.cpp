#include "author/manifest_parts.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace zoomc {
namespace {

constexpr std::string_view kDisplay = "display_information";
constexpr std::string_view kDeveloper = "developer_information";
constexpr std::string_view kFeatures = "features";

// Whether the member is a text or absent, so that a word of the language can hold it.
bool is_text_or_absent(const json::Value* value) {
  return value == nullptr || value->IsString();
}

// zoomc fills the developer's side from the listing's: all of it can be said, or none of it.
void take_developer(ManifestRest& rest, AppDraft& draft) {
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
  explicit SubscriptionReader(ManagedBy managed_by)
      : usage_(managed_by == ManagedBy::admin ? "EVENT_FOR_ADMIN" : "EVENT_FOR_USER") {}

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

}  // namespace

void take_listing(ManifestRest& rest, AppDraft& draft) {
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

void take_surface(ManifestRest& rest, AppDraft& draft) {
  draft.products = rest.take_words(kFeatures, "products");
  if (draft.products.empty()) return;
  draft.development_home = rest.take_text(kFeatures, "development_home_uri");
  draft.production_home = rest.take_text(kFeatures, "production_home_uri");
  auto domains = read_domains(rest.find(kFeatures, "domain_allow_list"));
  if (!domains) return;
  draft.domains = *std::move(domains);
  rest.erase(kFeatures, "domain_allow_list");
}

std::optional<std::vector<DraftSubscription>> read_subscriptions(const ManifestRest& rest,
                                                                 ManagedBy managed_by) {
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

}  // namespace zoomc
