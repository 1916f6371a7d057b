#include "model/sections.h"

#include <array>

#include "model/mapping_reader.h"
#include "model/values.h"

namespace zoomc::model {
namespace {

std::optional<Contact> read_contact(Reading& reading, const Slot& slot) {
  const auto contact = open_mapping(reading, slot, kContactSection);
  if (!contact) return std::nullopt;
  return Contact{.name = contact->get("name", read_text),
                 .email = contact->get("email", read_word)};
}

Links read_links(Reading& reading, const Slot& slot) {
  const auto links = open_mapping(reading, slot, kLinksSection);
  if (!links) return {};
  return {.website = links->get("website", read_word),
          .privacy = links->get("privacy", read_word),
          .terms = links->get("terms", read_word),
          .support = links->get("support", read_word),
          .documentation = links->get("documentation", read_word)};
}

// A rule of the linter reports entries that are listed twice.
std::optional<std::vector<Text>> read_allow_list(Reading& reading, const Slot& slot) {
  return read_words(reading, slot, {.unique = false});
}

std::optional<std::vector<Text>> read_integrations(Reading& reading, const Slot& slot) {
  return read_words(reading, slot, {});
}

std::optional<Subscription> read_subscription(Reading& reading, const Slot& slot) {
  const auto mapping = open_mapping(reading, slot, kEventSection);
  if (!mapping) return std::nullopt;
  return Subscription{.span = slot.value->span,
                      .name = mapping->get("name", read_text).value_or(Text{}),
                      .id = mapping->get("id", read_text),
                      .types = mapping->get("types", read_words_or_none),
                      .url = mapping->get("url", read_per_environment).value_or(PerEnvironment{})};
}

std::optional<Account> read_account(Reading& reading, const Slot& slot) {
  const auto mapping = open_mapping(reading, slot, kAccountSection);
  if (!mapping) return std::nullopt;
  return Account{.span = slot.value->span,
                 .name = mapping->get("name", read_text).value_or(Text{}),
                 .email = mapping->get("email", read_word),
                 .same_account = mapping->get("same_account", read_boolean),
                 .tester = mapping->get("tester", read_boolean),
                 .zoom_phone = mapping->get("zoom_phone", read_boolean),
                 .authorizer = mapping->get("authorizer", read_enum<Authorizer>),
                 .authorized_with = mapping->get("authorized_with", read_enum<Environment>)};
}

std::optional<SurfaceDomain> read_domain(Reading& reading, const Slot& slot) {
  const auto mapping = open_mapping(reading, slot, kDomainSection);
  if (!mapping) return std::nullopt;
  const std::optional<Text> domain = mapping->get("domain", read_word);
  const std::optional<Text> reason = mapping->get("reason", read_text);
  if (!domain) return std::nullopt;
  return SurfaceDomain{.domain = *domain, .reason = reason};
}

std::vector<SurfaceDomain> read_domains(Reading& reading, const Slot& slot) {
  std::vector<SurfaceDomain> domains;
  for_each_entry(reading, slot, [&](const Slot& entry) {
    if (auto domain = read_domain(reading, entry)) domains.push_back(*std::move(domain));
  });
  return domains;
}

constexpr std::string_view kWayOut = "write `meetings.read: List meetings for calendar sync`";

}  // namespace

void read_listing(Reading& reading, const Slot& slot, App& app) {
  app.app_key = slot.key;
  const auto listing = open_mapping(reading, slot, kAppSection);
  if (!listing) return;
  app.name = listing->get("name", read_text);
  app.summary = listing->get("summary", read_text);
  app.description = listing->get("description", read_text);
  app.company = listing->get("company", read_text);
  app.purpose = listing->get("purpose", read_text);
  app.contact = listing->get("contact", read_contact);
  app.links = listing->get("links", read_links);
}

OAuth read_oauth(Reading& reading, const Slot& slot) {
  const auto mapping = open_mapping(reading, slot, kOAuthSection);
  if (!mapping) return {};
  OAuth oauth{.redirect_url = mapping->get("redirect_url", read_per_environment),
              .allow_list = mapping->get("allow_list", read_allow_list),
              .strict_mode = mapping->get("strict_mode", read_boolean),
              .subdomain_strict_mode = mapping->get("subdomain_strict_mode", read_boolean)};
  if (const auto list = mapping->find("allow_list")) {
    oauth.allow_list_span = list->value->span;
    oauth.allow_list_key = list->key;
  }
  return oauth;
}

Credentials read_credentials(Reading& reading, const Slot& slot) {
  const auto mapping = open_mapping(reading, slot, kCredentialsSection);
  if (!mapping) return {};
  return {.environment = mapping->get("environment", read_enum<Environment>),
          .client_id = mapping->get("client_id", read_text),
          .client_secret = mapping->get("client_secret", read_text)};
}

std::optional<std::vector<Text>> read_unified(Reading& reading, const Slot& slot) {
  const auto mapping = open_mapping(reading, slot, kUnifiedSection);
  if (!mapping) return std::nullopt;
  return mapping->get("integrations", read_integrations);
}

std::vector<Subscription> read_events(Reading& reading, const Slot& slot) {
  std::vector<Subscription> subscriptions;
  for_each_entry(reading, slot, [&](const Slot& entry) {
    if (auto subscription = read_subscription(reading, entry)) {
      subscriptions.push_back(*std::move(subscription));
    }
  });
  return subscriptions;
}

std::vector<Account> read_accounts(Reading& reading, const Slot& slot) {
  std::vector<Account> accounts;
  for_each_entry(reading, slot, [&](const Slot& entry) {
    if (auto account = read_account(reading, entry)) accounts.push_back(*std::move(account));
  });
  return accounts;
}

Surface read_surface(Reading& reading, const Slot& slot) {
  const auto mapping = open_mapping(reading, slot, kSurfaceSection);
  if (!mapping) return {};
  return {.products = mapping->get("products", read_words_or_none),
          .home_url = mapping->get("home_url", read_per_environment),
          .domains = mapping->get("domains", read_domains)};
}

// `justify` and `test_plan`: the keys are the catalog's names, which `resolve` knows.
std::vector<KeyedText> read_keyed_texts(Reading& reading, const Slot& slot) {
  std::vector<KeyedText> texts;
  if (!has_value(reading, slot)) return texts;
  if (!slot.value->is_mapping()) {
    refuse_type(reading, slot, "a mapping from names to texts", kWayOut);
    return texts;
  }
  if (!is_of_size(reading, slot, slot.value->members.size())) return texts;
  texts.reserve(slot.value->members.size());
  for (const syntax::Member& member : slot.value->members) {
    if (!is_word_key(reading, slot, member)) continue;
    const Slot entry = member_slot(slot, member);
    if (auto text = read_text(reading, entry)) {
      texts.push_back({.key = member.key.text, .text = *std::move(text)});
    }
  }
  return texts;
}

}  // namespace zoomc::model
