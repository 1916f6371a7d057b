#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "audited.h"
#include "render/format.h"
#include "support/catch.h"
#include "support/project.h"

namespace zoomc::audit {
namespace {

using namespace testing;

std::string with_name(std::string name) {
  Parts parts;
  parts.name = std::move(name);
  return audited(manifest_of(parts));
}

TEST_CASE("a manifest without a fault", "[audit]") {
  CHECK(audited(manifest_of({})).empty());
  CHECK(audit::audit(manifest_of({})).verdict == ZoomVerdict::accepts);
  CHECK(audited("{\"manifest\": " + manifest_of({}) + "}").empty());
}

TEST_CASE("what the validator finds has its place and Zoom's pointer", "[audit]") {
  Parts parts;
  parts.scopes =
      R"({"scope": "user:read:user:admin", "optional": false}, {"scope": "user:read:user",
      "optional": false}, {"optional": true}, {"scope": "user:read:user:admin"})";
  parts.features = R"({"products": ["ZOOM"], "development_home_uri": 1})";
  const std::string findings =
      "error[scope-level-mismatch] \"user:read:user\": user:read:user is not a valid scope name "
      "when usage is ADMIN_MANAGEMENT (rejects) | setting: /oauth_information/scopes[1]\n"
      "error[unknown-scope] {: the entry names no scope (rejects) | setting: "
      "/oauth_information/scopes[2]\n"
      "warning[optional-not-boolean] {: `optional` is missing: write true or false (accepts) | "
      "setting: /oauth_information/scopes[3]/optional\n"
      "warning[duplicate-scope] \"user:read:user:admin\": `user:read:user:admin` is listed twice "
      "(accepts) | setting: /oauth_information/scopes[3]\n"
      "error[unknown-value] \"ZOOM\": `ZOOM` is not one of the values that Zoom accepts here: "
      "`ZOOM_MEETING`, `ZOOM_CHAT`, `ZOOM_PHONE`, `ZOOM_ROOM`, `ZOOM_WEBINAR`, "
      "`ZOOM_CONTACT_CENTER`, `ZOOM_WHITEBOARD` or `ZOOM_EVENTS` (rejects) | setting: "
      "/features/products[0]\n"
      "error[wrong-type] 1: `development_home_uri` must be a string, not a number (rejects) | "
      "setting: /features/development_home_uri\n";
  CHECK(audited(manifest_of(parts)) == findings);
  CHECK(audit::audit(manifest_of(parts)).verdict == ZoomVerdict::rejects);
  for (const Diagnostic& found : audit::audit(manifest_of(parts)).findings) {
    REQUIRE_FALSE(found.hints.empty());
    CHECK(found.hints.front() == "setting: " + found.pointer);
  }
  // The pointers are those below the manifest.
  CHECK(audited("{\"manifest\": " + manifest_of(parts) + "}") == findings);
}

TEST_CASE("what is absent is shown at what it is absent from", "[audit]") {
  CHECK(audited(R"({"manifest": {"display_information": {}, "oauth_information": {}}})") ==
        "note[missing-developer-information] \"manifest\": there is no `developer_information` "
        "(accepts) | setting: /developer_information\n"
        "note[missing-features] \"manifest\": there are no `features` (accepts) | setting: "
        "/features\n"
        "error[missing-name] \"display_information\": the app has no name (rejects) | setting: "
        "/display_information/display_name\n"
        "note[missing-listing-link] {}: the listing has no `privacy_url`, `terms_url`, "
        "`support_url` or `doc_url`: review opens each of them (accepts; its review sends it back) "
        "| setting: /display_information\n"
        "error[invalid-usage] \"oauth_information\": `usage` is missing: it must be "
        "`USER_OPERATION` or `ADMIN_MANAGEMENT` (rejects) | setting: /oauth_information/usage\n"
        "error[missing-redirect] \"oauth_information\": there is no redirect URL, so nobody can "
        "authorise the app (accepts) | setting: /oauth_information/development_redirect_uri\n"
        "warning[missing-scopes] \"oauth_information\": there are no scopes, so the app can call "
        "nothing (accepts) | setting: /oauth_information/scopes\n");
}

TEST_CASE("a manifest in a manifest in a manifest", "[audit]") {
  const std::string wrapped = "{\"manifest\": " + manifest_of({}) + "}";
  const std::string twice =
      "error[wrapped-twice] \"manifest\": the manifest is wrapped in `manifest` twice; remove one "
      "(rejects; its errors are then about fields that are present) | setting: /manifest\n";
  CHECK(audited("{\"manifest\": " + wrapped + "}") == twice);
  CHECK(audited("{\"manifest\": {\"manifest\": " + wrapped + "}}") == twice);
  CHECK(audit::audit("{\"manifest\": " + wrapped + "}").verdict == ZoomVerdict::rejects);
}

TEST_CASE("what is no manifest", "[audit]") {
  CHECK(audited("[]") ==
        "error[wrong-type] []: a manifest must be an object, not an array (rejects)\n");
  CHECK(audit::audit("[]").verdict == ZoomVerdict::rejects);
  const Audit app = audit_manifest({"crm.zoom.yaml", "zoomc: 1\n"}, catalog::builtin_catalog(), {});
  REQUIRE(app.findings.size() == 1);
  CHECK(app.findings.front().hints ==
        std::vector<std::string>{"this looks like an app file: `zoomc lint` checks those"});
}

TEST_CASE("a key that stands twice", "[audit]") {
  CHECK(audited("{\"manifest\": " + manifest_of({}) + ", \"manifest\": 1}") ==
        "error[duplicate-key] \"manifest\": the key `manifest` is twice in this object, and "
        "programs differ in which one they use | setting: /\n");
}

TEST_CASE("words of the name", "[audit]") {
  CHECK(with_name("Acme for Zoom").empty());
  CHECK(
      with_name("Zoom Sync") ==
      "warning[zoom-in-name] Zoom: the app's name has the word `Zoom` where it sounds like "
      "Zoom's own app: review accepts it only at the end, as `for Zoom`, `for Zoom Meetings`, `for "
      "Zoom Phone` or `for Zoom Webinars` (accepts; its review sends it back) | setting: "
      "/display_information/display_name | fix (unsafe): `Sync for Zoom`\n");
  CHECK(with_name("Official Acme") ==
        "warning[official-in-name] Official: the app's name says `Official`, which review reads as "
        "a claim that Zoom made the app; remove the word (accepts; its review sends it "
        "back) | setting: /display_information/display_name | fix (unsafe): `Acme`\n");
}

TEST_CASE("listing texts", "[audit]") {
  Parts parts;
  parts.more_display = R"(, "description": ")" + std::string(151, 'x') +
                       R"(", "long_description": "Lists calls. TODO: webinars")";
  parts.links = R"("privacy_url": "https://acme.example/p", "terms_url": " ",
      "support_url": "https://acme.example/s", "doc_url": "https://www.example.com/d")";
  CHECK(audited(manifest_of(parts)) ==
        "note[missing-listing-link] \"display_information\": the listing has no `terms_url`: "
        "review opens it (accepts; its review sends it back) | setting: /display_information\n"
        "note[placeholder-text] \"https://www.example.com/d\": `doc_url` has `www.example.com`, a "
        "host that is reserved for examples: nobody answers there (accepts; its review sends it "
        "back) | setting: /display_information/doc_url\n"
        "warning[summary-too-long] \"" +
            std::string(151, 'x') +
            "\": `description` has 151 characters and the listing shows at most 150: move the rest "
            "to `long_description` (accepts; its review sends it back) | setting: "
            "/display_information/description\n"
            "note[placeholder-text] \"Lists calls. TODO: webinars\": `long_description` still has "
            "the placeholder `TODO`: reviewers and users would read it (accepts; its review sends "
            "it back) | setting: /display_information/long_description\n");
}

TEST_CASE("a text that is wrong anyway is no placeholder too", "[audit]") {
  Parts parts;
  parts.links = R"("privacy_url": "http://example.com/p", "terms_url": "https://acme.example/t",
      "support_url": "https://acme.example/s", "doc_url": "https://acme.example/d")";
  CHECK(audited(manifest_of(parts)) ==
        "error[insecure-url] http: privacy link begins with `http`: on the way anybody can read "
        "and change what it shows (accepts; its review sends it back) | setting: "
        "/display_information/privacy_url | fix (unsafe): `https://example.com/p`\n");
}

TEST_CASE("secrets are reported and not shown", "[audit]") {
  Parts parts;
  parts.features =
      R"({"products": [], "event_subscription": {"enable": true, "events": [{"subscription_name": "a",
      "production_webhook_url": "http://acme.example/", "production_event_custom_header": "hunter2"}]}})";
  const std::string text = manifest_of(parts);
  CHECK(audited(text) ==
        "error[insecure-webhook-url] http: production webhook URL begins with `http`: Zoom sends "
        "customers' data to it and requires `https` (accepts; it fails at run time; the events "
        "never arrive) | setting: "
        "/features/event_subscription/events[0]/production_webhook_url | fix (unsafe): "
        "`https://acme.example/`\n"
        "warning[inline-secret] \"hunter2\": this looks like a secret; anyone with access to "
        "the file can read it. Keep the file out of the repository (accepts) | setting: "
        "/features/event_subscription/events[0]/production_event_custom_header\n");
  const std::string report =
      render::render_text({"app.manifest.json", text}, audit::audit(text).findings, false);
  CHECK(report.find("hunter2") == std::string::npos);
}

TEST_CASE("The guide's names are one doubt, as in the app", "[audit]") {
  Parts parts;
  parts.redirects = R"("development_redirect_uri": "https://api.unified.to/oauth/code",
      "production_redirect_uri": "https://api.unified.to/oauth/code",
      "oauth_allow_list": ["https://api.unified.to/oauth/code"], "strict_mode": true)";
  const std::string others = R"({"scope": "user_profile", "optional": false},
      {"scope": "user_info:read", "optional": false},
      {"scope": "user:write:admin", "optional": false},
      {"scope": "meeting:write:meeting", "optional": true})";
  parts.scopes = others + R"(, {"scope": "user:read", "optional": false})";
  const std::string doubt =
      "warning[guide-names] \"scopes\": these are the guide's scope names, some of which Zoom may "
      "refuse: `user:read`, `user:write:admin`, `user_info:read` and `user_profile` (classic, "
      "which "
      "new apps cannot have) and `meeting:write:meeting` (user-level, and this app is "
      "admin-managed); compile with `scope_names: granular` unless the platform itself asks "
      "for the guide's names (can-reject; unknown names and names of the other level) | setting: "
      "/oauth_information/scopes\n";
  const auto refused = [](const std::string& text) {
    std::string ids;
    for (const Diagnostic& found : audit::audit(text).findings) {
      if (found.zoom.verdict == ZoomVerdict::rejects ||
          found.zoom.verdict == ZoomVerdict::can_reject) {
        ids += std::string(found.id) + " ";
      }
    }
    return ids;
  };
  CHECK(audited(manifest_of(parts)).find(doubt) != std::string::npos);
  CHECK(refused(manifest_of(parts)) == "guide-names ");
  CHECK(audit::audit(manifest_of(parts)).verdict == ZoomVerdict::can_reject);
  // What is none of the guide's names is judged by itself.
  Parts more = parts;
  more.scopes += R"(, {"scope": "meeting:read:summary", "optional": false})";
  CHECK(refused(manifest_of(more)) == "guide-names scope-level-mismatch ");
  // Without all that the guide names for signing in, it is no app of that vocabulary.
  parts.scopes = others;
  CHECK(refused(manifest_of(parts)) ==
        "scope-level-mismatch scope-level-mismatch classic-scope scope-level-mismatch ");
  CHECK(audit::audit(manifest_of(parts)).verdict == ZoomVerdict::rejects);
}

TEST_CASE("Zoom takes its own templates", "[audit][corpus]") {
  const std::filesystem::path folder = facts_directory().parent_path() / "corpus" / "manifests";
  if (!std::filesystem::is_directory(folder)) {
    WARN("skipped: there are no templates in ../shared/corpus/manifests");
    return;
  }
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    INFO(entry.path().string());
    const Audit result = audit::audit(text);
    CHECK(result.verdict == ZoomVerdict::accepts);
    const auto errors =
        std::count_if(result.findings.begin(), result.findings.end(),
                      [](const Diagnostic& found) { return found.severity == Severity::error; });
    CHECK(errors == 0);
    ++files;
  }
  CHECK(files > 0);
}

}  // namespace
}  // namespace zoomc::audit
