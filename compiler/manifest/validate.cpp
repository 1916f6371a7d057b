#include "manifest/validate.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/manifest_limits.h"
#include "diagnostics/codes.h"
#include "json/writer.h"
#include "manifest/json_place.h"
#include "manifest/validator.h"
#include "text/quote.h"
#include "text/utf8.h"

namespace zoomc::manifest {
namespace {

using namespace manifest_codes;

void check_text(const JsonPlace& place, std::span<const std::string_view> values,
                ManifestFindings& findings) {
  const auto text = place.text();
  if (!text || std::find(values.begin(), values.end(), *text) != values.end()) return;
  std::vector<std::string> choice;
  choice.reserve(values.size());
  for (const std::string_view value : values) choice.push_back(in_backticks(value));
  findings.rejects(manifest_codes::kUnknownValue, place,
                   fmt::format("{} is not one of the values that Zoom accepts here: {}",
                               in_backticks(*text), join_words(choice, "or")));
}

// Reports a string that is not one of the values; a blank one counts as absent.
void check_value(const JsonPlace& place, std::span<const std::string_view> values,
                 ManifestFindings& findings) {
  if (!place.is_blank()) check_text(place, values, findings);
}

// The same for every item of an array, blank ones too.
void check_each_value(const JsonPlace& array, std::span<const std::string_view> values,
                      ManifestFindings& findings) {
  for (std::size_t i = 0; i < array.item_count(); ++i) {
    check_text(array.item(i), values, findings);
  }
}

constexpr std::size_t kMaxShortcuts = 20;

void check_surface(const JsonPlace& features, ManifestFindings& findings) {
  const JsonPlace products = features.member("products");
  check_each_value(products, kProducts, findings);
  if (!products.may_be_array() || products.item_count() > 0) return;
  const JsonPlace home = features.member("development_home_uri");
  if (home.text() && !home.is_blank()) {
    findings.rejects(kSurfaceWithoutProduct, home,
                     "`development_home_uri` needs a product, and `products` is empty");
  }
  const JsonPlace domains = features.member("domain_allow_list");
  if (domains.item_count() > 0) {
    findings.rejects(kSurfaceWithoutProduct, domains,
                     "`domain_allow_list` needs a product, and `products` is empty");
  }
}

void check_chat(const JsonPlace& chat, ManifestFindings& findings) {
  const JsonPlace command = chat.member("slash_command");
  const JsonPlace url = command.member("development_message_url");
  if (chat.member("enable").is_true() && command.may_be_object() && url.is_blank()) {
    findings.rejects(kMissingMessageUrl, url,
                     "the chat subscription is enabled, so its slash command needs a "
                     "`development_message_url`");
  }
  const JsonPlace shortcuts = chat.member("shortcuts");
  if (shortcuts.item_count() > kMaxShortcuts) {
    findings.rejects(kTooManyShortcuts, shortcuts,
                     fmt::format("there are {} chat shortcuts; Zoom takes at most {}",
                                 shortcuts.item_count(), kMaxShortcuts));
  }
  for (std::size_t i = 0; i < shortcuts.item_count(); ++i) {
    check_each_value(shortcuts.item(i).member("action_types"), kActionTypes, findings);
  }
}

void check_event_types(const JsonPlace& types, ManifestFindings& findings) {
  for (std::size_t i = 0; i < types.item_count(); ++i) {
    const JsonPlace type = types.item(i);
    if (!type.text() || !catalog::is_rtms_event(*type.text())) continue;
    findings.rejects(kRtmsEvent, type,
                     fmt::format("{} is an RTMS event, which Zoom takes in no manifest; a later "
                                 "update of the app can still store it",
                                 in_backticks(*type.text())));
  }
}

void check_subscriptions(const JsonPlace& events, ManifestFindings& findings) {
  if (events.item_count() > catalog::kMaxEventSubscriptions) {
    findings.rejects(kTooManySubscriptions, events,
                     fmt::format("there are {} event subscriptions; Zoom takes at most {}",
                                 events.item_count(), catalog::kMaxEventSubscriptions));
  }
  for (std::size_t i = 0; i < events.item_count(); ++i) {
    check_event_types(events.item(i).member("event_types"), findings);
  }
}

// Zoom's findings in `features`, which may be absent.
void check_features(const JsonPlace& features, ManifestFindings& findings) {
  check_surface(features, findings);
  check_chat(features.member("team_chat_subscription"), findings);
  check_subscriptions(features.member("event_subscription").member("events"), findings);
}

// The part before the path of an absolute URL, "https://app.acme.example:8443"; empty for anything
// else.
std::string_view origin_of(std::string_view url) {
  const std::size_t colon = url.find("://");
  if (colon == 0 || colon == std::string_view::npos) return {};
  for (const char byte : url.substr(0, colon)) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    const bool other = (byte >= '0' && byte <= '9') || byte == '+' || byte == '-' || byte == '.';
    if (!letter && !other) return {};
  }
  if (url.find_first_of(" \t\r\n") != std::string_view::npos) return {};
  const std::size_t host = colon + 3;
  const std::size_t end = std::min(url.find_first_of("/?#", host), url.size());
  return end == host ? std::string_view{} : url.substr(0, end);
}

void check_usage(const JsonPlace& usage, ManifestFindings& findings) {
  if (!usage.present()) {
    findings.rejects(kInvalidUsage, usage,
                     "`usage` is missing: it must be `USER_OPERATION` or `ADMIN_MANAGEMENT`");
    return;
  }
  const auto text = usage.text();
  if (!text || *text == "USER_OPERATION" || *text == "ADMIN_MANAGEMENT") return;
  findings.rejects(kInvalidUsage, usage,
                   fmt::format("{} is not a valid usage: it must be `USER_OPERATION` or "
                               "`ADMIN_MANAGEMENT`",
                               in_backticks(*text)));
}

// An entry may be the whole URL or its origin, with or without a slash behind it.
bool is_listed(const JsonPlace& allow_list, std::string_view redirect) {
  const std::string_view origin = origin_of(redirect);
  for (std::size_t i = 0; i < allow_list.item_count(); ++i) {
    const auto entry = allow_list.item(i).text();
    if (!entry) continue;
    if (*entry == redirect || *entry == origin || *entry == std::string(origin) + '/') return true;
  }
  return false;
}

void check_redirect(const JsonPlace& redirect, const JsonPlace& allow_list,
                    ManifestFindings& findings) {
  const auto url = redirect.text();
  if (redirect.is_blank() || !url) return;
  if (origin_of(*url).empty()) {
    findings.accepts(
        kInvalidUrl, redirect,
        fmt::format("{} is not an absolute URL, so no redirect can match it", in_backticks(*url)));
  } else if (allow_list.may_be_array() && !is_listed(allow_list, *url)) {
    findings.accepts(
        kRedirectNotAllowListed, allow_list,
        fmt::format(
            "the allow list lacks the redirect {}, so users see `Invalid redirect url` (4700)",
            in_backticks(*url)));
  }
}

void check_redirects(const JsonPlace& oauth, ManifestFindings& findings) {
  const JsonPlace development = oauth.member("development_redirect_uri");
  const JsonPlace production = oauth.member("production_redirect_uri");
  if (development.is_blank() && production.is_blank()) {
    findings.accepts(kMissingRedirect, development,
                     "there is no redirect URL, so nobody can authorise the app");
  } else if (development.is_blank()) {
    findings.accepts(kMissingRedirect, Severity::warning, development,
                     "there is no redirect URL for development");
  } else if (production.is_blank()) {
    findings.accepts(kMissingRedirect, Severity::warning, production,
                     "there is no redirect URL for production");
  }
  const JsonPlace allow_list = oauth.member("oauth_allow_list");
  check_redirect(development, allow_list, findings);
  if (production.text() != development.text()) check_redirect(production, allow_list, findings);
}

void check_public_keys(const JsonPlace& oauth, ManifestFindings& findings) {
  for (std::size_t i = 0; i < oauth.member_count(); ++i) {
    if (!oauth.member_name(i).ends_with("_public_key")) continue;
    const JsonPlace key = oauth.member_at(i);
    const bool has_url = !key.member("well_known_url").is_blank();
    const bool has_keys = key.member("keys").item_count() > 0;
    if (has_url && has_keys) {
      findings.rejects(kPublicKeyConflict, key,
                       "a public key is given by `well_known_url` or by `keys`, not by both");
    } else if (!has_url && !has_keys && key.member("enabled").is_true()) {
      findings.rejects(kPublicKeyConflict, key,
                       "the public key is enabled, so it needs `well_known_url` or `keys`");
    }
  }
}

// Zoom's findings in `oauth_information`, which may be absent.
void check_oauth(const JsonPlace& oauth_information, const catalog::Catalog& catalog,
                 ManifestFindings& findings) {
  if (!oauth_information.may_be_object()) return;
  check_usage(oauth_information.member("usage"), findings);
  check_redirects(oauth_information, findings);
  check_scopes(oauth_information, catalog, findings);
  check_public_keys(oauth_information, findings);
}

// Zoom says "less than 50"; whether exactly 50 passes is not known.
constexpr std::size_t kMaxName = 49;
void check_keys(const JsonPlace& root, ManifestFindings& findings) {
  for (std::size_t i = 0; i < root.member_count(); ++i) {
    const std::string_view name = root.member_name(i);
    if (std::find(kManifestSections.begin(), kManifestSections.end(), name) !=
        kManifestSections.end())
      continue;
    findings.drops(kUnknownManifestKey, root.member_at(i),
                   fmt::format("{} is not a section of a manifest: Zoom accepts it and drops it",
                               in_backticks(name)));
  }
}

// Sections that Zoom can do without.
void check_sections(const JsonPlace& root, ManifestFindings& findings) {
  if (const JsonPlace developer = root.member("developer_information"); !developer.present()) {
    findings.accepts(kMissingDeveloperInformation, developer,
                     "there is no `developer_information`");
  }
  if (const JsonPlace features = root.member("features"); !features.present()) {
    findings.accepts(kMissingFeatures, features, "there are no `features`");
  }
}

void check_display(const JsonPlace& display, ManifestFindings& findings) {
  if (!display.may_be_object()) return;
  const JsonPlace name = display.member("display_name");
  if (name.is_blank()) {
    findings.rejects(kMissingName, name, "the app has no name");
  } else if (name.text() && count_code_points(*name.text()) > kMaxName) {
    findings.rejects(kNameTooLong, name,
                     fmt::format("the name has {} characters; at most {} are safe",
                                 count_code_points(*name.text()), kMaxName));
  }
  check_value(display.member("discover_type"), kDiscoverTypes, findings);
  check_value(display.member("install_type"), kInstallTypes, findings);
}

// Everything that Zoom can reject counts as rejected: the question is about a new app.
bool is_refused(const ManifestFinding& found) {
  return found.verdict == ZoomVerdict::rejects || found.verdict == ZoomVerdict::can_reject;
}

}  // namespace

std::vector<ManifestFinding> validate_manifest(const rapidjson::Value& manifest,
                                               const catalog::Catalog& catalog) {
  ManifestFindings findings;
  const JsonPlace root(manifest);
  check_field_types(root, findings);
  if (manifest.IsObject()) {
    check_keys(root, findings);
    check_display(root.member("display_information"), findings);
    check_oauth(root.member("oauth_information"), catalog, findings);
    check_features(root.member("features"), findings);
    check_sections(root, findings);
  }
  return findings.take();
}

void ManifestFindings::add(const Code& code, Severity severity, ZoomVerdict verdict,
                           const JsonPlace& place, const JsonPlace& seen_at, std::string message) {
  findings_.push_back({.id = code.id,
                       .pointer = place.pointer(),
                       .message = std::move(message),
                       .verdict = verdict,
                       .severity = severity,
                       .order = seen_at.order()});
}

void ManifestFindings::rejects(const Code& code, const JsonPlace& place, std::string message) {
  add(code, code.severity, ZoomVerdict::rejects, place, place, std::move(message));
}

void ManifestFindings::accepts(const Code& code, const JsonPlace& place, std::string message) {
  accepts(code, code.severity, place, std::move(message));
}

void ManifestFindings::drops(const Code& code, const JsonPlace& place, std::string message) {
  add(code, code.severity, ZoomVerdict::drops, place, place, std::move(message));
}

void ManifestFindings::accepts(const Code& code, Severity severity, const JsonPlace& place,
                               std::string message) {
  add(code, severity, ZoomVerdict::accepts, place, place, std::move(message));
}

std::vector<ManifestFinding> ManifestFindings::take() {
  std::stable_sort(
      findings_.begin(), findings_.end(),
      [](const ManifestFinding& a, const ManifestFinding& b) { return a.order < b.order; });
  return std::exchange(findings_, {});
}

bool is_taken_by_zoom(const std::vector<ManifestFinding>& findings) {
  return std::none_of(findings.begin(), findings.end(), is_refused);
}

std::string zoom_reply(const std::vector<ManifestFinding>& findings) {
  if (is_taken_by_zoom(findings)) return "{\"ok\":true,\"error\":\"\",\"errors\":null}\n";
  json::Writer json;
  json.object([&] {
    json.member("ok", false);
    json.member("error", "invalid_manifest");
    json.key("errors");
    std::vector<ManifestFinding> refused;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(refused), is_refused);
    json.array(refused, [&](const ManifestFinding& found) {
      json.object([&] {
        json.member("setting", found.pointer);
        json.member("message", found.message);
      });
    });
  });
  return json.text() + "\n";
}

}  // namespace zoomc::manifest
