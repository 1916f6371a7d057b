#include "audited.h"
#include "support/catch.h"

namespace zoomc::audit {
namespace {

using namespace testing;

constexpr std::string_view kEu = "https://api-eu.unified.to/oauth/code";
constexpr std::string_view kUs = "https://api.unified.to/oauth/code";

std::string quote(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

// With these redirects; each list is a JSON text.
std::string redirects(std::string_view development, std::string_view production,
                      const std::string& list, const std::string& more = {}) {
  Parts parts;
  parts.redirects = "\"development_redirect_uri\": " + quote(development) +
                    ", \"production_redirect_uri\": " + quote(production) +
                    ", \"oauth_allow_list\": " + list + more;
  return audited(manifest_of(parts));
}

std::string list(std::string_view url) {
  return "[" + quote(url) + "]";
}

const std::string kDevelopment = " | setting: /oauth_information/development_redirect_uri";

TEST_CASE("a region's redirect to the letter", "[audit]") {
  CHECK(redirects(kEu, kEu, list(kEu)).empty());
  // Two workspaces are no mistake.
  CHECK(redirects(kUs, kEu, "[" + quote(kEu) + ", " + quote(kUs) + "]").empty());
  // Another region's redirect on the list is one.
  CHECK(redirects(kEu, kEu, "[" + quote(kEu) + ", " + quote(kUs) + "]").empty());
}

TEST_CASE("a redirect that is a region's but for a slip", "[audit]") {
  CHECK(redirects("https://api-eu.unified.to/oauth/code/", kEu, list(kEu)) ==
        "error[redirect-url-mismatch] /: redirect URL ends with a `/` that Unified does not send "
        "(accepts; users then see `Invalid redirect url` (4700))" +
            kDevelopment + " | fix (safe): `https://api-eu.unified.to/oauth/code`\n");
  CHECK(redirects("https://api-eu.unifed.to/oauth/code", kEu, list(kEu)) ==
        "error[redirect-url-mismatch] api-eu.unifed.to: redirect URL has the host "
        "`api-eu.unifed.to`, which is not Unified's (accepts; users then see `Invalid redirect "
        "url` (4700))" +
            kDevelopment + " | fix (safe): `https://api-eu.unified.to/oauth/code`\n");
  CHECK(redirects("https://API-EU.unified.to/oauth/code", kEu, list(kEu)) ==
        "error[redirect-url-mismatch] API-EU.unified.to: redirect URL has upper-case letters in "
        "its host "
        "(accepts; users then see `Invalid redirect url` (4700))" +
            kDevelopment + " | fix (safe): `https://api-eu.unified.to/oauth/code`\n");
}

TEST_CASE("a redirect of the app's own", "[audit]") {
  CHECK(redirects("https://api.acme.to/oauth/code", "https://api.acme.to/oauth/code",
                  list("https://api.acme.to/oauth/code"))
            .empty());
  // One of each: nothing says which was meant.
  CHECK(redirects("http://localhost:8080/code", kEu,
                  "[" + quote(kEu) + ", \"http://localhost:8080/code\"]")
            .empty());
}

TEST_CASE("redirects that cannot work", "[audit]") {
  const std::string url = "https://acme.example/code";
  const std::string at = " | setting: /oauth_information/production_redirect_uri";
  const std::string effect = " (accepts; users then see `Invalid redirect url` (4700))";
  CHECK(redirects(url, "not-a-url", list(url)) ==
        "error[invalid-url] not-a-url: production redirect URL is not an absolute URL: it needs "
        "`https://` and a host" +
            effect + at + "\n");
  CHECK(redirects(url, url + "#top", list(url)) ==
        "error[invalid-url] #top: production redirect URL has a fragment, which a redirect may not "
        "have" +
            effect + at + " | fix (unsafe): `https://acme.example/code`\n");
  CHECK(redirects(url, "https://localhost/code", list(url)) ==
        "error[localhost-in-production] localhost: production redirect URL is on `localhost`, "
        "which for everybody else is their own computer; write a URL that everybody can reach "
        "(accepts; "
        "it fails at run time; users are sent to their own computer)" +
            at + "\n");
  CHECK(
      redirects(url, "https://acme.example/Code", "[" + quote(url) + "]") ==
      "warning[url-not-lowercase] C: production redirect URL has upper-case letters, and Zoom "
      "compares redirects letter by letter; write `https://acme.example/code` (accepts; users have "
      "then seen `Invalid redirect url` (4700))" +
          at +
          " | the app must then send and answer the same URL in lower case | fix (unsafe): "
          "`https://acme.example/code`\n");
}

TEST_CASE("an allow list that lets no redirect through", "[audit]") {
  const std::string url = "https://acme.example/code";
  const std::string lacks =
      ": the allow list lacks `https://acme.example/code`: Zoom refuses a redirect that is not on "
      "the list (accepts; users then see `Invalid redirect url` (4700)) | setting: ";
  CHECK(redirects(url, url, "[]") ==
        "error[redirect-not-allow-listed] []" + lacks + "/oauth_information/oauth_allow_list\n");
  CHECK(redirects(url, url, "[\"https://b.example/code\"]") ==
        "error[redirect-not-allow-listed] \"oauth_allow_list\"" + lacks +
            "/oauth_information/oauth_allow_list\n");
  Parts parts;
  parts.redirects = R"("development_redirect_uri": "https://acme.example/code",
      "production_redirect_uri": "https://acme.example/code")";
  CHECK(audited(manifest_of(parts)) ==
        "error[redirect-not-allow-listed] \"oauth_information\"" + lacks + "/oauth_information\n");
}

TEST_CASE("a base URL on the list", "[audit]") {
  const std::string url = "https://acme.example/code";
  const std::string base = "[\"https://acme.example\"]";
  CHECK(redirects(url, url, base, ", \"strict_mode\": false").empty());
  // What Zoom does where nothing is said is not known.
  CHECK(redirects(url, url, base).empty());
  CHECK(redirects(url, url, base, ", \"strict_mode\": true") ==
        "error[base-url-in-strict-mode] \"https://acme.example\": strict mode is on and only the "
        "base URL `https://acme.example` covers `https://acme.example/code`: it is not confirmed "
        "that strict mode accepts base URLs, so list the exact URL (accepts; users may then see "
        "`Invalid redirect url` (4700)) | setting: /oauth_information/oauth_allow_list[0]\n");
}

TEST_CASE("entries of the allow list that are too many", "[audit]") {
  const std::string at = " | setting: /oauth_information/oauth_allow_list[1]\n";
  CHECK(redirects(kEu, kEu, "[" + quote(kEu) + ", " + quote(kEu) + "]") ==
        "warning[duplicate-allow-list-entry] " + quote(kEu) + ": `" + std::string(kEu) +
            "` is on the allow list twice: one entry is enough (accepts)" + at);
  CHECK(redirects(kEu, kEu, "[" + quote(kEu) + ", \"https://api-eu.unified.to\"]") ==
        "warning[unneeded-allow-list-entry] \"https://api-eu.unified.to\": "
        "`https://api-eu.unified.to` is not needed, because the list has `" +
            std::string(kEu) +
            "`: it lets authorization codes go to every path of its host; remove it (accepts)" +
            at);
  CHECK(redirects(kEu, kEu, "[" + quote(kEu) + ", \"https://other.test/code\"]") ==
        "warning[unneeded-allow-list-entry] \"https://other.test/code\": "
        "`https://other.test/code` is not needed on the allow list: Unified never sends users "
        "there, and authorization codes could go to it; remove it (accepts)" +
            at);
}

TEST_CASE("URLs that no app of ours has", "[audit]") {
  Parts parts;
  parts.more_display = R"(, "config_url": "http://acme.example/config")";
  parts.features = R"({"products": ["ZOOM_CHAT"], "team_chat_subscription": {"enable": true,
      "slash_command": {"development_message_url": "https://localhost/m",
                        "production_message_url": "https://localhost/m"}}})";
  CHECK(audited(manifest_of(parts)) ==
        "error[insecure-url] http: `config_url` begins with `http`: on the way anybody can read "
        "and change what it shows (accepts) | setting: /display_information/config_url | fix "
        "(unsafe): `https://acme.example/config`\n"
        "warning[setting-without-scope] true: `features.team_chat_subscription.enable` needs the "
        "scope `imchat:bot`, which the manifest lacks; add the scope, or remove the setting "
        "(accepts; it fails at run time; what the setting switches on then does not work) | "
        "setting: /features/team_chat_subscription/enable\n"
        "error[localhost-in-production] localhost: `production_message_url` is on `localhost`, "
        "which for everybody else is their own computer; write a URL that everybody can reach "
        "(accepts) "
        "| setting: /features/team_chat_subscription/slash_command/production_message_url\n");
}

}  // namespace
}  // namespace zoomc::audit
