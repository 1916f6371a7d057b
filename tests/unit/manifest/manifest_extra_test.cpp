#include "fixture.h"
#include "manifest/write.h"
#include "support/catch.h"

namespace zoomc::manifest {
namespace {

using namespace testing;

struct Written {
  std::string manifest;
  std::string findings;
};

model::App app_with(syntax::Node extra) {
  model::App app;
  app.name = text("Acme");
  app.manifest_extra = std::move(extra);
  return app;
}

Written write(const model::App& app) {
  resolve::ResolvedApp resolved_app = resolved(app);
  resolved_app.oauth.allow_list.clear();
  Sink sink;
  Written written;
  written.manifest = write_manifest(resolved_app, {{0, "Read your profile.", false}}, false, sink);
  written.findings = describe(sink);
  return written;
}

constexpr std::string_view kUntouched = R"({
  "display_information": {
    "display_name": "Acme"
  },
  "oauth_information": {
    "usage": "USER_OPERATION",
    "development_redirect_uri": "https://api-eu.unified.to/oauth/code",
    "production_redirect_uri": "https://api-eu.unified.to/oauth/code",
    "oauth_allow_list": [],
    "strict_mode": true,
    "subdomain_strict_mode": true,
    "scopes": [],
    "scope_description": "Read your profile."
  },
  "features": {
    "products": []
  }
}
)";

TEST_CASE("an empty manifest_extra changes nothing", "[manifest][extra]") {
  const Written written = write(app_with(mapping({})));
  CHECK(written.manifest == kUntouched);
  CHECK(written.findings.empty());
}

TEST_CASE("manifest_extra is merged leaf by leaf, behind what is there", "[manifest][extra]") {
  const syntax::Node guest =
      mapping({{word("enable"), word("true")}, {word("enable_test"), word("no")}});
  const Written written = write(app_with(mapping(
      {{word("features"),
        mapping({{word("zeta"), list({word("1"), word("-2.5"), quoted_text("3"), word("~")})},
                 {word("in_client_feature"), mapping({{word("guest_mode"), guest}})},
                 {word("connect"), mapping({})},
                 {word("connector"), list({})}})},
       {word("display_information"),
        mapping({{word("icon_share_link"), word("https://i.example/ä")},
                 {word("config_url"), word("null")}})},
       {word("developer_information"), mapping({{word("website"), word("https://acme.example/")}})},
       {word("oauth_information"),
        mapping({{word("enable_public_pkce_client"), word("false")},
                 {word("scope_description"), word("Only what the CRM shows.")}})}})));
  CHECK(written.findings.empty());
  CHECK(written.manifest == R"({
  "display_information": {
    "display_name": "Acme",
    "icon_share_link": "https://i.example/ä",
    "config_url": null
  },
  "oauth_information": {
    "usage": "USER_OPERATION",
    "development_redirect_uri": "https://api-eu.unified.to/oauth/code",
    "production_redirect_uri": "https://api-eu.unified.to/oauth/code",
    "oauth_allow_list": [],
    "strict_mode": true,
    "subdomain_strict_mode": true,
    "scopes": [],
    "scope_description": "Only what the CRM shows.",
    "enable_public_pkce_client": false
  },
  "features": {
    "products": [],
    "zeta": [
      1,
      -2.5,
      "3",
      null
    ],
    "in_client_feature": {
      "guest_mode": {
        "enable": true,
        "enable_test": "no"
      }
    },
    "connect": {},
    "connector": []
  },
  "developer_information": {
    "website": "https://acme.example/"
  }
}
)");
}

TEST_CASE("the scope description may also come from manifest_extra alone", "[manifest][extra]") {
  const model::App app = app_with(
      mapping({{word("oauth_information"), mapping({{word("scope_description"), word("Why.")}})}}));
  resolve::ResolvedApp resolved_app = resolved(app);
  Sink sink;
  const std::string manifest = write_manifest(resolved_app, {}, false, sink);
  CHECK(sink.empty());
  CHECK(manifest.find("    \"scopes\": [],\n    \"scope_description\": \"Why.\"\n  },\n") !=
        std::string::npos);
}

// One key of `section` set to a word; the key stands at bytes 40 to 45.
std::string conflict(const model::App& base, std::string section, std::string key) {
  model::App app = base;
  app.manifest_extra =
      mapping({{word(std::move(section)), mapping({{word(std::move(key), {40, 45}), word("x")}})}});
  resolve::ResolvedApp resolved_app = resolved(app);
  Sink sink;
  write_manifest(resolved_app, {}, false, sink);
  return describe(sink);
}

TEST_CASE("a leaf that zoomc writes is a conflict that names the language's key",
          "[manifest][extra]") {
  model::App app;
  app.name = app.summary = app.description = app.company = text("Acme");
  app.contact = model::Contact{text("Dana"), text("dana@acme.example")};
  const Text link = text("https://acme.example/");
  app.links = {link, link, link, link, link};
  app.surface = model::Surface{.products = texts({"ZOOM_PHONE"}),
                               .home_url = model::PerEnvironment{link, link},
                               .domains = {{text("acme.example"), std::nullopt}}};
  const struct {
    std::string section, key, keys;
  } cases[] = {
      {"display_information", "display_name", "`app.name`"},
      {"display_information", "description", "`app.summary`"},
      {"display_information", "long_description", "`app.description`"},
      {"display_information", "company_name", "`app.company`"},
      {"display_information", "privacy_url", "`app.links.privacy`"},
      {"display_information", "terms_url", "`app.links.terms`"},
      {"display_information", "support_url", "`app.links.support`"},
      {"display_information", "doc_url", "`app.links.documentation`"},
      {"oauth_information", "usage", "`managed_by`"},
      {"oauth_information", "development_redirect_uri", "`region` or `oauth.redirect_url`"},
      {"oauth_information", "production_redirect_uri", "`region` or `oauth.redirect_url`"},
      {"oauth_information", "oauth_allow_list", "`oauth.allow_list`"},
      {"oauth_information", "strict_mode", "`oauth.strict_mode`"},
      {"oauth_information", "subdomain_strict_mode", "`oauth.subdomain_strict_mode`"},
      {"oauth_information", "scopes", "`features` or `extra_scopes`"},
      {"developer_information", "developer_name", "`app.contact.name`"},
      {"developer_information", "developer_email", "`app.contact.email`"},
      {"developer_information", "company_name", "`app.company`"},
      {"developer_information", "website", "`app.links.website`"},
      {"developer_information", "privacy_policy", "`app.links.privacy`"},
      {"developer_information", "terms_of_use", "`app.links.terms`"},
      {"developer_information", "support", "`app.links.support`"},
      {"features", "products", "`surface.products`"},
      {"features", "development_home_uri", "`surface.home_url`"},
      {"features", "production_home_uri", "`surface.home_url`"},
      {"features", "domain_allow_list", "`surface.domains`"},
  };
  for (const auto& c : cases) {
    CHECK(conflict(app, c.section, c.key) ==
          "40-45 error[manifest-extra-conflict] `manifest_extra` may not set `" + c.section + "." +
              c.key + "`: zoomc writes it for this app; use " + c.keys + " instead\n");
  }
}

TEST_CASE("what zoomc does not write for this app is free", "[manifest][extra]") {
  const Written written = write(app_with(mapping(
      {{word("display_information"), mapping({{word("company_name"), word("Acme, Inc.")}})},
       {word("features"),
        mapping({{word("event_subscription"), mapping({{word("enable"), word("false")}})}})}})));
  CHECK(written.findings.empty());
  CHECK(written.manifest.find("\"company_name\": \"Acme, Inc.\"") != std::string::npos);
  CHECK(written.manifest.find("\"event_subscription\": {\n      \"enable\": false\n    }") !=
        std::string::npos);
}

TEST_CASE("declared events own their subscription, not the keys beside it", "[manifest][extra]") {
  model::App app = app_with(mapping(
      {{word("features"),
        mapping({{word("event_subscription"), mapping({{word("enable", {1, 7}), word("false")},
                                                       {word("events", {8, 14}), list({})},
                                                       {word("note"), word("kept")}})}})}}));
  app.events = {{.name = text("Meetings"), .types = texts({"meeting.started"})}};
  const Written written = write(app);
  CHECK(written.findings ==
        "1-7 error[manifest-extra-conflict] `manifest_extra` may not set "
        "`features.event_subscription.enable`: zoomc writes it for this app; use `events` "
        "instead\n"
        "8-14 error[manifest-extra-conflict] `manifest_extra` may not set "
        "`features.event_subscription.events`: zoomc writes it for this app; use `events` "
        "instead\n");
  CHECK(written.manifest.find("      \"note\": \"kept\"\n") != std::string::npos);
  CHECK(written.manifest.find("\"enable\": true") != std::string::npos);
}

TEST_CASE("an object is no leaf and a leaf no object", "[manifest][extra]") {
  const Written written = write(app_with(mapping(
      {{word("features", {10, 18}), list({}, {20, 22})},
       {word("display_information", {30, 49}), word("null", {51, 55})},
       {word("oauth_information"),
        mapping({{word("usage", {60, 65}), mapping({{word("a"), word("b")}})},
                 {word("scope_description", {70, 87}), mapping({{word("a"), word("b")}})}})}})));
  CHECK(written.manifest == kUntouched);
  CHECK(written.findings ==
        "10-18 error[manifest-extra-conflict] `manifest_extra` may not replace `features`: zoomc "
        "writes an object there; write a mapping with the keys to add\n"
        "30-49 error[manifest-extra-conflict] `manifest_extra` may not replace "
        "`display_information`: zoomc writes an object there; write a mapping with the keys to "
        "add\n"
        "60-65 error[manifest-extra-conflict] `manifest_extra` may not set "
        "`oauth_information.usage`: zoomc writes it for this app; use `managed_by` instead\n"
        "70-87 error[manifest-extra-conflict] `manifest_extra` may not set "
        "`oauth_information.scope_description`: zoomc writes it for this app; use `justify` "
        "instead\n");
}

TEST_CASE("what JSON cannot say is refused at its place", "[manifest][extra]") {
  const Written written = write(app_with(
      mapping({{word("features"),
                mapping({{word("big"), word("123456789012345678901234567890", {1, 31})},
                         {word("far"), word(".inf", {40, 44})},
                         {word("deep"), list({mapping({{list({}, {50, 52}), word("x")}})})},
                         {list({}, {60, 62}), word("x")}})}})));
  CHECK(written.findings ==
        "1-31 error[manifest-extra-value] `123456789012345678901234567890` does not fit 64 bits: "
        "quote it if it is meant as text\n"
        "40-44 error[manifest-extra-value] `.inf` is not a number in JSON: quote it if it is meant "
        "as text\n"
        "50-52 error[manifest-extra-value] a key in JSON is a word, not a list or a mapping\n"
        "60-62 error[manifest-extra-value] a key in JSON is a word, not a list or a mapping\n");
  CHECK(written.manifest.find(R"("big": null,
    "far": null,
    "deep": [
      {}
    ]
  }
)") != std::string::npos);
}

TEST_CASE("Zoom's validator is asked about what came from manifest_extra", "[manifest][extra]") {
  const syntax::Node types = list(
      {word("meeting.started", {100, 115}), word("meeting.rtms_started", {120, 140})}, {99, 141});
  const syntax::Node subscription = mapping({{word("event_types", {80, 91}), types}}, {80, 141});
  const Written written = write(app_with(mapping(
      {{word("colour", {1, 7}), word("blue", {9, 13})},
       {word("display_information"), mapping({{word("discover_type"), word("HIDDEN", {20, 26})}})},
       {word("oauth_information"),
        mapping({{word("enable_public_pkce_client"), quoted_text("no", {30, 34})}})},
       {word("features"),
        mapping({{word("development_home_uri"), word("https://a.example/", {40, 58})},
                 {word("team_chat_subscription", {60, 70}),
                  mapping({{word("enable"), word("true", {72, 76})}}, {71, 77})},
                 {word("event_subscription"),
                  mapping({{word("events"), list({subscription}, {79, 142})}})}})}})));
  CHECK(written.findings ==
        "9-13 warning[unknown-manifest-key] `colour` is not a section of a manifest: Zoom accepts "
        "it and drops it (drops)\n"
        "20-26 error[unknown-value] `HIDDEN` is not one of the values that Zoom accepts here: "
        "`LISTED` "
        "or `UNLISTED` (rejects)\n"
        "30-34 error[wrong-type] `enable_public_pkce_client` must be a boolean, not a string "
        "(rejects)\n"
        "40-58 error[surface-without-product] `development_home_uri` needs a product, and "
        "`products` is empty (rejects)\n"
        "60-70 error[missing-message-url] the chat subscription is enabled, so its slash command "
        "needs a `development_message_url` (rejects)\n"
        "120-140 error[rtms-event-in-manifest] `meeting.rtms_started` is an RTMS event, which "
        "Zoom takes in no manifest; a later update of the app can still store it (rejects)\n");
}

TEST_CASE("what zoomc wrote itself is not judged here", "[manifest][extra]") {
  model::App app =
      app_with(mapping({{word("features"), mapping({{word("connect"), mapping({})}})}}));
  app.name = text("A name of more than forty-nine characters, to be precise 64");
  resolve::ResolvedApp resolved_app = resolved(app);
  resolved_app.scopes = {scope("user:read:user:admin", true)};
  Sink sink;
  write_manifest(resolved_app, {}, false, sink);
  CHECK(describe(sink).empty());
}

}  // namespace
}  // namespace zoomc::manifest
