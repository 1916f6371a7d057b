#include "review/checklist_items.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <set>

#include "lint/requests.h"
#include "lint/url.h"
#include "review/report_text.h"
#include "text/ascii.h"
#include "text/quote.h"

namespace zoomc::review {
namespace {

void add_literal(CheckItem& item, std::string label, std::string value) {
  item.details.push_back({std::move(label), std::move(value), true});
}

void add_remark(CheckItem& item, std::string text) {
  item.details.push_back({{}, std::move(text), false});
}

// Proven by the file, at the first of `places` that it has.
void prove(CheckItem& item, std::initializer_list<Span> places) {
  item.state = ItemState::done;
  for (const Span place : places) {
    if (!place.empty() && item.place.empty()) item.place = place;
  }
}

template <class T>
Span span_of(const std::optional<T>& value) {
  return value ? value->span : Span{};
}

bool is_true(const std::optional<Located<bool>>& value) {
  return value && value->value;
}

// The places of the keys that everything else follows from.
Span region_place(const Situation& at) {
  return at.cx.app.regions.empty() ? Span{} : at.cx.app.regions.front().span;
}

Span first_request(const model::App& app) {
  if (!app.features.empty()) return app.features.front().group.span;
  if (!app.operations.empty()) return app.operations.front().span;
  if (!app.events.empty()) return app.events.front().span;
  return app.extra_scopes.empty() ? app.zoomc_key : app.extra_scopes.front().span;
}

// The value to enter is the one that the platform sends, even if the file has another.
void add_redirects(const Situation& at, CheckItem& item) {
  if (at.cx.resolved.oauth.expected_redirect) {
    add_literal(item, {}, *at.cx.resolved.oauth.expected_redirect);
    return;
  }
  const auto& development = at.cx.resolved.oauth.development_redirect;
  const auto& production = at.cx.resolved.oauth.production_redirect;
  if (development && production && development->value == production->value) {
    add_literal(item, {}, development->value);
    return;
  }
  if (development) add_literal(item, "development", development->value);
  if (production) add_literal(item, "production", production->value);
}

// Judges for single items of the checklist.
namespace judges {

void file(const Situation& at, const model::Account*, CheckItem& item) {
  prove(item, {at.cx.app.zoomc_key});
}

void developer_account(const Situation&, const model::Account*, CheckItem& item) {
  add_literal(item, "sign in", "https://marketplace.zoom.us/");
}

void phone_license(const Situation&, const model::Account* account, CheckItem& item) {
  if (account == nullptr) return;
  if (is_true(account->zoom_phone)) prove(item, {account->zoom_phone->span});
}

void workspace(const Situation& at, const model::Account*, CheckItem& item) {
  item.place = region_place(at);
}

void general_app(const Situation&, const model::Account*, CheckItem& item) {
  add_remark(item, "Develop > Build App > General App > Create");
}

void app_name(const Situation& at, const model::Account*, CheckItem& item) {
  if (at.cx.app.name) prove(item, {at.cx.app.name->span});
}

void app_credentials(const Situation& at, const model::Account*, CheckItem& item) {
  add_remark(item, "Basic Information > App Credentials; the secret stays out of the file");
  item.place = span_of(at.cx.app.credentials.client_id);
}

void manifest(const Situation& at, const model::Account*, CheckItem& item) {
  add_literal(item, "make it", "zoomc compile " + at.file_argument + " --wrap -o body.json");
  add_literal(item, "send it to Zoom's API", "PUT /marketplace/apps/{appId}/manifest");
  add_remark(item, "or enter the values of the next items by hand");
}

void redirect_url(const Situation& at, const model::Account*, CheckItem& item) {
  const auto& oauth = at.cx.resolved.oauth;
  if (!oauth.development_redirect && !oauth.production_redirect) return;
  prove(item, {span_of(oauth.production_redirect), span_of(oauth.development_redirect),
               region_place(at)});
  add_redirects(at, item);
}

void allow_list(const Situation& at, const model::Account*, CheckItem& item) {
  const auto& oauth = at.cx.resolved.oauth;
  if (oauth.allow_list.empty()) return;
  prove(item,
        {at.cx.app.oauth.allow_list_span, span_of(oauth.production_redirect), region_place(at)});
  const auto has = [&](const std::string& url) {
    return std::any_of(oauth.allow_list.begin(), oauth.allow_list.end(),
                       [&](const Text& entry) { return entry.value == url; });
  };
  const auto& expected = oauth.expected_allow_list;
  if (std::all_of(expected.begin(), expected.end(), has)) {
    for (const Text& entry : oauth.allow_list) add_literal(item, {}, entry.value);
  } else {
    for (const std::string& url : expected) add_literal(item, {}, url);
  }
}

void surface(const Situation& at, const model::Account*, CheckItem& item) {
  const model::Surface& shown = *at.cx.app.surface;
  prove(item, {shown.products.empty() ? Span{} : shown.products.front().span, at.cx.app.zoomc_key});
}

void scopes(const Situation& at, const model::Account*, CheckItem& item) {
  prove(item, {first_request(at.cx.app)});
}

void scopes_page(const Situation& at, const model::Account*, CheckItem& item) {
  for (const resolve::ResolvedScope& scope : at.cx.resolved.scopes) {
    add_literal(item, scope.optional ? "optional" : "", std::string(scope.name));
  }
}

void events(const Situation& at, const model::Account*, CheckItem& item) {
  prove(item, {at.cx.app.events.front().span});
}

void reviewer_texts(const Situation& at, const model::Account*, CheckItem& item) {
  const model::App& app = at.cx.app;
  const Span first = app.justify.empty() ? Span{} : app.justify.front().text.key;
  prove(item, {first, span_of(app.purpose), first_request(app)});
}

void texts_entered(const Situation& at, const model::Account*, CheckItem& item) {
  add_literal(item, "print them", "zoomc justify " + at.file_argument);
}

// The platform's integrations that the app uses, by their names in the dashboard.
std::vector<std::string> integration_titles(const Situation& at) {
  std::vector<std::string> titles;
  for (const catalog::Integration& integration : at.cx.resolved.platform->integrations) {
    if (lint::lists_integration(at.cx, integration.id)) titles.emplace_back(integration.title);
  }
  return titles;
}

void integrations(const Situation& at, const model::Account*, CheckItem& item) {
  const auto& written = at.cx.app.integrations;
  if (written && !written->empty()) item.place = written->front().span;
}

void authorizer(const Situation& at, const model::Account* account, CheckItem& item) {
  if (account != nullptr) {
    item.place = span_of(account->authorizer);
  } else if (!at.cx.resolved.is_admin()) {
    item.text = "Each user starts a connection of their own and approves what Zoom shows";
  }
}

void tester(const Situation&, const model::Account* account, CheckItem& item) {
  if (account != nullptr && is_true(account->same_account)) {
    item.text = fmt::format("{} is the app's own account and needs no tester", account->name.value);
    return prove(item, {account->same_account->span});
  }
  if (account != nullptr && is_true(account->tester)) {
    return prove(item, {account->tester->span});
  }
  add_literal(item, "open the app at", "https://marketplace.zoom.us/develop/applications");
  add_remark(item, "then Add app for testing, Local Test or Authorized testers");
  const bool has_email = account != nullptr && account->email;
  if (has_email) {
    add_literal(item, "add", account->email->value);
  } else {
    add_remark(item, "add the Zoom email or account of the person who connects");
  }
}

void reauthorization(const Situation&, const model::Account* account, CheckItem& item) {
  if (account == nullptr || !account->authorized_with) return;
  item.place = account->authorized_with->span;
  if (account->authorized_with->value == model::Environment::production)
    item.state = ItemState::done;
}

void listing(const Situation& at, const model::Account*, CheckItem& item) {
  const model::App& app = at.cx.app;
  const bool is_whole = app.summary && app.links.privacy && app.links.terms && app.links.support &&
                        app.links.documentation;
  if (is_whole) prove(item, {app.summary->span});
}

void domains(const Situation& at, const model::Account*, CheckItem& item) {
  std::set<std::string> platform_hosts;
  for (const std::string& url : at.cx.resolved.oauth.expected_allow_list) {
    platform_hosts.insert(lowered(lint::split_url(url).host.of(url)));
  }
  std::set<std::string> hosts;
  for (const lint::UrlValue& value : at.facts.urls) {
    const std::string host = lowered(lint::split_url(value.text.value).host.of(value.text.value));
    if (!host.empty() && platform_hosts.count(host) == 0) hosts.insert(host);
  }
  for (const std::string& host : hosts) add_literal(item, {}, host);
}

void test_plan(const Situation& at, const model::Account*, CheckItem& item) {
  add_literal(item, "print it", "zoomc justify " + at.file_argument);
}

}  // namespace judges

bool always(const Situation&) {
  return true;
}
bool is_hosted(const Situation& at) {
  return at.is_hosted;
}
bool is_own(const Situation& at) {
  return !at.is_hosted;
}
bool is_admin(const Situation& at) {
  return at.cx.resolved.is_admin();
}
bool has_phone(const Situation& at) {
  return at.has_phone;
}
bool has_events(const Situation& at) {
  return !at.cx.app.events.empty();
}
bool has_surface(const Situation& at) {
  return at.cx.app.surface.has_value();
}
bool is_testing(const Situation& at) {
  return !at.is_published;
}
bool is_published(const Situation& at) {
  return at.is_published;
}
bool is_hosted_and_published(const Situation& at) {
  return at.is_hosted && at.is_published;
}
bool is_own_and_published(const Situation& at) {
  return !at.is_hosted && at.is_published;
}
bool has_integrations(const Situation& at) {
  return at.is_hosted && !at.cx.resolved.platform->integrations.empty();
}

constexpr std::array kRows{
    ItemRow{"file", GuidePart::file, "no other findings in the file", always, judges::file},

    ItemRow{"developer-account", GuidePart::need, "A Zoom Marketplace developer account exists",
            always, judges::developer_account},
    ItemRow{"admin-access", GuidePart::need,
            "You have admin access to the Zoom account (the app is admin-managed)", is_admin},
    ItemRow{"phone-license", GuidePart::need, "{account} has Zoom Phone", has_phone,
            judges::phone_license, true},
    ItemRow{"workspace", GuidePart::need, "The {platform} workspace is in {regions}", is_hosted,
            judges::workspace},

    ItemRow{"general-app", GuidePart::create, "The app exists in Marketplace as a General App",
            always, judges::general_app},
    ItemRow{"app-name", GuidePart::create, "The app's name is {app}", always, judges::app_name},
    ItemRow{"app-credentials", GuidePart::create,
            "Copy the {environment} Client ID and Client Secret", always, judges::app_credentials},
    ItemRow{"manifest", GuidePart::create, "Upload the manifest", always, judges::manifest},
    ItemRow{"redirect-url", GuidePart::create,
            "The OAuth redirect URL is the one that {platform} sends from {region}", is_hosted,
            judges::redirect_url},
    ItemRow{"redirect-url", GuidePart::create, "The OAuth redirect URL is the app's own", is_own,
            judges::redirect_url},
    ItemRow{"allow-list", GuidePart::create, "OAuth allow list contains the redirect URL", always,
            judges::allow_list},
    ItemRow{"strict-mode", GuidePart::create,
            "Strict Mode URL ({strict}) and the subdomain check ({subdomain}) let the redirect "
            "through",
            always},
    ItemRow{"surface", GuidePart::create, "The app's pages inside Zoom are in the manifest",
            has_surface, judges::surface},

    ItemRow{"scopes", GuidePart::scopes, "The manifest has the {scopes} that the app asks for",
            always, judges::scopes},
    ItemRow{"scopes-page", GuidePart::scopes,
            "The app's Scopes page in Marketplace shows only these", always, judges::scopes_page},
    ItemRow{"events", GuidePart::scopes, "The manifest has {events}", has_events, judges::events},
    ItemRow{"reviewer-texts", GuidePart::scopes, "Each scope has a text for Zoom's reviewers",
            always, judges::reviewer_texts},
    ItemRow{"texts-entered", GuidePart::scopes,
            "Where Zoom asks why the app needs a scope, its text is entered", always,
            judges::texts_entered},

    ItemRow{"integrations", GuidePart::credentials, "Integrations: {integrations} enabled",
            has_integrations, judges::integrations},
    ItemRow{"credentials", GuidePart::credentials,
            "The Client ID and Client Secret in {platform} are the app's {environment} pair",
            is_hosted},
    ItemRow{"credentials", GuidePart::credentials,
            "The Client ID and Client Secret that your service uses are the app's {environment} "
            "pair",
            is_own},
    ItemRow{"saved", GuidePart::credentials, "The integration is saved", is_hosted},

    ItemRow{"authorizer", GuidePart::connect, "{account}: {authorizer}", always, judges::authorizer,
            true},
    ItemRow{"connection", GuidePart::connect,
            "Zoom sends the browser back and the connection appears in {platform}", is_hosted},
    ItemRow{"connection", GuidePart::connect,
            "Zoom sends the browser back and your service has the connection", is_own},

    ItemRow{"tester", GuidePart::stage, "{account} is an authorized tester", is_testing,
            judges::tester, true},
    ItemRow{"lead-time", GuidePart::stage,
            "If you will publish the app, plan the review early: it takes weeks, not days",
            is_testing},
    ItemRow{"switched", GuidePart::stage,
            "When Zoom has published the app, {platform} is switched to the Production Client ID "
            "and Client Secret",
            is_hosted_and_published},
    ItemRow{"switched", GuidePart::stage,
            "When Zoom has published the app, your service is switched to the Production Client ID "
            "and Client Secret",
            is_own_and_published},
    ItemRow{"reauthorization", GuidePart::stage,
            "{account} has connected with the Production credentials", is_published,
            judges::reauthorization, true},

    ItemRow{"listing", GuidePart::review,
            "The listing has a summary and links to privacy, terms, support and documentation",
            is_published, judges::listing},
    ItemRow{"icon", GuidePart::review, "The app has an icon in Marketplace", is_published},
    ItemRow{"domains", GuidePart::review, "The domains of all URLs are verified", is_published,
            judges::domains},
    ItemRow{"deauthorization", GuidePart::review,
            "The app has a deauthorization URL that answers when an account removes it",
            is_published},
    ItemRow{"test-plan", GuidePart::review,
            "The submission has a test plan that steps through each scope", is_published,
            judges::test_plan},
    ItemRow{"review-time", GuidePart::review, "Launch date leaves several weeks for Zoom's review",
            is_published},
};

constexpr std::array<std::string_view, 1> kCredentialItems{"credentials"};
constexpr std::array<std::string_view, 2> kRedirectItems{"redirect-url", "manifest"};
constexpr std::array<std::string_view, 2> kAllowListItems{"allow-list", "manifest"};
constexpr std::array<std::string_view, 2> kScopeItems{"scopes", "scopes-page"};
constexpr std::array<std::string_view, 1> kTesterItems{"tester"};
constexpr std::array<std::string_view, 2> kAdminItems{"admin-access", "authorizer"};
constexpr std::array<std::string_view, 1> kPhoneItems{"phone-license"};

constexpr std::array kGuideRows{
    GuideRow{"Client ID and Client Secret match the app: {environment}", kCredentialItems},
    GuideRow{"The OAuth redirect URL in Zoom is exactly the expected one", kRedirectItems},
    GuideRow{"The same URL is on the OAuth allow list", kAllowListItems},
    GuideRow{"All scopes that the app needs are added", kScopeItems},
    GuideRow{"While the app is in testing, who connects is an authorized tester", kTesterItems},
    GuideRow{"The authorizing user has admin rights", kAdminItems},
    GuideRow{"For Zoom Phone: the account has Zoom Phone enabled", kPhoneItems},
};

std::string on_or_off(bool value) {
  return value ? "on" : "off";
}

std::string region_titles(const Situation& at) {
  std::vector<std::string> titles;
  for (const catalog::Region* region : at.cx.resolved.regions) titles.emplace_back(region->title);
  return titles.empty() ? "its region" : join_words(titles);
}

std::string integrations_text(const Situation& at) {
  const auto titles = judges::integration_titles(at);
  if (titles.empty()) return "what the app uses is";
  return join_words(titles) + (titles.size() == 1 ? " is" : " are");
}

// Who starts the connection, as far as the file says.
std::string authorizer_text(const Situation& at, const model::Account* account) {
  const bool is_admin_managed = at.cx.resolved.is_admin();
  std::string who = is_admin_managed ? "its owner or an admin" : "each user";
  if (account != nullptr && account->authorizer) {
    if (account->authorizer->value == model::Authorizer::owner) who = "its owner";
    if (account->authorizer->value == model::Authorizer::admin) who = "one of its admins";
  }
  return fmt::format("{} starts the connection and approves what Zoom shows", who);
}

std::string value_of(std::string_view name, const Situation& at, const model::Account* account) {
  const resolve::ResolvedApp& resolved = at.cx.resolved;
  if (name == "app") return at.cx.app.name ? at.cx.app.name->value : "what the file says";
  if (name == "platform") return std::string(resolved.platform->title);
  if (name == "regions") return region_titles(at);
  if (name == "region") {
    return resolved.regions.empty() ? "its region" : std::string(resolved.regions.front()->title);
  }
  if (name == "environment") {
    return at.environment == model::Environment::production ? "Production" : "Development";
  }
  if (name == "scopes") return count_of(resolved.scopes.size(), "scope");
  if (name == "events") return count_of(at.cx.app.events.size(), "event subscription");
  if (name == "integrations") return integrations_text(at);
  if (name == "strict") return on_or_off(resolved.oauth.strict_mode);
  if (name == "subdomain") return on_or_off(resolved.oauth.subdomain_strict_mode);
  if (name == "authorizer") return authorizer_text(at, account);
  return account != nullptr ? account->name.value : "Each account that connects";
}

bool is_hosting(const catalog::Platform* platform) {
  return platform != nullptr && !platform->regions.empty();
}

}  // namespace

Situation make_situation(const resolve::CompiledApp& cx, const lint::LintFacts& facts,
                         const std::string& file_argument) {
  Situation at{.cx = cx, .facts = facts, .file_argument = file_argument};
  at.is_hosted = is_hosting(cx.resolved.platform);
  at.is_published = cx.app.stage_or_default() == model::Stage::published;
  at.has_phone = !lint::requests_of_product(cx, "phone").empty();
  // Not what the file says of them: where that is another environment, it is a finding.
  at.environment =
      at.is_published ? model::Environment::production : model::Environment::development;
  return at;
}

std::span<const ItemRow> item_rows() {
  return kRows;
}

std::span<const GuideRow> guide_rows() {
  return kGuideRows;
}

std::string title_of(GuidePart part, const Situation& at) {
  switch (part) {
    case GuidePart::file: return "The file";
    case GuidePart::need: return "What you need";
    case GuidePart::create: return "Step 1: Create a Zoom OAuth app";
    case GuidePart::scopes: return "Step 2: Add the required scopes";
    case GuidePart::credentials:
      return at.is_hosted ? fill_in("Step 3: Add credentials in {platform}", at, nullptr)
                          : "Step 3: Add credentials in your service";
    case GuidePart::connect: return "Step 4: Connect a Zoom account";
    case GuidePart::stage:
      return at.is_published ? "When the app is published" : "While the app is in testing";
    case GuidePart::review: return "Zoom's review";
  }
  return {};
}

std::string fill_in(std::string_view text, const Situation& at, const model::Account* account) {
  std::string filled;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    filled += text.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find('}', open);
    filled += value_of(text.substr(open + 1, close - open - 1), at, account);
    text.remove_prefix(close + 1);
  }
  return filled;
}

}  // namespace zoomc::review
