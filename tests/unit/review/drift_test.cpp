#include "review/drift.h"

#include <string>

#include "support/catch.h"

namespace zoomc {
namespace {

ManifestChange change(ChangeKind kind, ManifestPart part, std::string subject,
                      std::string before = {}, std::string after = {}) {
  return {.kind = kind,
          .part = part,
          .subject = std::move(subject),
          .before = std::move(before),
          .after = std::move(after),
          .before_order = {0},
          .after_order = {0}};
}

TEST_CASE("What differs is named by the key of the app file", "[review][drift]") {
  const auto key = [](ManifestPart part, const std::string& subject) {
    return key_of(change(ChangeKind::changed, part, subject));
  };
  CHECK(key(ManifestPart::usage, "/oauth_information/usage") == "managed_by");
  CHECK(key(ManifestPart::listing, "/display_information/description") == "app.summary");
  CHECK(key(ManifestPart::listing, "/display_information/icon_share_link") ==
        "manifest_extra.display_information.icon_share_link");
  CHECK(key(ManifestPart::developer, "/developer_information/website") == "app.links.website");
  CHECK(key(ManifestPart::home_url, "/features/production_home_uri") ==
        "surface.home_url.production");
  CHECK(key(ManifestPart::scope, "user:read:user") == "features");
  CHECK(key(ManifestPart::domain, "a.example") == "surface.domains");
  CHECK(key(ManifestPart::webhook_url,
            "/features/event_subscription/events[0]/development_webhook_url") ==
        "events.url.development");
  CHECK(key(ManifestPart::scope_description, "/oauth_information/scope_description") ==
        "manifest_extra.oauth_information.scope_description");
  CHECK(key(ManifestPart::other, "/features/embed/sdk") == "manifest_extra.features.embed.sdk");
}

TEST_CASE("What differs is described with what either side has", "[review][drift]") {
  CHECK(describe_drift(change(ChangeKind::added, ManifestPart::scope, "a", "", "optional")) ==
        "scope `a`, optional");
  CHECK(describe_drift(change(ChangeKind::changed, ManifestPart::scope_optional, "a", "required",
                              "optional")) == "scope `a`: required in the file, optional in Zoom");
  CHECK(describe_drift(change(ChangeKind::removed, ManifestPart::product, "P", "P", "")) ==
        "product `P`");
  CHECK(describe_drift(
            change(ChangeKind::changed, ManifestPart::domain, "a.example", "", "Hosts it")) ==
        "domain `a.example`: nothing in the file, `Hosts it` in Zoom");
  CHECK(describe_drift(change(ChangeKind::added, ManifestPart::listing,
                              "/display_information/doc_url", "", "optional")) ==
        "`app.links.documentation`: `optional`");
  ManifestChange header =
      change(ChangeKind::changed, ManifestPart::other, "/x/custom_header", "a", "b");
  header.subscription = "S\x1b";
  CHECK(describe_drift(header) ==
        "`manifest_extra.x.custom_header` of the subscription `S\\x1b`: `***` in the file, `***` "
        "in Zoom");
  ManifestChange more = change(ChangeKind::changed, ManifestPart::other, "/");
  more.before_order.clear();
  CHECK(describe_drift(more) == "and more that is not told");
}

}  // namespace
}  // namespace zoomc
