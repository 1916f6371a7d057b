#include "secrets/field_names.h"

#include "catalog/builtin.h"
#include "support/catch.h"

namespace zoomc::secrets {
namespace {

FieldKind kind_of(std::string_view name) {
  return FieldNames(catalog::builtin_catalog()).kind_of(name);
}

}  // namespace

TEST_CASE("a name is its words, however they are joined") {
  for (const auto* name :
       {"clientSecret", "client_secret", "client-secret", "ClientSecret", "CLIENT_SECRET",
        "client.secret", "client secret", "client_secret2", "_client__secret_"}) {
    CHECK(field_words(name) == "client secret");
  }
  CHECK(field_words("APIKey") == "api key");
  CHECK(field_words("X-API-Key") == "x api key");
  CHECK(field_words("oauth2Token") == "oauth2 token");
  CHECK(field_words("...").empty());
}

TEST_CASE("a name that ends in the words of a secret holds one") {
  for (const auto* name :
       {"secret", "SECRET", "clientSecret", "zoom_client_secret", "verification_token", "fcm_token",
        "X-Api-Key", "custom_header_value", "dbPassword", "private-key"}) {
    CHECK(kind_of(name) == FieldKind::secret);
  }
  CHECK(kind_of("Authorization") == FieldKind::key);
  CHECK(kind_of("production_event_custom_header") == FieldKind::header);
}

TEST_CASE("a name that only has such a word in it holds none") {
  for (const auto* name :
       {"secretary", "token_url", "token_type", "custom_header_type", "custom_header_key",
        "access_token_url", "enable_token", "next_page_token", "password_policy", "max_tokens",
        "client_id", "tokens_used", "", "name", "GET /webinars/{webinarId}/token",
        "meeting:read:token"}) {
    CHECK(kind_of(name) == FieldKind::other);
  }
}

TEST_CASE("a name with a typing mistake is known by the one that was meant") {
  const FieldNames names(catalog::builtin_catalog());
  CHECK(names.meant_by("client_secert") == "client secret");
  CHECK(names.meant_by("clientSecrt") == "client secret");
  CHECK(names.meant_by("zoom_clinet_secret") == "client secret");
  CHECK(names.meant_by("pasword") == std::nullopt);
  CHECK(names.meant_by("passwort") == "password");
  CHECK(names.meant_by("client_id") == std::nullopt);
  CHECK(names.meant_by("secretary") == std::nullopt);
  CHECK(names.meant_by("redirect_url") == std::nullopt);
}

TEST_CASE("what ends in an id or a URL is shown") {
  const FieldNames names(catalog::builtin_catalog());
  CHECK(names.is_readable("client_id"));
  CHECK(names.is_readable("productionWebhookUrl"));
  CHECK_FALSE(names.is_readable("client_secret"));
  CHECK_FALSE(names.is_readable("idea"));
}

}  // namespace zoomc::secrets
