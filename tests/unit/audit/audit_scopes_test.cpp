#include "audited.h"
#include "support/catch.h"

namespace zoomc::audit {
namespace {

using namespace testing;

std::string scope(const std::string& name) {
  return R"({"scope": ")" + name + R"(", "optional": false})";
}

std::string with_scopes(std::initializer_list<std::string> names, bool on_unified = false,
                        const std::string& events = {}) {
  Parts parts;
  parts.scopes.clear();
  for (const std::string& name : names) {
    parts.scopes += (parts.scopes.empty() ? "" : ", ") + scope(name);
  }
  if (on_unified) {
    parts.redirects = R"("development_redirect_uri": "https://api.unified.to/oauth/code",
      "production_redirect_uri": "https://api.unified.to/oauth/code",
      "oauth_allow_list": ["https://api.unified.to/oauth/code"])";
  }
  if (!events.empty()) {
    parts.features =
        R"({"products": [], "event_subscription": {"enable": true, "events": [)" + events + "]}}";
  }
  return audited(manifest_of(parts));
}

std::string event_types(const std::string& types) {
  return R"({"subscription_name": "S", "event_types": [)" + types +
         R"(], "production_webhook_url": "https://acme.example/hook"})";
}

TEST_CASE("what signing in on the platform needs", "[audit]") {
  CHECK(with_scopes({"user:read:user:admin"}, true).empty());
  // The app's own redirect: who knows what it calls.
  CHECK(with_scopes({"meeting:read:meeting:admin"}).empty());
  CHECK(with_scopes({"meeting:read:meeting:admin"}, true) ==
        "warning[missing-sign-in-scope] \"scopes\": Unified calls `GET /users/{userId}` when "
        "somebody signs in, and no scope here allows it; add `user:read:user:admin` (accepts; it "
        "fails at run time; `Invalid access token, does not contain scopes:[…]`) | setting: "
        "/oauth_information/scopes\n");
}

TEST_CASE("an event and its scope", "[audit]") {
  const std::string recording = event_types(R"("recording.completed")");
  CHECK(with_scopes({"cloud_recording:read:recording:admin"}, false, recording).empty());
  CHECK(with_scopes({"user:read:user:admin"}, false,
                    recording + ", " + event_types(R"("recording.completed", 7)")) ==
        "warning[missing-event-scope] \"recording.completed\": no scope here allows the event "
        "`recording.completed`; add `cloud_recording:read:recording:admin` (accepts; it fails at "
        "run time; `The event is not allowed for the app: …` (1602)) | setting: "
        "/features/event_subscription/events[0]/event_types[0]\n"
        "error[wrong-type] 7: `event_types[1]` must be a string, not a number (rejects) | setting: "
        "/features/event_subscription/events[1]/event_types[1]\n");
}

TEST_CASE("an event that nobody knows", "[audit]") {
  CHECK(with_scopes({"user:read:user:admin"}, false,
                    event_types(R"("recording.complete", "meeting.rtms_started", "zzz")")) ==
        "warning[unknown-event] \"recording.complete\": `recording.complete` is not in the catalog "
        "of events; did you mean `recording.completed`? (accepts; it fails at run time; an "
        "event that Zoom does not know never arrives) | setting: "
        "/features/event_subscription/events[0]/event_types[0]\n"
        "error[rtms-event-in-manifest] \"meeting.rtms_started\": `meeting.rtms_started` is an RTMS "
        "event, which Zoom takes in no manifest; a later update of the app can still store it "
        "(rejects) | setting: /features/event_subscription/events[0]/event_types[1]\n"
        "warning[unknown-event] \"zzz\": `zzz` is not in the catalog of events (accepts; it fails "
        "at run time; an event that Zoom does not know never arrives) | setting: "
        "/features/event_subscription/events[0]/event_types[2]\n");
}

TEST_CASE("the scope that an event needs", "[audit]") {
  CHECK(with_scopes({"user:read:user:admin"}, false, event_types(R"("meeting.created")")) ==
        "warning[missing-event-scope] \"meeting.created\": no scope here allows the event "
        "`meeting.created`; add `meeting:read:meeting:admin` (accepts; it fails at run time; `The "
        "event is not allowed for the app: …` (1602)) | setting: "
        "/features/event_subscription/events[0]/event_types[0]\n");
}

TEST_CASE("scopes that nothing needs, as far as can be told", "[audit]") {
  CHECK(with_scopes({"user:read:user:admin", "account:read:vanity_url:admin",
                     "account:read:vanity_url:admin"}) ==
        "warning[unused-event-scope] \"account:read:vanity_url:admin\": "
        "`account:read:vanity_url:admin` allows only events such as "
        "`account.vanity_url_approved`, and the manifest subscribes to none of them: remove it, or "
        "subscribe (accepts; its review sends it back; a scope that is not used is a reason for "
        "rejection) | setting: /oauth_information/scopes[1]\n"
        "warning[duplicate-scope] \"account:read:vanity_url:admin\": "
        "`account:read:vanity_url:admin` is listed twice (accepts) | setting: "
        "/oauth_information/scopes[2]\n");
  CHECK(with_scopes({"account:read:vanity_url:admin"}, false,
                    event_types(R"("account.vanity_url_approved")"))
            .empty());
  CHECK(with_scopes({"user:read:user:admin", "billing:read:user_entitlement:admin"}) ==
        "note[unexplained-scope] \"billing:read:user_entitlement:admin\": no operation or event of "
        "the catalog needs `billing:read:user_entitlement:admin`: a reviewer will ask what it is "
        "for (accepts) | setting: /oauth_information/scopes[1]\n");
}

}  // namespace
}  // namespace zoomc::audit
