#include "manifest/field_types.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "manifest/codes.h"
#include "text/quote.h"

namespace zoomc {
namespace {

enum class JsonType : std::uint8_t { boolean, string, array, object };

struct Field {
  // As a pointer without the first slash and without indices.
  std::string_view path;
  JsonType type;
};

constexpr JsonType kBoolean = JsonType::boolean;
constexpr JsonType kString = JsonType::string;
constexpr JsonType kArray = JsonType::array;
constexpr JsonType kObject = JsonType::object;

// Sorted by path, for the binary search.
constexpr std::array kFields = {
    Field{"developer_information", kObject},
    Field{"developer_information/company_name", kString},
    Field{"developer_information/contact_details", kArray},
    Field{"developer_information/contact_details[]", kObject},
    Field{"developer_information/contact_details[]/contact_email", kString},
    Field{"developer_information/contact_details[]/contact_name", kString},
    Field{"developer_information/contact_details[]/role", kString},
    Field{"developer_information/developer_email", kString},
    Field{"developer_information/developer_name", kString},
    Field{"developer_information/privacy_policy", kString},
    Field{"developer_information/support", kString},
    Field{"developer_information/terms_of_use", kString},
    Field{"developer_information/website", kString},
    Field{"display_information", kObject},
    Field{"display_information/business_lines", kArray},
    Field{"display_information/business_lines[]", kString},
    Field{"display_information/company_name", kString},
    Field{"display_information/config_url", kString},
    Field{"display_information/description", kString},
    Field{"display_information/discover_type", kString},
    Field{"display_information/display_name", kString},
    Field{"display_information/doc_url", kString},
    Field{"display_information/icon_share_link", kString},
    Field{"display_information/industry_vertical", kString},
    Field{"display_information/install_landing_url", kString},
    Field{"display_information/install_type", kString},
    Field{"display_information/long_description", kString},
    Field{"display_information/market_segments", kArray},
    Field{"display_information/market_segments[]", kString},
    Field{"display_information/marketplace_categories", kArray},
    Field{"display_information/marketplace_categories[]", kString},
    Field{"display_information/privacy_url", kString},
    Field{"display_information/support_url", kString},
    Field{"display_information/terms_url", kString},
    Field{"features", kObject},
    Field{"features/development_home_uri", kString},
    Field{"features/domain_allow_list", kArray},
    Field{"features/domain_allow_list[]", kObject},
    Field{"features/domain_allow_list[]/domain", kString},
    Field{"features/domain_allow_list[]/explanation", kString},
    Field{"features/embed", kObject},
    Field{"features/embed/contact_center_sdk", kObject},
    Field{"features/embed/contact_center_sdk/enable", kBoolean},
    Field{"features/embed/meeting_sdk", kObject},
    Field{"features/embed/meeting_sdk/devices", kArray},
    Field{"features/embed/meeting_sdk/enable", kBoolean},
    Field{"features/embed/meeting_sdk/enable_device", kBoolean},
    Field{"features/embed/phone_sdk", kObject},
    Field{"features/embed/phone_sdk/enable", kBoolean},
    Field{"features/embed/phone_sdk/fcm_token", kString},
    Field{"features/event_subscription", kObject},
    Field{"features/event_subscription/enable", kBoolean},
    Field{"features/event_subscription/events", kArray},
    Field{"features/event_subscription/events[]", kObject},
    Field{"features/event_subscription/events[]/communicate_type", kString},
    Field{"features/event_subscription/events[]/development_webhook_url", kString},
    Field{"features/event_subscription/events[]/event_types", kArray},
    Field{"features/event_subscription/events[]/event_types[]", kString},
    Field{"features/event_subscription/events[]/event_usage", kString},
    Field{"features/event_subscription/events[]/production_webhook_url", kString},
    Field{"features/event_subscription/events[]/subscription_id", kString},
    Field{"features/event_subscription/events[]/subscription_name", kString},
    Field{"features/in_client_feature", kObject},
    Field{"features/in_client_feature/collaborate_mode", kObject},
    Field{"features/in_client_feature/collaborate_mode/enable", kBoolean},
    Field{"features/in_client_feature/collaborate_mode/enable_join_immediately", kBoolean},
    Field{"features/in_client_feature/collaborate_mode/enable_play_together", kBoolean},
    Field{"features/in_client_feature/collaborate_mode/enable_screen_sharing", kBoolean},
    Field{"features/in_client_feature/collaborate_mode/enable_start_immediately", kBoolean},
    Field{"features/in_client_feature/guest_mode", kObject},
    Field{"features/in_client_feature/guest_mode/enable", kBoolean},
    Field{"features/in_client_feature/guest_mode/enable_test_guest_mode", kBoolean},
    Field{"features/in_client_feature/in_client_oauth", kObject},
    Field{"features/in_client_feature/in_client_oauth/enable", kBoolean},
    Field{"features/in_client_feature/team_chat_tab", kObject},
    Field{"features/in_client_feature/zoom_app_api", kObject},
    Field{"features/in_client_feature/zoom_app_api/enable", kBoolean},
    Field{"features/in_client_feature/zoom_app_api/zoom_app_apis", kArray},
    Field{"features/in_client_feature/zoom_app_api/zoom_app_apis[]", kString},
    Field{"features/plugin_sdk", kObject},
    Field{"features/plugin_sdk/enable", kBoolean},
    Field{"features/production_home_uri", kString},
    Field{"features/products", kArray},
    Field{"features/products[]", kString},
    Field{"features/sdk_domain_allow_list", kArray},
    Field{"features/team_chat_subscription", kObject},
    Field{"features/team_chat_subscription/enable", kBoolean},
    Field{"features/team_chat_subscription/enable_support_channel", kBoolean},
    Field{"features/team_chat_subscription/shortcuts", kArray},
    Field{"features/team_chat_subscription/shortcuts[]", kObject},
    Field{"features/team_chat_subscription/shortcuts[]/action_types", kArray},
    Field{"features/team_chat_subscription/shortcuts[]/action_types[]", kString},
    Field{"features/team_chat_subscription/slash_command", kObject},
    Field{"features/team_chat_subscription/slash_command/command", kString},
    Field{"features/team_chat_subscription/slash_command/development_message_url", kString},
    Field{"features/team_chat_subscription/slash_command/production_message_url", kString},
    Field{"features/zoom_client_support", kObject},
    Field{"features/zoom_client_support/mobile", kObject},
    Field{"features/zoom_client_support/mobile/apple_developer_program_team_id", kString},
    Field{"features/zoom_client_support/mobile/enable", kBoolean},
    Field{"features/zoom_client_support/pwa_client", kObject},
    Field{"features/zoom_client_support/pwa_client/enable", kBoolean},
    Field{"features/zoom_client_support/zoom_room", kObject},
    Field{"features/zoom_client_support/zoom_room/enable", kBoolean},
    Field{"oauth_information", kObject},
    Field{"oauth_information/*_public_key", kObject},
    Field{"oauth_information/*_public_key/enabled", kBoolean},
    Field{"oauth_information/*_public_key/keys", kArray},
    Field{"oauth_information/*_public_key/well_known_url", kString},
    Field{"oauth_information/development_redirect_uri", kString},
    Field{"oauth_information/enable_private_pkce_client", kBoolean},
    Field{"oauth_information/enable_public_pkce_client", kBoolean},
    Field{"oauth_information/oauth_allow_list", kArray},
    Field{"oauth_information/oauth_allow_list[]", kString},
    Field{"oauth_information/production_redirect_uri", kString},
    Field{"oauth_information/scope_description", kString},
    Field{"oauth_information/scopes", kArray},
    Field{"oauth_information/scopes[]", kObject},
    Field{"oauth_information/scopes[]/scope", kString},
    Field{"oauth_information/strict_mode", kBoolean},
    Field{"oauth_information/subdomain_strict_mode", kBoolean},
    Field{"oauth_information/usage", kString},
};

static_assert(std::is_sorted(kFields.begin(), kFields.end(),
                             [](const Field& a, const Field& b) { return a.path < b.path; }));

const Field* find_field(std::string_view path) {
  const auto found =
      std::lower_bound(kFields.begin(), kFields.end(), path,
                       [](const Field& field, std::string_view key) { return field.path < key; });
  return found != kFields.end() && found->path == path ? &*found : nullptr;
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

// What to write where people are known to get the shape wrong.
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

void report_type(const JsonPlace& place, const Field& field, ManifestFindings& findings) {
  const std::string pointer = place.pointer();
  std::string message = quoted(pointer.substr(pointer.rfind('/') + 1)) + " must be ";
  message += with_article(field.type);
  message += shape_of(field.path);
  message += ", not ";
  findings.rejects(manifest_codes::kWrongType, place, message += with_article(*place.value()));
}

void check_below(const JsonPlace& place, const std::string& path, ManifestFindings& findings);

// `place` is only asked for where there is something to say or to look into.
template <class MakePlace>
void check_value_type(const json::Value& value, const std::string& path, const MakePlace& place,
                      ManifestFindings& findings) {
  const Field* field = find_field(path);
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

}  // namespace zoomc
