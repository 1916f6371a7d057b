// The forms of a valid file that the sample does not show.
#include "support/catch.h"
#include "unit/model/support.h"

namespace zoomc::test {
using namespace model;
namespace {

using FormLines = std::vector<std::string>;

Built build_clean(std::string_view text) {
  Built built = build_below(text);
  CHECK(built.shown() == FormLines{});
  return built;
}

TEST_CASE("the smallest app") {
  const Built built = build("zoomc: 1\napp: {name: A}\n");
  CHECK(built.shown() == FormLines{});
  const App& app = built.app;
  CHECK(app.name->value == "A");
  CHECK(built.at(*app.name) == "2:13 A");
  CHECK(app.unread.empty());
  const bool has_nothing_else =
      !app.summary && !app.description && !app.company && !app.purpose && !app.contact &&
      !app.links.website && !app.managed_by && !app.platform && app.regions.empty() && !app.stage &&
      !app.scope_names && app.features.empty() && app.optional.empty() && app.operations.empty() &&
      app.events.empty() && app.extra_scopes.empty() && app.justify.empty() &&
      app.test_plan.empty() && !app.oauth.redirect_url && !app.oauth.allow_list &&
      !app.oauth.strict_mode && !app.surface && !app.credentials.client_id && !app.integrations &&
      app.accounts.empty() && !app.manifest_extra;
  CHECK(has_nothing_else);
  CHECK(app.stage_or_default() == Stage::testing);
  CHECK(app.vocabulary() == Vocabulary::granular);
  CHECK(app.platform_or_default() == "unified");
}

TEST_CASE("an app in JSON") {
  const Built built = build(R"({"zoomc":1,"app":{"name":"A"},"region":["us","au"]})");
  CHECK(built.shown() == FormLines{});
  CHECK(built.at(built.app.zoomc_key) == R"(1:2 "zoomc")");
  CHECK(built.app.name->value == "A");
  REQUIRE(built.app.regions.size() == 2);
  CHECK(built.app.regions[1].value == "au");
  CHECK(built.at(built.app.regions[1]) == R"(1:46 "au")");
  CHECK(built.at(built.app.regions[1].key) == R"(1:31 "region")");
}

TEST_CASE("the version may be written as any whole number form") {
  CHECK(build("zoomc: 0x1\napp: {name: A}\n").shown() == FormLines{});
  CHECK(build("zoomc: !!int \"1\"\napp: {name: A}\n").shown() == FormLines{});
}

TEST_CASE("one word stands for a list of one") {
  const Built built = build_clean("region: us\nfeatures: {meetings: read}\n");
  REQUIRE(built.app.regions.size() == 1);
  CHECK(built.at(built.app.regions[0]) == "3:9 us");
  REQUIRE(built.app.features.size() == 1);
  CHECK(built.app.features[0].name() == "meetings.read");
  CHECK(built.at(built.app.features[0].action) == "4:22 read");
  CHECK(built.at(built.app.features[0].action.key) == "4:12 meetings");
}

TEST_CASE("lists in block style") {
  const Built built = build_clean("region:\n- eu\n- us\noperations:\n  - GET /users/me\n");
  REQUIRE(built.app.regions.size() == 2);
  CHECK(built.at(built.app.regions[0]) == "4:3 eu");
  CHECK(built.at(built.app.regions[1]) == "5:3 us");
  REQUIRE(built.app.operations.size() == 1);
  CHECK(built.at(built.app.operations[0]) == "7:5 GET /users/me");
}

TEST_CASE("words that only the catalog knows pass") {
  const Built built = build_clean(
      "platform: mine\nregion: mars\nfeatures: {moons: [count]}\noptional: [x]\n"
      "surface: {products: [ZOOM_TOASTER]}\n");
  CHECK(built.app.platform->value == "mine");
  CHECK(built.app.platform_or_default() == "mine");
  CHECK(built.app.regions.front().value == "mars");
  CHECK(built.app.features.front().name() == "moons.count");
  CHECK(built.app.surface->products.front().value == "ZOOM_TOASTER");
}

TEST_CASE("URLs for each environment") {
  const Built built = build_clean(
      "oauth:\n  redirect_url: {development: http://localhost/d, production: https://p.example}\n"
      "surface:\n  products: [ZOOM_CHAT]\n  home_url: {production: https://h.example}\n");
  const PerEnvironment& redirect = *built.app.oauth.redirect_url;
  CHECK(built.at(redirect.key) == "4:3 redirect_url");
  CHECK(redirect.development->value == "http://localhost/d");
  CHECK(built.at(*redirect.development) == "4:31 http://localhost/d");
  CHECK(built.at(redirect.development->key) == "4:18 development");
  CHECK(redirect.production->value == "https://p.example");
  CHECK(built.at(redirect.production->key) == "4:51 production");
  const PerEnvironment& home = *built.app.surface->home_url;
  CHECK(!home.development);
  CHECK(home.production->value == "https://h.example");
}

TEST_CASE("every word of every enum") {
  const auto managed_by = [](const char* text) {
    return build_clean("managed_by: " + std::string(text) + "\n").app.managed_by->value;
  };
  CHECK(managed_by("user") == ManagedBy::user);
  CHECK(managed_by("admin") == ManagedBy::admin);
  const auto stage = [](const char* text) {
    return build_clean("stage: " + std::string(text) + "\n").app.stage_or_default();
  };
  CHECK(stage("testing") == Stage::testing);
  CHECK(stage("published") == Stage::published);
  const auto vocabulary = [](const char* text) {
    return build_clean("scope_names: " + std::string(text) + "\n").app.vocabulary();
  };
  CHECK(vocabulary("granular") == Vocabulary::granular);
  CHECK(vocabulary("guide") == Vocabulary::guide);
  CHECK(vocabulary("'classic'") == Vocabulary::classic);
  const auto environment = [](const char* text) {
    return build_clean("credentials: {environment: " + std::string(text) + "}\n")
        .app.credentials.environment->value;
  };
  CHECK(environment("development") == Environment::development);
  CHECK(environment("production") == Environment::production);
  const auto authorizer = [](const char* text) {
    return build_clean("accounts: [{name: A, authorizer: " + std::string(text) + "}]\n")
        .app.accounts.front()
        .authorizer->value;
  };
  CHECK(authorizer("owner") == Authorizer::owner);
  CHECK(authorizer("admin") == Authorizer::admin);
  CHECK(authorizer("member") == Authorizer::member);
}

TEST_CASE("text that looks like something else, in quotes") {
  const Built built =
      build("zoomc: 1\napp: {name: '2024', summary: \"true\", company: !!str 7, purpose: yes}\n");
  CHECK(built.shown() == FormLines{});
  CHECK(built.app.name->value == "2024");
  CHECK(built.at(*built.app.name) == "2:13 '2024'");
  CHECK(built.app.summary->value == "true");
  CHECK(built.app.company->value == "7");
  CHECK(built.app.purpose->value == "yes");
}

TEST_CASE("a secret may be any text") {
  const Built built = build_clean("credentials: {client_secret: 'aB3 d!'}\n");
  CHECK(built.app.credentials.client_secret->value == "aB3 d!");
}

TEST_CASE("an event with an id and two types") {
  const Built built = build_clean(
      "events:\n- {id: '007', name: N, types: [a.b, c.d], url: {development: "
      "https://d.example}}\n");
  REQUIRE(built.app.events.size() == 1);
  const Subscription& subscription = built.app.events.front();
  CHECK(subscription.id->value == "007");
  CHECK(built.at(subscription.id->key) == "4:4 id");
  REQUIRE(subscription.types.size() == 2);
  CHECK(built.at(subscription.types[1]) == "4:37 c.d");
  CHECK(subscription.url.development->value == "https://d.example");
  CHECK(!subscription.url.production);
}

TEST_CASE("false is as good as true") {
  const Built built = build_clean(
      "oauth: {strict_mode: false, subdomain_strict_mode: false}\n"
      "accounts: [{name: A, tester: false, same_account: false, zoom_phone: false}]\n");
  CHECK(!built.app.oauth.strict_mode->value);
  CHECK(built.at(*built.app.oauth.strict_mode) == "3:22 false");
  CHECK(!built.app.oauth.subdomain_strict_mode->value);
  const Account& account = built.app.accounts.front();
  CHECK(!account.tester->value);
  CHECK(!account.same_account->value);
  CHECK(!account.zoom_phone->value);
}

TEST_CASE("mappings may be empty where nothing in them is required") {
  const Built built = build(
      "zoomc: 1\napp: {name: A, contact: {}, links: {}}\nfeatures: {}\njustify: {}\n"
      "oauth: {}\ncredentials: {}\nunified: {}\nmanifest_extra: {}\n");
  CHECK(built.shown() == FormLines{});
  CHECK(built.app.contact);
  CHECK(built.app.manifest_extra);
}

TEST_CASE("scopes and allow-list entries that are there twice are left to the linter") {
  const Built built = build_clean(
      "extra_scopes: [a:b, a:b]\noauth: {allow_list: [https://a.example, https://a.example]}\n");
  CHECK(built.app.extra_scopes.size() == 2);
  CHECK(built.app.oauth.allow_list->size() == 2);
}

TEST_CASE("an aliased value stands where the alias stands") {
  const Built built = build_clean(
      "platform: custom\noauth:\n  redirect_url: &u https://a.example/cb\n  allow_list: [*u]\n"
      "optional: &o [x, y]\nextra_scopes: *o\n");
  REQUIRE(built.app.oauth.allow_list->size() == 1);
  CHECK(built.app.oauth.allow_list->front().value == "https://a.example/cb");
  CHECK(built.at(built.app.oauth.allow_list->front()) == "6:16 *u");
  REQUIRE(built.app.extra_scopes.size() == 2);
  CHECK(built.app.extra_scopes[1].value == "y");
  CHECK(built.at(built.app.extra_scopes[1]) == "7:18 y");
  CHECK(built.at(built.app.extra_scopes[1].key) == "8:1 extra_scopes");
}

}  // namespace
}  // namespace zoomc::test
