#include "manifest/compare.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include "judge.h"
#include "manifest/json_place.h"
#include "support/catch.h"

namespace zoomc::manifest {
namespace {

using namespace testing;

constexpr std::uint32_t kAbsent = std::numeric_limits<std::uint32_t>::max();

// "kind part subject (subscription): before -> after", one line a change.
std::string describe_changes(const std::vector<ManifestChange>& changes) {
  std::string lines;
  for (const ManifestChange& change : changes) {
    lines += std::string(to_string(change.kind)) + ' ' + std::string(to_string(change.part)) + ' ' +
             change.subject;
    if (!change.subscription.empty()) lines += " (" + change.subscription + ")";
    lines += ":";
    if (!change.before.empty()) lines += ' ' + change.before;
    if (!change.after.empty()) lines += " -> " + change.after;
    lines += '\n';
  }
  return lines;
}

std::string compare(const std::string& before, const std::string& after) {
  return describe_changes(compare_manifests(parse(before), parse(after)));
}

// A manifest with that `oauth_information`, with that `features`, with those subscriptions.
std::string oauth(const std::string& members) {
  return R"({"oauth_information": {)" + members + "}}";
}
std::string features(const std::string& members) {
  return R"({"features": {)" + members + "}}";
}
std::string events(const std::string& entries) {
  return features(R"("event_subscription": {"enable": true, "events": [)" + entries + "]}");
}

TEST_CASE("The same manifest has no changes, in whatever order it stands", "[manifest][compare]") {
  CHECK(compare(manifest_of({}), manifest_of({})).empty());
  CHECK(compare(R"({"a": 1, "b": {"c": [1, {"d": 2}], "e": "x"}})",
                R"({"b": {"e": "x", "c": [1, {"d": 2}]}, "a": 1.0})")
            .empty());
  CHECK(
      compare(
          oauth(R"("oauth_allow_list": ["a", "b"], "scopes": [{"scope": "x", "optional": true},
                         {"scope": "y", "optional": false}])"),
          oauth(R"("scopes": [{"optional": false, "scope": "y"}, {"scope": "x", "optional": true}],
                         "oauth_allow_list": ["b", "a", "b"])"))
          .empty());
  CHECK(
      compare(
          features(R"("products": ["ZOOM_CHAT", "ZOOM_PHONE"], "sdk_domain_allow_list": ["a", "b"],
                            "domain_allow_list": [{"domain": "a"}, {"domain": "b"}])"),
          features(R"("products": ["ZOOM_PHONE", "ZOOM_CHAT"], "sdk_domain_allow_list": ["b", "a"],
                            "domain_allow_list": [{"domain": "b"}, {"domain": "a"}, {"domain": "a"}])"))
          .empty());
}

TEST_CASE("Null, blank and empty are as if absent, false is not", "[manifest][compare]") {
  CHECK(compare(R"({"display_information": {"doc_url": null, "config_url": " \n"}, "x": {}, "y": [],
                    "z": {"a": [[], {}, null, ""]}})",
                "{}")
            .empty());
  CHECK(compare("{}", R"({"display_information": null, "oauth_information": {"scopes": []},
                         "features": {"products": [], "event_subscription": {"enable": true, "events": [{}]}}})")
            .empty());
  CHECK(compare("{}", R"({"features": {"embed": {"enable": false, "count": 0}}})") ==
        "added other /features/embed/count: -> 0\n"
        "added other /features/embed/enable: -> false\n");
}

TEST_CASE("Every part has its word, and they come in their order", "[manifest][compare]") {
  const std::string before = R"({
    "x": 1,
    "features": {
      "domain_allow_list": [{"domain": "a.example", "explanation": "Hosts it"}],
      "development_home_uri": "https://a.example/", "products": ["ZOOM_PHONE"],
      "event_subscription": {"enable": true, "events": [
        {"subscription_name": "Calls", "event_types": ["phone.ringing"],
         "development_webhook_url": "https://a.example/hook"}]}},
    "developer_information": {"website": "https://a.example/"},
    "display_information": {"display_name": "Acme"},
    "oauth_information": {
      "scope_description": "Read.", "subdomain_strict_mode": true, "strict_mode": true,
      "oauth_allow_list": ["https://a.example/code"],
      "production_redirect_uri": "https://a.example/code",
      "development_redirect_uri": "https://a.example/code",
      "scopes": [{"scope": "b", "optional": true}, {"scope": "a", "optional": false}],
      "usage": "USER_OPERATION"}})";
  const std::string all =
      "removed usage /oauth_information/usage: USER_OPERATION\n"
      "removed scope a: required\n"
      "removed scope b: optional\n"
      "removed development_redirect /oauth_information/development_redirect_uri: "
      "https://a.example/code\n"
      "removed production_redirect /oauth_information/production_redirect_uri: "
      "https://a.example/code\n"
      "removed allow_list_entry https://a.example/code: https://a.example/code\n"
      "removed strict_mode /oauth_information/strict_mode: true\n"
      "removed subdomain_strict_mode /oauth_information/subdomain_strict_mode: true\n"
      "removed scope_description /oauth_information/scope_description: Read.\n"
      "removed listing /display_information/display_name: Acme\n"
      "removed developer /developer_information/website: https://a.example/\n"
      "removed product ZOOM_PHONE: ZOOM_PHONE\n"
      "removed home_url /features/development_home_uri: https://a.example/\n"
      "removed domain a.example: Hosts it\n"
      "removed subscription Calls (Calls): Calls\n"
      "removed event_type phone.ringing (Calls): phone.ringing\n"
      "removed webhook_url /features/event_subscription/events[0]/development_webhook_url "
      "(Calls): https://a.example/hook\n"
      "removed other /x: 1\n";
  CHECK(compare(before, "{}") == all);

  std::string added = compare("{}", before);
  CHECK(std::count(added.begin(), added.end(), '\n') == 18);
  CHECK(added.find("removed") == std::string::npos);
  CHECK(added.find("changed") == std::string::npos);
}

TEST_CASE("A scope counts once and is optional when every entry says so", "[manifest][compare]") {
  const auto scopes = [](const std::string& entries) {
    return oauth("\"scopes\": [" + entries + "]");
  };
  const std::string required = scopes(R"({"scope": "a", "optional": false})");
  const std::string optional = scopes(R"({"scope": "a", "optional": true})");
  CHECK(compare(required, optional) == "changed scope_optional a: required -> optional\n");
  CHECK(compare(optional, required) == "changed scope_optional a: optional -> required\n");
  CHECK(compare(required, scopes(R"({"scope": "a"})")).empty());
  CHECK(compare(required, scopes(R"({"scope": "a", "optional": null})")).empty());
  CHECK(compare(required, scopes(R"({"scope": "a", "optional": "false"})")).empty());
  CHECK(compare(required, scopes(R"({"scope": "a", "optional": 1})")).empty());
  CHECK(compare(optional, scopes(R"({"scope": "a", "optional": "true"})")).empty());
  CHECK(compare(optional,
                scopes(R"({"scope": "a", "optional": true}, {"scope": "a", "optional": true})"))
            .empty());
  CHECK(compare(required, scopes(R"({"scope": "a", "optional": true}, {"scope": "a"})")).empty());
  CHECK(compare(required,
                scopes(R"({"scope": "a", "optional": false}, {"scope": "b", "optional": true})")) ==
        "added scope b: -> optional\n");
  // What else stands there is not passed over.
  CHECK(compare(scopes(""),
                scopes(R"("a", {"optional": true}, {"scope": "a", "why": "x"}, {"scope": " "})")) ==
        "added scope a: -> required\n"
        "added other /oauth_information/scopes[0]: -> a\n"
        "added other /oauth_information/scopes[1]/optional: -> true\n"
        "added other /oauth_information/scopes[2]/why: -> x\n");
  CHECK(compare(required, oauth(R"("scopes": "a")")) ==
        "added scope /oauth_information/scopes: -> a\n"
        "removed scope a: required\n");
  CHECK(compare(required, oauth(R"("scopes": {"a": true})")) ==
        "added scope /oauth_information/scopes/a: -> true\n"
        "removed scope a: required\n");
}

TEST_CASE("Lists of texts have no order, other lists have", "[manifest][compare]") {
  CHECK(compare(oauth(R"("oauth_allow_list": ["https://a/", "https://b/", " "])"),
                oauth(R"("oauth_allow_list": ["https://b", "https://a/", null])")) ==
        "added allow_list_entry https://b: -> https://b\n"
        "removed allow_list_entry https://b/: https://b/\n");
  CHECK(compare(R"({"display_information": {"market_segments": ["Sales", "HR"]}})",
                R"({"display_information": {"market_segments": ["HR", "IT", 7]}})") ==
        "changed listing /display_information/market_segments[0]: Sales -> HR\n"
        "changed listing /display_information/market_segments[1]: HR -> IT\n"
        "added listing /display_information/market_segments[2]: -> 7\n");
  CHECK(compare(R"({"display_information": {"market_segments": ["Sales", "HR"]}})",
                R"({"display_information": {"market_segments": ["HR", "IT"]}})") ==
        "added listing /display_information/market_segments: -> IT\n"
        "removed listing /display_information/market_segments: Sales\n");
  CHECK(compare(R"({"x": [{"a": 1}, {"a": 2}]})", R"({"x": [{"a": 2}]})") ==
        "changed other /x[0]/a: 1 -> 2\n"
        "removed other /x[1]/a: 2\n");
  CHECK(compare(features(R"("products": ["ZOOM_CHAT", 1])"),
                features(R"("products": ["ZOOM_CHAT", true])")) ==
        "added other /features/products: -> true\n"
        "removed other /features/products: 1\n");
}

TEST_CASE("Domains go by name, with what explains them", "[manifest][compare]") {
  const auto domains = [](const std::string& entries) {
    return features("\"domain_allow_list\": [" + entries + "]");
  };
  CHECK(compare(
            domains(R"({"domain": "a", "explanation": "One"}, {"domain": "b"})"),
            domains(
                R"({"domain": "c", "explanation": "C"}, {"domain": "a", "explanation": "Two"})")) ==
        "changed domain a: One -> Two\n"
        "removed domain b:\n"
        "added domain c: -> C\n");
  CHECK(compare(
            domains(R"({"domain": "a", "explanation": "One"})"),
            domains(
                R"({"domain": "a", "explanation": "One"}, {"domain": "a", "explanation": "Two"})"))
            .empty());
  CHECK(compare(domains(""), domains(R"("a", {"domain": "b", "explanation": 3})")) ==
        "added domain b:\n"
        "added other /features/domain_allow_list[0]: -> a\n"
        "added other /features/domain_allow_list[1]/explanation: -> 3\n");
}

TEST_CASE("Subscriptions are paired by id, name, then URLs", "[manifest][compare]") {
  // By id: renamed.
  CHECK(
      compare(
          events(R"({"subscription_id": "1", "subscription_name": "Old", "event_types": ["a"]})"),
          events(
              R"({"subscription_id": "1", "subscription_name": "New", "event_types": ["a", "b"]})")) ==
      "changed subscription New (New): Old -> New\n"
      "added event_type b (New): -> b\n");
  // By name: an id that only one has says nothing, two ids do.
  CHECK(
      compare(
          events(
              R"({"subscription_name": "A"}, {"subscription_id": "2", "subscription_name": "B"})"),
          events(
              R"({"subscription_id": "2", "subscription_name": "B"}, {"subscription_id": "1", "subscription_name": "A"})"))
          .empty());
  CHECK(compare(events(R"({"subscription_id": "1", "subscription_name": "A"})"),
                events(R"({"subscription_id": "2", "subscription_name": "A"})")) ==
        "changed other /features/event_subscription/events[0]/subscription_id (A): 1 -> 2\n");
  // By both URLs.
  CHECK(compare(events(R"({"subscription_name": "A", "production_webhook_url": "https://a/"})"),
                events(R"({"production_webhook_url": "https://a/", "event_types": ["x"]})")) ==
        "changed subscription https://a/ (https://a/): A\n"
        "added event_type x (https://a/): -> x\n");
  // The id wins over the name, and the same name twice is paired in order.
  CHECK(
      compare(
          events(
              R"({"subscription_id": "1", "subscription_name": "A"}, {"subscription_id": "2", "subscription_name": "B"})"),
          events(
              R"({"subscription_id": "2", "subscription_name": "A"}, {"subscription_id": "1", "subscription_name": "B"})")) ==
      "changed subscription A (A): B -> A\n"
      "changed subscription B (B): A -> B\n");
  CHECK(
      compare(
          events(
              R"({"subscription_name": "A", "event_types": ["x"]}, {"subscription_name": "A", "event_types": ["y"]})"),
          events(
              R"({"subscription_name": "A", "event_types": ["x"]}, {"subscription_name": "A", "event_types": ["z"]})")) ==
      "removed event_type y (A): y\n"
      "added event_type z (A): -> z\n");
}

TEST_CASE("Subscriptions that nothing tells apart are paired in order", "[manifest][compare]") {
  const std::string nameless = R"({"event_types": ["a"]}, {"event_types": ["b"]})";
  CHECK(compare(events(nameless), events(nameless)).empty());
  CHECK(compare(events(nameless), events(R"({"event_types": ["a"]}, {"event_types": ["c"]})")) ==
        "removed event_type b: b\n"
        "added event_type c: -> c\n");
}

TEST_CASE("What follows from the rest of a subscription is no change", "[manifest][compare]") {
  const auto app = [](const std::string& usage, const std::string& more) {
    return R"({"oauth_information": {"usage": ")" + usage +
           R"("}, "features": {"event_subscription": {"enable": true, "events": [{"subscription_name": "A")" +
           more + "}]}}}";
  };
  CHECK(compare(app("ADMIN_MANAGEMENT", ""),
                app("ADMIN_MANAGEMENT",
                    R"(, "event_usage": "EVENT_FOR_ADMIN", "communicate_type": "WEB_HOOK")"))
            .empty());
  CHECK(compare(app("USER_OPERATION", R"(, "event_usage": "EVENT_FOR_USER")"),
                app("ADMIN_MANAGEMENT", R"(, "event_usage": "EVENT_FOR_ADMIN")")) ==
        "changed usage /oauth_information/usage: USER_OPERATION -> ADMIN_MANAGEMENT\n");
  CHECK(
      compare(
          app("USER_OPERATION", ""),
          app("USER_OPERATION",
              R"(, "event_usage": "EVENT_FOR_ADMIN", "communicate_type": "WEB_SOCKET", "custom": [1])")) ==
      "added other /features/event_subscription/events[0]/communicate_type (A): -> WEB_SOCKET\n"
      "added other /features/event_subscription/events[0]/custom[0] (A): -> 1\n"
      "added other /features/event_subscription/events[0]/event_usage (A): -> EVENT_FOR_ADMIN\n");
}

TEST_CASE("A subscription that is new tells everything in it", "[manifest][compare]") {
  CHECK(compare("{}", events(R"({"subscription_id": "1", "event_types": ["b", "a", 3],
                                "production_webhook_url": "https://a/", "event_usage": "EVENT_FOR_USER"})")) ==
        "added subscription 1 (1):\n"
        "added event_type a (1): -> a\n"
        "added event_type b (1): -> b\n"
        "added webhook_url /features/event_subscription/events[0]/production_webhook_url (1): -> "
        "https://a/\n"
        "added other /features/event_subscription/events[0]/event_types (1): -> 3\n"
        "added other /features/event_subscription/events[0]/event_usage (1): -> EVENT_FOR_USER\n");
  // Whether subscriptions are on says something only where there are some.
  CHECK(compare("{}", features(R"("event_subscription": {"enable": false})")).empty());
  CHECK(
      compare(
          events(R"({"subscription_name": "A"})"),
          features(
              R"("event_subscription": {"enable": false, "events": [{"subscription_name": "A"}, "x"]})")) ==
      "changed other /features/event_subscription/enable: true -> false\n"
      "added other /features/event_subscription/events[1]: -> x\n");
}

TEST_CASE("Values of different types differ, and it can be seen", "[manifest][compare]") {
  CHECK(compare(oauth(R"("strict_mode": "true")"), oauth(R"("strict_mode": true)")) ==
        "changed strict_mode /oauth_information/strict_mode: \"true\" -> true\n");
  CHECK(compare(R"({"x": 1})", R"({"x": 2.5})") == "changed other /x: 1 -> 2.5\n");
  CHECK(compare(R"({"x": "a"})", R"({"x": {"b": "a"}})") ==
        "removed other /x: a\n"
        "added other /x/b: -> a\n");
  CHECK(compare(R"({"features": "a"})", R"({"features": {"products": ["a"]}})") ==
        "added product a: -> a\n"
        "removed other /features: a\n");
  // Of a key that stands twice the first counts.
  CHECK(compare(R"({"x": 1, "x": 2})", R"({"x": 1})").empty());
}

TEST_CASE("A change knows its place in both manifests", "[manifest][compare]") {
  const json::Document before = parse(R"({"y": null, "oauth_information": {"scopes": [
      {"scope": "a"}, {"scope": "b"}]}})");
  const json::Document after = parse(R"({"oauth_information": {"usage": "x", "scopes": [
      {"scope": "b"}, {"scope": "c"}]}, "y": "z"})");
  const std::vector<ManifestChange> changes = compare_manifests(before, after);
  REQUIRE(describe_changes(changes) ==
          "added usage /oauth_information/usage: -> x\n"
          "removed scope a: required\n"
          "added scope c: -> required\n"
          "added other /y: -> z\n");
  using Order = std::vector<std::uint32_t>;
  CHECK(changes[0].before_order == Order{1, kAbsent});
  CHECK(changes[0].after_order == Order{0, 0});
  CHECK(changes[1].before_order == Order{1, 0, 0});
  CHECK(changes[1].after_order == Order{0, 1, kAbsent});
  CHECK(changes[2].before_order == Order{1, 0, kAbsent});
  CHECK(changes[2].after_order == Order{0, 1, 1});
  // `null` stands where it stands.
  CHECK(changes[3].before_order == Order{0});
  CHECK(changes[3].after_order == Order{1});
  CHECK(changes[3].after_order == JsonPlace(after).member("y").order());
}

TEST_CASE("Each part and kind has its word", "[manifest][compare]") {
  std::set<std::string_view> words;
  for (int part = 0; part <= static_cast<int>(ManifestPart::other); ++part) {
    words.insert(to_string(static_cast<ManifestPart>(part)));
  }
  CHECK(words.size() == 18);
  CHECK(to_string(ManifestPart::usage) == "usage");
  CHECK(to_string(ManifestPart::event_type) == "event_type");
  CHECK(to_string(ManifestPart::other) == "other");
  CHECK(to_string(ChangeKind::changed) == "changed");
}

TEST_CASE("Differences without end are cut", "[manifest][compare]") {
  std::string many = "{";
  for (int i = 0; i < 30'000; ++i) many += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":1";
  many += "}";
  const std::vector<ManifestChange> changes = compare_manifests(parse("{}"), parse(many));
  REQUIRE(changes.size() == kMaxChanges + 1);
  CHECK(changes.back().subject == "/");
  CHECK(changes.back().kind == ChangeKind::changed);
  CHECK(changes.back().part == ManifestPart::other);
}

TEST_CASE("A long name above many leaves costs no more than its length", "[manifest][compare]") {
  std::string hostile = "{\"" + std::string(2'000'000, 'n') + "\":{";
  for (int i = 0; i < 200'000; ++i) hostile += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":1";
  const std::string other = hostile + ",\"x\":2}}";
  const std::vector<ManifestChange> changes =
      compare_manifests(parse(hostile + "}}"), parse(other));
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].subject == "/" + std::string(80, 'n') + "…/x");
}

}  // namespace
}  // namespace zoomc::manifest
