#include "manifest/validate_oauth.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "diagnostics/codes.h"
#include "manifest/validate_scopes.h"
#include "text/quote.h"

namespace zoomc {
namespace {

using namespace manifest_codes;

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
  constexpr std::string_view kChoice = "it must be `USER_OPERATION` or `ADMIN_MANAGEMENT`";
  if (!usage.present()) {
    findings.rejects(kInvalidUsage, usage, "`usage` is missing: " + std::string(kChoice));
    return;
  }
  const auto text = usage.text();
  if (!text || *text == "USER_OPERATION" || *text == "ADMIN_MANAGEMENT") return;
  findings.rejects(kInvalidUsage, usage,
                   in_backticks(*text) + " is no usage: " + std::string(kChoice));
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
    findings.accepts(kInvalidUrl, redirect,
                     in_backticks(*url) + " is no absolute URL, so no redirect can match it");
  } else if (allow_list.may_be_array() && !is_listed(allow_list, *url)) {
    findings.accepts(kRedirectNotAllowListed, allow_list,
                     "the allow list lacks the redirect " + in_backticks(*url) +
                         ", so users see `Invalid redirect url` (4700)");
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

}  // namespace

void check_oauth(const JsonPlace& oauth_information, const Catalog& catalog,
                 ManifestFindings& findings) {
  if (!oauth_information.may_be_object()) return;
  check_usage(oauth_information.member("usage"), findings);
  check_redirects(oauth_information, findings);
  check_scopes(oauth_information, catalog, findings);
  check_public_keys(oauth_information, findings);
}

}  // namespace zoomc
