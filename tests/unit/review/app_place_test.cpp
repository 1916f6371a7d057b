#include "review/app_place.h"

#include "resolved_case.h"
#include "support/catch.h"

namespace zoomc::review {
namespace {

const std::string kApp =
    "zoomc: 1\n"
    "app:\n"
    "  name: Acme Sync\n"
    "  summary: Syncs\n"
    "  description: Syncs all\n"
    "  company: Acme, Inc.\n"
    "  contact: {name: Dana, email: dana@acme.test}\n"
    "  links: {website: https://acme.test/w, privacy: https://acme.test/p, terms: "
    "https://acme.test/t,\n"
    "    support: https://acme.test/s, documentation: https://acme.test/d}\n"
    "managed_by: admin\n"
    "region: [eu, us]\n"
    "features: {meetings: [read]}\n"
    "extra_scopes: [\"phone:read:list_call_logs:admin\"]\n"
    "oauth: {strict_mode: true, subdomain_strict_mode: true}\n"
    "surface:\n"
    "  products: [ZOOM_PHONE]\n"
    "  home_url: {development: https://acme.test/h1, production: https://acme.test/h2}\n"
    "  domains: [{domain: acme.test, reason: Hosts}]\n"
    "events:\n"
    "  - {name: A, id: first, types: [recording.completed], url: https://acme.test/a}\n"
    "  - {name: B, types: [recording.completed], url: {development: https://acme.test/b1, "
    "production: "
    "https://acme.test/b2}}\n"
    "manifest_extra: {features: {plugin_sdk: {enable: true}}}\n";

// The text at the place of such a change in the app above, with the line.
class Finder {
 public:
  std::string operator()(manifest::ManifestPart part, std::string subject,
                         std::string subscription = {},
                         manifest::ChangeKind kind = manifest::ChangeKind::changed,
                         bool is_after = true) const {
    const Span span = places_.of({.kind = kind,
                                  .part = part,
                                  .subject = std::move(subject),
                                  .subscription = std::move(subscription)},
                                 is_after);
    return std::string(app_.file.slice(span));
  }
  std::uint32_t begin_of(manifest::ManifestPart part, std::string subject,
                         std::string subscription) const {
    return places_
        .of({.part = part, .subject = std::move(subject), .subscription = std::move(subscription)},
            true)
        .begin;
  }
  const SourceFile& file() const { return app_.file; }

 private:
  ResolvedCase app_{kApp};
  AppPlaces places_{app_.resolved};
};

TEST_CASE("where an app says what its manifest has", "[review][changes]") {
  const Finder at;
  CHECK(at(manifest::ManifestPart::usage, "/oauth_information/usage") == "admin");
  CHECK(at(manifest::ManifestPart::scope, "meeting:read:list_meetings:admin") == "read");
  CHECK(at(manifest::ManifestPart::scope_optional, "phone:read:list_call_logs:admin") ==
        "\"phone:read:list_call_logs:admin\"");
  // Signing in is asked for nowhere in the file.
  CHECK(at(manifest::ManifestPart::scope, "user:read:user:admin").empty());
  CHECK(at(manifest::ManifestPart::scope, "no:such:scope").empty());
  CHECK(at(manifest::ManifestPart::production_redirect, "") == "eu");
  CHECK(at(manifest::ManifestPart::allow_list_entry, "https://api.unified.to/oauth/code") == "us");
  CHECK(at(manifest::ManifestPart::allow_list_entry, "https://other.test/").empty());
  CHECK(at(manifest::ManifestPart::strict_mode, "") == "true");
  CHECK(at(manifest::ManifestPart::subdomain_strict_mode, "") == "true");
}

TEST_CASE("where an app says what its listing has", "[review][changes]") {
  const Finder at;
  const std::string display = "/display_information/";
  const std::string developer = "/developer_information/";
  CHECK(at(manifest::ManifestPart::listing, display + "display_name") == "Acme Sync");
  CHECK(at(manifest::ManifestPart::listing, display + "description") == "Syncs");
  CHECK(at(manifest::ManifestPart::listing, display + "long_description") == "Syncs all");
  CHECK(at(manifest::ManifestPart::listing, display + "company_name") == "Acme, Inc.");
  CHECK(at(manifest::ManifestPart::listing, display + "privacy_url") == "https://acme.test/p");
  CHECK(at(manifest::ManifestPart::listing, display + "doc_url") == "https://acme.test/d");
  CHECK(at(manifest::ManifestPart::developer, developer + "developer_name") == "Dana");
  CHECK(at(manifest::ManifestPart::developer, developer + "developer_email") == "dana@acme.test");
  CHECK(at(manifest::ManifestPart::developer, developer + "website") == "https://acme.test/w");
  CHECK(at(manifest::ManifestPart::developer, developer + "terms_of_use") == "https://acme.test/t");
  CHECK(at(manifest::ManifestPart::developer, developer + "support") == "https://acme.test/s");
  CHECK(at(manifest::ManifestPart::listing, display + "config_url").empty());
}

TEST_CASE("where an app says what it shows and receives", "[review][changes]") {
  const Finder at;
  CHECK(at(manifest::ManifestPart::product, "ZOOM_PHONE") == "ZOOM_PHONE");
  CHECK(at(manifest::ManifestPart::domain, "acme.test") == "acme.test");
  CHECK(at(manifest::ManifestPart::home_url, "/features/development_home_uri") ==
        "https://acme.test/h1");
  CHECK(at(manifest::ManifestPart::home_url, "/features/production_home_uri") ==
        "https://acme.test/h2");
  CHECK(at(manifest::ManifestPart::subscription, "B", "B") == "B");
  const std::string events = "/features/event_subscription/events[1]/";
  CHECK(at(manifest::ManifestPart::webhook_url, events + "development_webhook_url", "B") ==
        "https://acme.test/b1");
  CHECK(at(manifest::ManifestPart::webhook_url, events + "production_webhook_url", "B") ==
        "https://acme.test/b2");
  // The same event in two subscriptions.
  CHECK(at(manifest::ManifestPart::event_type, "recording.completed", "A") ==
        "recording.completed");
  CHECK(at.begin_of(manifest::ManifestPart::event_type, "recording.completed", "A") <
        at.begin_of(manifest::ManifestPart::event_type, "recording.completed", "B"));
  CHECK(at(manifest::ManifestPart::other, "/features/plugin_sdk/enable") == "enable");
  CHECK(at(manifest::ManifestPart::other, "/features/plugin_sdk/other").empty());
}

TEST_CASE("what a version does not have stands nowhere in it", "[review][changes]") {
  const Finder at;
  CHECK(at(manifest::ManifestPart::listing, "/display_information/display_name", "",
           manifest::ChangeKind::removed)
            .empty());
  CHECK(at(manifest::ManifestPart::listing, "/display_information/display_name", "",
           manifest::ChangeKind::added, false)
            .empty());
  CHECK(at(manifest::ManifestPart::listing, "/display_information/display_name", "",
           manifest::ChangeKind::removed, false) == "Acme Sync");
}

}  // namespace
}  // namespace zoomc::review
