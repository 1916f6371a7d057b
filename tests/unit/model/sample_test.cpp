// The sample of the language's description, key by key.
#include "support/catch.h"
#include "unit/model/support.h"

namespace zoomc::test {
using namespace model;
namespace {

constexpr const char* kSample =
    R"(zoomc: 1                                # language version, required
app:
  name: Acme CRM Sync                   # required; at most 49 code points
  summary: Logs Zoom calls and meetings in your CRM.      # short description, at most 150
  description: >-                       # long description
    Acme CRM Sync lists meetings, webinars and phone calls
    next to the contact they belong to.
  company: Acme, Inc.
  purpose: CRM logging                  # short noun phrase
  contact: {name: Dana Reyes, email: dev@acme.example}
  links: {website: https://acme.example, privacy: https://acme.example/privacy, terms: https://acme.example/terms, support: https://acme.example/support, documentation: https://acme.example/docs}
managed_by: admin                       # user | admin
platform: unified                       # unified (default) | custom
region: eu                              # us | eu | au, or a list
stage: testing                          # testing (default) | published
scope_names: granular                   # granular (default) | guide | classic
features:
  users: [read]
  meetings: [read, create]
  webinars: [read, manage]
  phone: [call_history, recordings]
optional: [webinars.manage]             # what an installing user may decline
operations: ["GET /users/{userId}/recordings"]   # beyond the features
events:
  - name: Recordings                    # id: …, optional
    types: [recording.completed]
    url: https://hooks.acme.example/zoom
extra_scopes: [meeting:read:summary:admin]        # asked for by hand; linted
justify:                                # reviewer text
  meetings.read: List meetings for calendar sync
  meeting:read:summary:admin: Show the meeting summary on the CRM contact
test_plan:
  meetings.read: Open Calendar, choose Sync now, and expect the week's meetings
oauth:
  redirect_url: https://api-eu.unified.to/oauth/code
  allow_list: [https://api-eu.unified.to/oauth/code]
  strict_mode: true                     # default true
  subdomain_strict_mode: true           # default true
surface:
  products: [ZOOM_PHONE]
  home_url: https://app.acme.example/
  domains: [{domain: app.acme.example, reason: Hosts the app}]
credentials:                            # never the secret itself
  environment: development
  client_id: ${ZOOM_CLIENT_ID}
  client_secret: ${ZOOM_CLIENT_SECRET}
unified: {integrations: [zoom, zoom_phone]}
accounts:                               # the Zoom accounts that connect
  - {name: Acme HQ, same_account: true, authorizer: admin, zoom_phone: true}
  - {name: Globex, email: admin@globex.example, tester: true, authorizer: owner, zoom_phone: true, authorized_with: development}
manifest_extra:
  oauth_information: {enable_public_pkce_client: false}
)";

const Built& sample() {
  static const Built built = build(kSample);
  return built;
}

const App& app() {
  return sample().app;
}

template <class T>
std::string at(const T& where) {
  return sample().at(where);
}

TEST_CASE("the sample has no finding") {
  CHECK(sample().shown() == std::vector<std::string>{});
  CHECK(unread_paths(app()) == std::vector<std::string>{});
  CHECK(at(app().zoomc_key) == "1:1 zoomc");
}

TEST_CASE("the sample's listing") {
  CHECK(at(app().app_key) == "2:1 app");
  REQUIRE(app().name);
  CHECK(app().name->value == "Acme CRM Sync");
  CHECK(at(*app().name) == "3:9 Acme CRM Sync");
  CHECK(at(app().name->key) == "3:3 name");
  CHECK(app().summary->value == "Logs Zoom calls and meetings in your CRM.");
  CHECK(at(*app().summary) == "4:12 Logs Zoom calls and meetings in your CRM.");
  CHECK(at(app().summary->key) == "4:3 summary");
  CHECK(app().description->value ==
        "Acme CRM Sync lists meetings, webinars and phone calls next to the contact they belong "
        "to.");
  CHECK(sample().file.slice(app().description->span).substr(0, 2) == ">-");
  CHECK(at(app().description->key) == "5:3 description");
  CHECK(at(*app().company) == "8:12 Acme, Inc.");
  CHECK(app().company->value == "Acme, Inc.");
  CHECK(at(*app().purpose) == "9:12 CRM logging");
  CHECK(app().purpose->value == "CRM logging");
  REQUIRE(app().contact);
  CHECK(app().contact->name->value == "Dana Reyes");
  CHECK(at(*app().contact->name) == "10:19 Dana Reyes");
  CHECK(at(app().contact->name->key) == "10:13 name");
  CHECK(app().contact->email->value == "dev@acme.example");
  CHECK(at(*app().contact->email) == "10:38 dev@acme.example");
  CHECK(at(*app().links.website) == "11:20 https://acme.example");
  CHECK(app().links.website->value == "https://acme.example");
  CHECK(at(*app().links.privacy) == "11:51 https://acme.example/privacy");
  CHECK(at(*app().links.terms) == "11:88 https://acme.example/terms");
  CHECK(at(*app().links.support) == "11:125 https://acme.example/support");
  CHECK(at(*app().links.documentation) == "11:170 https://acme.example/docs");
  CHECK(at(app().links.documentation->key) == "11:155 documentation");
}

TEST_CASE("the sample's single words") {
  CHECK(app().managed_by->value == ManagedBy::admin);
  CHECK(at(*app().managed_by) == "12:13 admin");
  CHECK(at(app().managed_by->key) == "12:1 managed_by");
  CHECK(app().platform->value == "unified");
  CHECK(at(*app().platform) == "13:11 unified");
  REQUIRE(app().regions.size() == 1);
  CHECK(app().regions[0].value == "eu");
  CHECK(at(app().regions[0]) == "14:9 eu");
  CHECK(at(app().regions[0].key) == "14:1 region");
  CHECK(app().stage->value == Stage::testing);
  CHECK(at(*app().stage) == "15:8 testing");
  CHECK(app().scope_names->value == Vocabulary::granular);
  CHECK(at(*app().scope_names) == "16:14 granular");
}

TEST_CASE("the sample's features") {
  std::vector<std::string> words;
  for (const FeatureWord& word : app().features) {
    words.push_back(word.name() + " " + at(word.group) + " " + at(word.action));
    CHECK(word.action.key == word.group.span);
    CHECK(at(word.group.key) == "17:1 features");
  }
  CHECK(words == std::vector<std::string>{
                     "users.read 18:3 users 18:11 read",
                     "meetings.read 19:3 meetings 19:14 read",
                     "meetings.create 19:3 meetings 19:20 create",
                     "webinars.read 20:3 webinars 20:14 read",
                     "webinars.manage 20:3 webinars 20:20 manage",
                     "phone.call_history 21:3 phone 21:11 call_history",
                     "phone.recordings 21:3 phone 21:25 recordings",
                 });
}

TEST_CASE("the sample's lists of words") {
  REQUIRE(app().optional.size() == 1);
  CHECK(at(app().optional[0]) == "22:12 webinars.manage");
  CHECK(app().optional[0].value == "webinars.manage");
  CHECK(at(app().optional[0].key) == "22:1 optional");
  REQUIRE(app().operations.size() == 1);
  CHECK(at(app().operations[0]) == "23:14 \"GET /users/{userId}/recordings\"");
  CHECK(app().operations[0].value == "GET /users/{userId}/recordings");
  REQUIRE(app().extra_scopes.size() == 1);
  CHECK(at(app().extra_scopes[0]) == "28:16 meeting:read:summary:admin");
  CHECK(app().extra_scopes[0].value == "meeting:read:summary:admin");
  CHECK(at(app().extra_scopes[0].key) == "28:1 extra_scopes");
}

TEST_CASE("the sample's events") {
  REQUIRE(app().events.size() == 1);
  const Subscription& subscription = app().events[0];
  CHECK(sample().file.slice(subscription.span).substr(0, 16) == "name: Recordings");
  CHECK(subscription.name.value == "Recordings");
  CHECK(at(subscription.name) == "25:11 Recordings");
  CHECK(at(subscription.name.key) == "25:5 name");
  CHECK(!subscription.id);
  REQUIRE(subscription.types.size() == 1);
  CHECK(subscription.types[0].value == "recording.completed");
  CHECK(at(subscription.types[0]) == "26:13 recording.completed");
  CHECK(at(subscription.types[0].key) == "26:5 types");
  CHECK(at(subscription.url.key) == "27:5 url");
  CHECK(at(*subscription.url.development) == "27:10 https://hooks.acme.example/zoom");
  CHECK(subscription.url.development == subscription.url.production);
}

TEST_CASE("the sample's reviewer texts") {
  REQUIRE(app().justify.size() == 2);
  CHECK(app().justify[0].key == "meetings.read");
  CHECK(app().justify[0].text.value == "List meetings for calendar sync");
  CHECK(at(app().justify[0].text) == "30:18 List meetings for calendar sync");
  CHECK(at(app().justify[0].text.key) == "30:3 meetings.read");
  CHECK(app().justify[1].key == "meeting:read:summary:admin");
  CHECK(at(app().justify[1].text) == "31:31 Show the meeting summary on the CRM contact");
  CHECK(at(app().justify[1].text.key) == "31:3 meeting:read:summary:admin");
  REQUIRE(app().test_plan.size() == 1);
  CHECK(app().test_plan[0].key == "meetings.read");
  CHECK(at(app().test_plan[0].text) ==
        "33:18 Open Calendar, choose Sync now, and expect the week's meetings");
}

TEST_CASE("the sample's oauth") {
  const OAuth& oauth = app().oauth;
  REQUIRE(oauth.redirect_url);
  CHECK(at(oauth.redirect_url->key) == "35:3 redirect_url");
  CHECK(at(*oauth.redirect_url->development) == "35:17 https://api-eu.unified.to/oauth/code");
  CHECK(oauth.redirect_url->production == oauth.redirect_url->development);
  REQUIRE(oauth.allow_list);
  REQUIRE(oauth.allow_list->size() == 1);
  CHECK(at(oauth.allow_list->front()) == "36:16 https://api-eu.unified.to/oauth/code");
  CHECK(at(oauth.allow_list_span) == "36:15 [https://api-eu.unified.to/oauth/code]");
  CHECK(at(oauth.allow_list_key) == "36:3 allow_list");
  CHECK(oauth.strict_mode->value);
  CHECK(at(*oauth.strict_mode) == "37:16 true");
  CHECK(oauth.subdomain_strict_mode->value);
  CHECK(at(*oauth.subdomain_strict_mode) == "38:26 true");
}

TEST_CASE("the sample's surface") {
  REQUIRE(app().surface);
  const Surface& surface = *app().surface;
  REQUIRE(surface.products.size() == 1);
  CHECK(at(surface.products[0]) == "40:14 ZOOM_PHONE");
  REQUIRE(surface.home_url);
  CHECK(at(*surface.home_url->production) == "41:13 https://app.acme.example/");
  REQUIRE(surface.domains.size() == 1);
  CHECK(surface.domains[0].domain.value == "app.acme.example");
  CHECK(at(surface.domains[0].domain) == "42:22 app.acme.example");
  CHECK(surface.domains[0].reason->value == "Hosts the app");
  CHECK(at(*surface.domains[0].reason) == "42:48 Hosts the app");
}

TEST_CASE("the sample's credentials and integrations") {
  CHECK(app().credentials.environment->value == Environment::development);
  CHECK(at(*app().credentials.environment) == "44:16 development");
  CHECK(app().credentials.client_id->value == "${ZOOM_CLIENT_ID}");
  CHECK(at(*app().credentials.client_id) == "45:14 ${ZOOM_CLIENT_ID}");
  CHECK(app().credentials.client_secret->value == "${ZOOM_CLIENT_SECRET}");
  CHECK(at(app().credentials.client_secret->key) == "46:3 client_secret");
  REQUIRE(app().integrations);
  REQUIRE(app().integrations->size() == 2);
  CHECK(at((*app().integrations)[0]) == "47:26 zoom");
  CHECK(at((*app().integrations)[1]) == "47:32 zoom_phone");
  CHECK((*app().integrations)[1].value == "zoom_phone");
}

TEST_CASE("the sample's accounts") {
  REQUIRE(app().accounts.size() == 2);
  const Account& own = app().accounts[0];
  CHECK(at(own.span) ==
        "49:5 {name: Acme HQ, same_account: true, authorizer: admin, zoom_phone: true}");
  CHECK(own.name.value == "Acme HQ");
  CHECK(!own.email);
  CHECK(own.same_account->value);
  CHECK(at(*own.same_account) == "49:35 true");
  CHECK(own.authorizer->value == Authorizer::admin);
  CHECK(own.zoom_phone->value);
  CHECK(!own.tester);
  CHECK(!own.authorized_with);
  const Account& other = app().accounts[1];
  CHECK(at(other.name) == "50:12 Globex");
  CHECK(other.email->value == "admin@globex.example");
  CHECK(at(*other.email) == "50:27 admin@globex.example");
  CHECK(other.tester->value);
  CHECK(other.authorizer->value == Authorizer::owner);
  CHECK(at(*other.authorizer) == "50:75 owner");
  CHECK(other.zoom_phone->value);
  CHECK(other.authorized_with->value == Environment::development);
  CHECK(at(*other.authorized_with) == "50:117 development");
  CHECK(!other.same_account);
}

TEST_CASE("the sample's manifest_extra") {
  REQUIRE(app().manifest_extra);
  const syntax::Member* oauth = app().manifest_extra->find("oauth_information");
  REQUIRE(oauth != nullptr);
  CHECK(at(oauth->key.span) == "52:3 oauth_information");
  CHECK(at(oauth->value.span) == "52:22 {enable_public_pkce_client: false}");
}

}  // namespace
}  // namespace zoomc::test
