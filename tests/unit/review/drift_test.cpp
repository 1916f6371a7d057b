#include "review/drift.h"

#include <string>

#include "support/catch.h"

namespace zoomc::review {
namespace {

manifest::ManifestChange change(manifest::ChangeKind kind, manifest::ManifestPart part,
                                std::string subject, std::string before = {},
                                std::string after = {}) {
  return {.kind = kind,
          .part = part,
          .subject = std::move(subject),
          .before = std::move(before),
          .after = std::move(after),
          .before_order = {0},
          .after_order = {0}};
}

TEST_CASE("What differs is named by the key of the app file", "[review][drift]") {
  const auto key = [](manifest::ManifestPart part, const std::string& subject) {
    return key_of(change(manifest::ChangeKind::changed, part, subject));
  };
  CHECK(key(manifest::ManifestPart::usage, "/oauth_information/usage") == "managed_by");
  CHECK(key(manifest::ManifestPart::listing, "/display_information/description") == "app.summary");
  CHECK(key(manifest::ManifestPart::listing, "/display_information/icon_share_link") ==
        "manifest_extra.display_information.icon_share_link");
  CHECK(key(manifest::ManifestPart::developer, "/developer_information/website") ==
        "app.links.website");
  CHECK(key(manifest::ManifestPart::home_url, "/features/production_home_uri") ==
        "surface.home_url.production");
  CHECK(key(manifest::ManifestPart::scope, "user:read:user") == "features");
  CHECK(key(manifest::ManifestPart::domain, "a.example") == "surface.domains");
  CHECK(key(manifest::ManifestPart::webhook_url,
            "/features/event_subscription/events[0]/development_webhook_url") ==
        "events.url.development");
  CHECK(key(manifest::ManifestPart::scope_description, "/oauth_information/scope_description") ==
        "manifest_extra.oauth_information.scope_description");
  CHECK(key(manifest::ManifestPart::other, "/features/embed/sdk") ==
        "manifest_extra.features.embed.sdk");
}

TEST_CASE("What differs is described with what either side has", "[review][drift]") {
  CHECK(describe_drift(change(manifest::ChangeKind::added, manifest::ManifestPart::scope, "a", "",
                              "optional")) == "scope `a`, optional");
  CHECK(describe_drift(change(manifest::ChangeKind::changed, manifest::ManifestPart::scope_optional,
                              "a", "required", "optional")) ==
        "scope `a`: required in the file, optional in Zoom");
  CHECK(describe_drift(change(manifest::ChangeKind::removed, manifest::ManifestPart::product, "P",
                              "P", "")) == "product `P`");
  CHECK(describe_drift(change(manifest::ChangeKind::changed, manifest::ManifestPart::domain,
                              "a.example", "", "Hosts it")) ==
        "domain `a.example`: nothing in the file, `Hosts it` in Zoom");
  CHECK(describe_drift(change(manifest::ChangeKind::added, manifest::ManifestPart::listing,
                              "/display_information/doc_url", "", "optional")) ==
        "`app.links.documentation`: `optional`");
  manifest::ManifestChange header = change(
      manifest::ChangeKind::changed, manifest::ManifestPart::other, "/x/custom_header", "a", "b");
  header.subscription = "S\x1b";
  CHECK(describe_drift(header) ==
        "`manifest_extra.x.custom_header` of the subscription `S\\x1b`: `***` in the file, `***` "
        "in Zoom");
  manifest::ManifestChange more =
      change(manifest::ChangeKind::changed, manifest::ManifestPart::other, "/");
  more.before_order.clear();
  CHECK(describe_drift(more) == "and more that is not told");
}

}  // namespace
}  // namespace zoomc::review
