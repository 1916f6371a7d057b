#include "judge.h"
#include "support/catch.h"

namespace zoomc::manifest {
namespace {

using namespace testing;

std::string judge_display(std::string display) {
  Parts parts;
  parts.display = std::move(display);
  return judge(manifest_of(parts));
}

std::string judge_features(std::string features) {
  Parts parts;
  parts.features = std::move(features);
  return judge(manifest_of(parts));
}

std::string judge_redirects(std::string redirects) {
  Parts parts;
  parts.redirects = std::move(redirects);
  return judge(manifest_of(parts));
}

TEST_CASE("a manifest that Zoom takes", "[manifest][validate]") {
  CHECK(judge(manifest_of({})).empty());
}

TEST_CASE("the name has one to forty-nine code points", "[manifest][validate]") {
  const std::string missing =
      "/display_information/display_name rejects error[missing-name] the app has no name\n";
  CHECK(judge_display("{}") == missing);
  CHECK(judge_display("null") == missing);
  CHECK(judge_display(R"({"display_name": null})") == missing);
  CHECK(judge_display(R"({"display_name": " "})") == missing);
  std::string name;
  for (int i = 0; i < 49; ++i) name += "é";
  CHECK(judge_display("{\"display_name\": \"" + name + "\"}").empty());
  CHECK(judge_display("{\"display_name\": \"" + name + "é\"}") ==
        "/display_information/display_name rejects error[name-too-long] the name has 50 "
        "characters; at most 49 are safe\n");
}

TEST_CASE("values that Zoom does not offer", "[manifest][validate]") {
  CHECK(judge_display(R"({"display_name": "A", "discover_type": "Listed",
                          "install_type": "WEB"})") ==
        "/display_information/discover_type rejects error[unknown-value] `Listed` is not one of "
        "the values that Zoom accepts here: `LISTED` or `UNLISTED`\n"
        "/display_information/install_type rejects error[unknown-value] `WEB` is not one of the "
        "values that Zoom accepts here: `APP_DIRECTORY` or `LANDING_PAGE`\n");
  CHECK(judge_display(R"({"display_name": "A", "discover_type": "UNLISTED",
                          "install_type": ""})")
            .empty());
  CHECK(judge_features(R"({"products": ["ZOOM_PHONE", "ZOOM_TEAM_CHAT"]})") ==
        "/features/products[1] rejects error[unknown-value] `ZOOM_TEAM_CHAT` is not one of the "
        "values that Zoom accepts here: `ZOOM_MEETING`, `ZOOM_CHAT`, `ZOOM_PHONE`, `ZOOM_ROOM`, "
        "`ZOOM_WEBINAR`, `ZOOM_CONTACT_CENTER`, `ZOOM_WHITEBOARD` or `ZOOM_EVENTS`\n");
  CHECK(judge_features(R"({"products": [], "team_chat_subscription": {"shortcuts": [
            {"action_types": ["COMPOSE_BOX", "MESSAGE_ACTION"]}, {"action_types": ["BUTTON"]}]}})") ==
        "/features/team_chat_subscription/shortcuts[1]/action_types[0] rejects "
        "error[unknown-value] `BUTTON` is not one of the values that Zoom accepts here: "
        "`COMPOSE_BOX` "
        "or `MESSAGE_ACTION`\n");
}

TEST_CASE("home and domains need a product", "[manifest][validate]") {
  const std::string both =
      "/features/development_home_uri rejects error[surface-without-product] "
      "`development_home_uri` needs a product, and `products` is empty\n"
      "/features/domain_allow_list rejects error[surface-without-product] `domain_allow_list` "
      "needs a product, and `products` is empty\n";
  const std::string surface = R"("development_home_uri": "https://a.example/",
      "domain_allow_list": [{"domain": "a.example", "explanation": ""}]})";
  CHECK(judge_features("{\"products\": [], " + surface) == both);
  CHECK(judge_features("{" + surface) == both);
  CHECK(judge_features("{\"products\": [\"ZOOM_PHONE\"], " + surface).empty());
  CHECK(judge_features(R"({"products": [], "development_home_uri": "",
                           "production_home_uri": "https://a.example/",
                           "domain_allow_list": []})")
            .empty());
}

TEST_CASE("a domain is an object", "[manifest][validate]") {
  CHECK(judge_features(R"({"products": ["ZOOM_PHONE"], "domain_allow_list": ["a.example"]})") ==
        "/features/domain_allow_list[0] rejects error[wrong-type] `domain_allow_list[0]` must be "
        "an object, {\"domain\": \"app.acme.example\", \"explanation\": \"Hosts the app\"}, not a "
        "string\n");
}

TEST_CASE("an enabled chat subscription has an endpoint", "[manifest][validate]") {
  const std::string missing =
      "/features/team_chat_subscription/slash_command/development_message_url rejects "
      "error[missing-message-url] the chat subscription is enabled, so its slash command needs a "
      "`development_message_url`\n";
  const auto chat = [](const std::string& subscription) {
    return judge_features(
        "{\"products\": [\"ZOOM_CHAT\"], \"team_chat_subscription\": " + subscription + "}");
  };
  CHECK(chat(R"({"enable": true})") == missing);
  CHECK(chat(R"({"enable": true, "slash_command": {
            "production_message_url": "https://a.example/", "development_message_url": " "}})") ==
        missing);
  CHECK(chat(R"({"enable": true, "slash_command": {
            "development_message_url": "https://a.example/"}})")
            .empty());
  CHECK(chat(R"({"enable": false, "slash_command": {}})").empty());
}

TEST_CASE("RTMS events of meetings and webinars", "[manifest][validate]") {
  const std::string tail =
      " is an RTMS event, which Zoom takes in no manifest; a later update of the app can still "
      "store it\n";
  const std::string head = "/features/event_subscription/events[1]/event_types";
  const std::string found = " rejects error[rtms-event-in-manifest] ";
  CHECK(judge_features(R"({"products": [], "event_subscription": {"enable": true, "events": [
            {"event_types": ["meeting.started", "contact_center.voice_rtms_started"]},
            {"event_types": ["meeting.rtms_started", "rtms.started", "webinar.rtms_stopped",
                             "rtms.concurrency_limited"]}]}})") ==
        head + "[0]" + found + "`meeting.rtms_started`" + tail +  //
            head + "[2]" + found + "`webinar.rtms_stopped`" + tail + head + "[3]" + found +
            "`rtms.concurrency_limited`" + tail);
}

std::string many(std::size_t count) {
  std::string items = "[";
  for (std::size_t i = 0; i < count; ++i) items += "{},";
  items.back() = ']';
  return items;
}

TEST_CASE("twenty subscriptions and twenty shortcuts", "[manifest][validate]") {
  CHECK(judge_features("{\"event_subscription\": {\"events\": " + many(20) +
                       "}, \"team_chat_subscription\": {\"shortcuts\": " + many(20) + "}}")
            .empty());
  CHECK(judge_features("{\"event_subscription\": {\"events\": " + many(21) +
                       "}, \"team_chat_subscription\": {\"shortcuts\": " + many(22) + "}}") ==
        "/features/event_subscription/events rejects error[too-many-subscriptions] there are 21 "
        "event subscriptions; Zoom takes at most 20\n"
        "/features/team_chat_subscription/shortcuts rejects error[too-many-shortcuts] there are "
        "22 chat shortcuts; Zoom takes at most 20\n");
}

TEST_CASE("what Zoom accepts of redirects", "[manifest][validate]") {
  const std::string none =
      "/oauth_information/development_redirect_uri accepts error[missing-redirect] there is no "
      "redirect URL, so nobody can authorise the app\n";
  CHECK(judge_redirects(R"("oauth_allow_list": [])") == none);
  CHECK(judge_redirects(R"("development_redirect_uri": "", "production_redirect_uri": null)") ==
        none);
  CHECK(judge_redirects(R"("development_redirect_uri": "https://a.example/code",
                           "oauth_allow_list": ["https://a.example/code"])") ==
        "/oauth_information/production_redirect_uri accepts warning[missing-redirect] there is no "
        "redirect URL for production\n");
  CHECK(judge_redirects(R"("production_redirect_uri": "https://a.example/code",
                           "oauth_allow_list": ["https://a.example/code"])") ==
        "/oauth_information/development_redirect_uri accepts warning[missing-redirect] there is "
        "no redirect URL for development\n");
  CHECK(judge_redirects(R"("development_redirect_uri": "not-a-url",
                           "production_redirect_uri": "https:///code",
                           "oauth_allow_list": [])") ==
        "/oauth_information/development_redirect_uri accepts error[invalid-url] `not-a-url` is not "
        "an absolute URL, so no redirect can match it\n"
        "/oauth_information/production_redirect_uri accepts error[invalid-url] `https:///code` is "
        "not an absolute URL, so no redirect can match it\n");
}

TEST_CASE("the allow list has the redirect or its base", "[manifest][validate]") {
  const auto with_list = [](const std::string& list) {
    return judge_redirects(R"("development_redirect_uri": "https://a.example:8443/code?x=1",
                              "production_redirect_uri": "https://a.example:8443/code?x=1")" +
                           list);
  };
  const std::string missing =
      "/oauth_information/oauth_allow_list accepts error[redirect-not-allow-listed] the allow list "
      "lacks the redirect `https://a.example:8443/code?x=1`, so users see `Invalid redirect url` "
      "(4700)\n";
  CHECK(with_list("") == missing);
  CHECK(with_list(R"(, "oauth_allow_list": [])") == missing);
  CHECK(with_list(R"(, "oauth_allow_list": ["https://a.example:8443/code", null,
                                            "https://a.example"])") == missing);
  CHECK(with_list(R"(, "oauth_allow_list": ["https://a.example:8443/code?x=1"])").empty());
  CHECK(with_list(R"(, "oauth_allow_list": ["https://b.example", "https://a.example:8443"])")
            .empty());
  CHECK(with_list(R"(, "oauth_allow_list": ["https://a.example:8443/"])").empty());
  CHECK(judge_redirects(R"("development_redirect_uri": "https://a.example/1",
                           "production_redirect_uri": "https://a.example/2",
                           "oauth_allow_list": ["https://a.example/1"])") ==
        "/oauth_information/oauth_allow_list accepts error[redirect-not-allow-listed] the allow "
        "list lacks the redirect `https://a.example/2`, so users see `Invalid redirect url` "
        "(4700)\n");
}

TEST_CASE("a public key comes from one place", "[manifest][validate]") {
  const auto with_key = [](const std::string& key) {
    Parts parts;
    parts.more_oauth = ", \"development_public_key\": " + key;
    return judge(manifest_of(parts));
  };
  const std::string head = "/oauth_information/development_public_key rejects ";
  CHECK(with_key(R"({"enabled": true, "well_known_url": "https://a.example/k", "keys": [{}]})") ==
        head +
            "error[public-key-conflict] a public key is given by `well_known_url` or by "
            "`keys`, not by both\n");
  CHECK(with_key(R"({"enabled": true, "well_known_url": "", "keys": []})") ==
        head +
            "error[public-key-conflict] the public key is enabled, so it needs "
            "`well_known_url` or `keys`\n");
  CHECK(with_key(R"({"enabled": true, "keys": [{}]})").empty());
  CHECK(with_key(R"({"enabled": true, "well_known_url": "https://a.example/k"})").empty());
  CHECK(with_key(R"({"enabled": false})").empty());
  CHECK(with_key("[]") == head +
                              "error[wrong-type] `development_public_key` must be an object, "
                              "not an array\n");
}

TEST_CASE("missing sections and unknown ones", "[manifest][validate]") {
  CHECK(judge("{}") ==
        "/display_information/display_name rejects error[missing-name] the app has no name\n"
        "/oauth_information/usage rejects error[invalid-usage] `usage` is missing: it must be "
        "`USER_OPERATION` or `ADMIN_MANAGEMENT`\n"
        "/oauth_information/development_redirect_uri accepts error[missing-redirect] there is no "
        "redirect URL, so nobody can authorise the app\n"
        "/oauth_information/scopes accepts warning[missing-scopes] there are no scopes, so the "
        "app can call nothing\n"
        "/developer_information accepts note[missing-developer-information] there is no "
        "`developer_information`\n"
        "/features accepts note[missing-features] there are no `features`\n");
  Parts parts;
  parts.developer = "null";
  parts.features = "null";
  parts.more = R"(, "colour": "blue", "mani\u0007fest": {}, "nothing": null)";
  CHECK(judge(manifest_of(parts)) ==
        "/developer_information accepts note[missing-developer-information] there is no "
        "`developer_information`\n"
        "/features accepts note[missing-features] there are no `features`\n"
        "/colour drops warning[unknown-manifest-key] `colour` is not a section of a manifest: Zoom "
        "accepts it and drops it\n"
        "/mani\\x07fest drops warning[unknown-manifest-key] `mani\\x07fest` is not a section of a "
        "manifest: Zoom accepts it and drops it\n"
        "/nothing drops warning[unknown-manifest-key] `nothing` is not a section of a manifest: "
        "Zoom accepts it and drops it\n");
}

TEST_CASE("wrong JSON types of known fields", "[manifest][validate]") {
  CHECK(judge("[]") == "/ rejects error[wrong-type] a manifest must be an object\n");
  CHECK(judge("null") == "/ rejects error[wrong-type] a manifest must be an object\n");
  CHECK(judge(R"({"display_information": [], "oauth_information": 1,
                  "developer_information": "x", "features": true})") ==
        "/display_information rejects error[wrong-type] `display_information` must be an object, "
        "not an array\n"
        "/oauth_information rejects error[wrong-type] `oauth_information` must be an object, not a "
        "number\n"
        "/developer_information rejects error[wrong-type] `developer_information` must be an "
        "object, not a string\n"
        "/features rejects error[wrong-type] `features` must be an object, not a boolean\n");
  Parts parts;
  parts.display = R"({"display_name": 7, "market_segments": [{}], "unheard_of": {"a": 1}})";
  parts.more_oauth = R"(, "strict_mode": "true", "subdomain_strict_mode": null)";
  parts.features = R"({"products": "ZOOM_PHONE", "development_home_uri": "https://a.example/",
      "in_client_feature": {"guest_mode": {"enable": 1}},
      "team_chat_subscription": {"enable": true, "slash_command": []},
      "event_subscription": {"enable": true, "events": {}}})";
  CHECK(judge(manifest_of(parts)) ==
        "/display_information/display_name rejects error[wrong-type] `display_name` must be a "
        "string, not a number\n"
        "/display_information/market_segments[0] rejects error[wrong-type] `market_segments[0]` "
        "must be a string, not an object\n"
        "/oauth_information/strict_mode rejects error[wrong-type] `strict_mode` must be a "
        "boolean, not a string\n"
        "/features/products rejects error[wrong-type] `products` must be an array, not a string\n"
        "/features/in_client_feature/guest_mode/enable rejects error[wrong-type] `enable` must be "
        "a boolean, not a number\n"
        "/features/team_chat_subscription/slash_command rejects error[wrong-type] `slash_command` "
        "must be an object, not an array\n"
        "/features/event_subscription/events rejects error[wrong-type] `events` must be an array, "
        "not an object\n");
}

TEST_CASE("findings are in the order of the document", "[manifest][validate]") {
  CHECK(
      judge(R"({"features": {"products": ["X"]}, "zebra": 1,
                  "oauth_information": {"scopes": [{"scope": "nope", "optional": false}],
                    "usage": "?", "development_redirect_uri": "?"},
                  "display_information": {"install_type": "?", "display_name": ""},
                  "developer_information": {}})") ==
      "/features/products[0] rejects error[unknown-value] `X` is not one of the values that Zoom "
      "accepts here: `ZOOM_MEETING`, `ZOOM_CHAT`, `ZOOM_PHONE`, `ZOOM_ROOM`, `ZOOM_WEBINAR`, "
      "`ZOOM_CONTACT_CENTER`, `ZOOM_WHITEBOARD` or `ZOOM_EVENTS`\n"
      "/zebra drops warning[unknown-manifest-key] `zebra` is not a section of a manifest: Zoom "
      "accepts it and drops it\n"
      "/oauth_information/scopes[0] can-reject warning[unknown-scope] `nope` is not in the "
      "catalog\n"
      "/oauth_information/usage rejects error[invalid-usage] `?` is not a valid usage: it must be "
      "`USER_OPERATION` or `ADMIN_MANAGEMENT`\n"
      "/oauth_information/development_redirect_uri accepts error[invalid-url] `?` is not an "
      "absolute URL, so no redirect can match it\n"
      "/oauth_information/production_redirect_uri accepts warning[missing-redirect] there is no "
      "redirect URL for production\n"
      "/display_information/install_type rejects error[unknown-value] `?` is not one of the values "
      "that Zoom accepts here: `APP_DIRECTORY` or `LANDING_PAGE`\n"
      "/display_information/display_name rejects error[missing-name] the app has no name\n");
}

}  // namespace
}  // namespace zoomc::manifest
