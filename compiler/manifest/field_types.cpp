#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <string>
#include <string_view>

#include "diagnostics/codes.h"
#include "manifest/validator.h"
#include "text/quote.h"

namespace zoomc::manifest {
namespace {

enum class JsonType : std::uint8_t { boolean, string, array, object };

struct TypedField {
  // A pointer without the first slash and without indices.
  std::string_view path;
  JsonType type;
};

constexpr JsonType kBoolean = JsonType::boolean;
constexpr JsonType kString = JsonType::string;
constexpr JsonType kArray = JsonType::array;
constexpr JsonType kObject = JsonType::object;

// Sorted by path, for the binary search.
constexpr std::array kTypedFields = {
    TypedField{"developer_information", kObject},
    TypedField{"developer_information/company_name", kString},
    TypedField{"developer_information/contact_details", kArray},
    TypedField{"developer_information/contact_details[]", kObject},
    TypedField{"developer_information/contact_details[]/contact_email", kString},
    TypedField{"developer_information/contact_details[]/contact_name", kString},
    TypedField{"developer_information/contact_details[]/role", kString},
    TypedField{"developer_information/developer_email", kString},
    TypedField{"developer_information/developer_name", kString},
    TypedField{"developer_information/privacy_policy", kString},
    TypedField{"developer_information/support", kString},
    TypedField{"developer_information/terms_of_use", kString},
    TypedField{"developer_information/website", kString},
    TypedField{"display_information", kObject},
    TypedField{"display_information/business_lines", kArray},
    TypedField{"display_information/business_lines[]", kString},
    TypedField{"display_information/company_name", kString},
    TypedField{"display_information/config_url", kString},
    TypedField{"display_information/description", kString},
    TypedField{"display_information/discover_type", kString},
    TypedField{"display_information/display_name", kString},
    TypedField{"display_information/doc_url", kString},
    TypedField{"display_information/icon_share_link", kString},
    TypedField{"display_information/industry_vertical", kString},
    TypedField{"display_information/install_landing_url", kString},
    TypedField{"display_information/install_type", kString},
    TypedField{"display_information/long_description", kString},
    TypedField{"display_information/market_segments", kArray},
    TypedField{"display_information/market_segments[]", kString},
    TypedField{"display_information/marketplace_categories", kArray},
    TypedField{"display_information/marketplace_categories[]", kString},
    TypedField{"display_information/privacy_url", kString},
    TypedField{"display_information/support_url", kString},
    TypedField{"display_information/terms_url", kString},
    TypedField{"features", kObject},
    TypedField{"features/development_home_uri", kString},
    TypedField{"features/domain_allow_list", kArray},
    TypedField{"features/domain_allow_list[]", kObject},
    TypedField{"features/domain_allow_list[]/domain", kString},
    TypedField{"features/domain_allow_list[]/explanation", kString},
    TypedField{"features/embed", kObject},
    TypedField{"features/embed/contact_center_sdk", kObject},
    TypedField{"features/embed/contact_center_sdk/enable", kBoolean},
    TypedField{"features/embed/meeting_sdk", kObject},
    TypedField{"features/embed/meeting_sdk/devices", kArray},
    TypedField{"features/embed/meeting_sdk/enable", kBoolean},
    TypedField{"features/embed/meeting_sdk/enable_device", kBoolean},
    TypedField{"features/embed/phone_sdk", kObject},
    TypedField{"features/embed/phone_sdk/enable", kBoolean},
    TypedField{"features/embed/phone_sdk/fcm_token", kString},
    TypedField{"features/event_subscription", kObject},
    TypedField{"features/event_subscription/enable", kBoolean},
    TypedField{"features/event_subscription/events", kArray},
    TypedField{"features/event_subscription/events[]", kObject},
    TypedField{"features/event_subscription/events[]/communicate_type", kString},
    TypedField{"features/event_subscription/events[]/development_webhook_url", kString},
    TypedField{"features/event_subscription/events[]/event_types", kArray},
    TypedField{"features/event_subscription/events[]/event_types[]", kString},
    TypedField{"features/event_subscription/events[]/event_usage", kString},
    TypedField{"features/event_subscription/events[]/production_webhook_url", kString},
    TypedField{"features/event_subscription/events[]/subscription_id", kString},
    TypedField{"features/event_subscription/events[]/subscription_name", kString},
    TypedField{"features/in_client_feature", kObject},
    TypedField{"features/in_client_feature/collaborate_mode", kObject},
    TypedField{"features/in_client_feature/collaborate_mode/enable", kBoolean},
    TypedField{"features/in_client_feature/collaborate_mode/enable_join_immediately", kBoolean},
    TypedField{"features/in_client_feature/collaborate_mode/enable_play_together", kBoolean},
    TypedField{"features/in_client_feature/collaborate_mode/enable_screen_sharing", kBoolean},
    TypedField{"features/in_client_feature/collaborate_mode/enable_start_immediately", kBoolean},
    TypedField{"features/in_client_feature/guest_mode", kObject},
    TypedField{"features/in_client_feature/guest_mode/enable", kBoolean},
    TypedField{"features/in_client_feature/guest_mode/enable_test_guest_mode", kBoolean},
    TypedField{"features/in_client_feature/in_client_oauth", kObject},
    TypedField{"features/in_client_feature/in_client_oauth/enable", kBoolean},
    TypedField{"features/in_client_feature/team_chat_tab", kObject},
    TypedField{"features/in_client_feature/zoom_app_api", kObject},
    TypedField{"features/in_client_feature/zoom_app_api/enable", kBoolean},
    TypedField{"features/in_client_feature/zoom_app_api/zoom_app_apis", kArray},
    TypedField{"features/in_client_feature/zoom_app_api/zoom_app_apis[]", kString},
    TypedField{"features/plugin_sdk", kObject},
    TypedField{"features/plugin_sdk/enable", kBoolean},
    TypedField{"features/production_home_uri", kString},
    TypedField{"features/products", kArray},
    TypedField{"features/products[]", kString},
    TypedField{"features/sdk_domain_allow_list", kArray},
    TypedField{"features/team_chat_subscription", kObject},
    TypedField{"features/team_chat_subscription/enable", kBoolean},
    TypedField{"features/team_chat_subscription/enable_support_channel", kBoolean},
    TypedField{"features/team_chat_subscription/shortcuts", kArray},
    TypedField{"features/team_chat_subscription/shortcuts[]", kObject},
    TypedField{"features/team_chat_subscription/shortcuts[]/action_types", kArray},
    TypedField{"features/team_chat_subscription/shortcuts[]/action_types[]", kString},
    TypedField{"features/team_chat_subscription/slash_command", kObject},
    TypedField{"features/team_chat_subscription/slash_command/command", kString},
    TypedField{"features/team_chat_subscription/slash_command/development_message_url", kString},
    TypedField{"features/team_chat_subscription/slash_command/production_message_url", kString},
    TypedField{"features/zoom_client_support", kObject},
    TypedField{"features/zoom_client_support/mobile", kObject},
    TypedField{"features/zoom_client_support/mobile/apple_developer_program_team_id", kString},
    TypedField{"features/zoom_client_support/mobile/enable", kBoolean},
    TypedField{"features/zoom_client_support/pwa_client", kObject},
    TypedField{"features/zoom_client_support/pwa_client/enable", kBoolean},
    TypedField{"features/zoom_client_support/zoom_room", kObject},
    TypedField{"features/zoom_client_support/zoom_room/enable", kBoolean},
    TypedField{"oauth_information", kObject},
    TypedField{"oauth_information/*_public_key", kObject},
    TypedField{"oauth_information/*_public_key/enabled", kBoolean},
    TypedField{"oauth_information/*_public_key/keys", kArray},
    TypedField{"oauth_information/*_public_key/well_known_url", kString},
    TypedField{"oauth_information/development_redirect_uri", kString},
    TypedField{"oauth_information/enable_private_pkce_client", kBoolean},
    TypedField{"oauth_information/enable_public_pkce_client", kBoolean},
    TypedField{"oauth_information/oauth_allow_list", kArray},
    TypedField{"oauth_information/oauth_allow_list[]", kString},
    TypedField{"oauth_information/production_redirect_uri", kString},
    TypedField{"oauth_information/scope_description", kString},
    TypedField{"oauth_information/scopes", kArray},
    TypedField{"oauth_information/scopes[]", kObject},
    TypedField{"oauth_information/scopes[]/scope", kString},
    TypedField{"oauth_information/strict_mode", kBoolean},
    TypedField{"oauth_information/subdomain_strict_mode", kBoolean},
    TypedField{"oauth_information/usage", kString},
};

static_assert(std::is_sorted(kTypedFields.begin(), kTypedFields.end(),
                             [](const TypedField& a, const TypedField& b) {
                               return a.path < b.path;
                             }));

const TypedField* find_field(std::string_view path) {
  const auto found = std::lower_bound(
      kTypedFields.begin(), kTypedFields.end(), path,
      [](const TypedField& field, std::string_view key) { return field.path < key; });
  return found != kTypedFields.end() && found->path == path ? &*found : nullptr;
}

bool has_type(const json::Value& value, JsonType type) {
  switch (type) {
    case JsonType::boolean: return value.IsBool();
    case JsonType::string: return value.IsString();
    case JsonType::array: return value.IsArray();
    case JsonType::object: return value.IsObject();
  }
  return false;
}

std::string_view with_article(JsonType type) {
  switch (type) {
    case JsonType::boolean: return "a boolean";
    case JsonType::string: return "a string";
    case JsonType::array: return "an array";
    case JsonType::object: return "an object";
  }
  return {};
}

std::string_view with_article(const json::Value& value) {
  if (value.IsNumber()) return "a number";
  if (value.IsBool()) return "a boolean";
  if (value.IsString()) return "a string";
  return value.IsArray() ? "an array" : "an object";
}

// An example for values whose shape people often get wrong.
std::string_view shape_of(std::string_view path) {
  if (path == "features/domain_allow_list[]") {
    return R"(, {"domain": "app.acme.example", "explanation": "Hosts the app"})";
  }
  if (path == "oauth_information/scopes[]") {
    return R"(, {"scope": "user:read:user", "optional": false})";
  }
  return {};
}

std::string child_path(const std::string& path, std::string_view name) {
  constexpr std::string_view kPublicKey = "_public_key";
  if (path.empty()) return std::string(name);
  std::string child = path + '/';
  if (path == "oauth_information" && name.ends_with(kPublicKey)) {
    return child += "*_public_key";
  }
  return child += name;
}

void report_type(const JsonPlace& place, const TypedField& field, ManifestFindings& findings) {
  const std::string pointer = place.pointer();
  findings.rejects(
      manifest_codes::kWrongType, place,
      fmt::format("{} must be {}{}, not {}", in_backticks(pointer.substr(pointer.rfind('/') + 1)),
                  with_article(field.type), shape_of(field.path), with_article(*place.value())));
}

void check_below(const JsonPlace& place, const std::string& path, ManifestFindings& findings);

// `place` is only asked for where there is something to say or to look into.
template <class MakePlace>
void check_value_type(const json::Value& value, const std::string& path, const MakePlace& place,
                      ManifestFindings& findings) {
  const TypedField* field = find_field(path);
  if (field == nullptr || value.IsNull()) return;
  if (!has_type(value, field->type)) {
    report_type(place(), *field, findings);
  } else if (value.IsObject() || value.IsArray()) {
    check_below(place(), path, findings);
  }
}

void check_below(const JsonPlace& place, const std::string& path, ManifestFindings& findings) {
  for (std::size_t i = 0; i < place.member_count(); ++i) {
    const json::Value& value = place.value()->MemberBegin()[static_cast<std::ptrdiff_t>(i)].value;
    check_value_type(
        value, child_path(path, place.member_name(i)), [&] { return place.member_at(i); },
        findings);
  }
  const std::string item_path = path + "[]";
  for (std::size_t i = 0; i < place.item_count(); ++i) {
    const json::Value& value = (*place.value())[static_cast<rapidjson::SizeType>(i)];
    check_value_type(
        value, item_path, [&] { return place.item(i); }, findings);
  }
}

}  // namespace

void check_field_types(const JsonPlace& root, ManifestFindings& findings) {
  if (root.present() && root.value()->IsObject()) {
    check_below(root, "", findings);
    return;
  }
  findings.rejects(manifest_codes::kWrongType, root, "a manifest must be an object");
}

}  // namespace zoomc::manifest
