// What connects the app with Zoom and with the platform: OAuth, credentials, integrations.
#include <array>

#include "model/lists.h"
#include "model/mapping_reader.h"
#include "model/sections.h"
#include "model/values.h"

namespace zoomc::model {
namespace {

constexpr std::array<std::string_view, 3> kIntegrations{"zoom", "zoom_phone", "zoom_calendar"};

// The linter has a rule for entries that are there twice.
std::optional<std::vector<Text>> read_allow_list(Reading& reading, const Slot& slot) {
  return read_words(reading, slot, {.unique = false});
}

std::optional<std::vector<Text>> read_integrations(Reading& reading, const Slot& slot) {
  return read_words(reading, slot, {.known = kIntegrations});
}

}  // namespace

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

}  // namespace zoomc::model
