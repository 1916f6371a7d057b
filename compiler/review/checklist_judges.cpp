#include "review/checklist_judges.h"

#include <algorithm>
#include <set>

#include "lint/integration.h"
#include "lint/url.h"
#include "text/ascii.h"

namespace zoomc::judges {
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

Span first_request(const App& app) {
  if (!app.features.empty()) return app.features.front().group.span;
  if (!app.operations.empty()) return app.operations.front().span;
  if (!app.events.empty()) return app.events.front().span;
  return app.extra_scopes.empty() ? app.zoomc_key : app.extra_scopes.front().span;
}

// What to enter is what the platform sends, also where the file says something else.
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

}  // namespace

void file(const Situation& at, const Account*, CheckItem& item) {
  prove(item, {at.cx.app.zoomc_key});
}

void developer_account(const Situation&, const Account*, CheckItem& item) {
  add_literal(item, "sign in", "https://marketplace.zoom.us/");
}

void phone_license(const Situation&, const Account* account, CheckItem& item) {
  if (account == nullptr) return;
  if (is_true(account->zoom_phone)) prove(item, {account->zoom_phone->span});
}

void workspace(const Situation& at, const Account*, CheckItem& item) {
  item.place = region_place(at);
}

void general_app(const Situation&, const Account*, CheckItem& item) {
  add_remark(item, "Develop > Build App > General App > Create");
}

void app_name(const Situation& at, const Account*, CheckItem& item) {
  if (at.cx.app.name) prove(item, {at.cx.app.name->span});
}

void app_credentials(const Situation& at, const Account*, CheckItem& item) {
  add_remark(item, "Basic Information > App Credentials; the secret stays out of the file");
  item.place = span_of(at.cx.app.credentials.client_id);
}

void manifest(const Situation& at, const Account*, CheckItem& item) {
  add_literal(item, "make it", "zoomc compile " + at.file_argument + " --wrap -o body.json");
  add_literal(item, "send it to Zoom's API", "PUT /marketplace/apps/{appId}/manifest");
  add_remark(item, "or enter by hand what the next items say");
}

void redirect_url(const Situation& at, const Account*, CheckItem& item) {
  const auto& oauth = at.cx.resolved.oauth;
  if (!oauth.development_redirect && !oauth.production_redirect) return;
  prove(item, {span_of(oauth.production_redirect), span_of(oauth.development_redirect),
               region_place(at)});
  add_redirects(at, item);
}

void allow_list(const Situation& at, const Account*, CheckItem& item) {
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

void surface(const Situation& at, const Account*, CheckItem& item) {
  const Surface& shown = *at.cx.app.surface;
  prove(item, {shown.products.empty() ? Span{} : shown.products.front().span, at.cx.app.zoomc_key});
}

void scopes(const Situation& at, const Account*, CheckItem& item) {
  prove(item, {first_request(at.cx.app)});
}

void scopes_page(const Situation& at, const Account*, CheckItem& item) {
  for (const ResolvedScope& scope : at.cx.resolved.scopes) {
    add_literal(item, scope.optional ? "optional" : "", std::string(scope.name));
  }
}

void events(const Situation& at, const Account*, CheckItem& item) {
  prove(item, {at.cx.app.events.front().span});
}

void reviewer_texts(const Situation& at, const Account*, CheckItem& item) {
  const App& app = at.cx.app;
  const Span first = app.justify.empty() ? Span{} : app.justify.front().text.key;
  prove(item, {first, span_of(app.purpose), first_request(app)});
}

void texts_entered(const Situation& at, const Account*, CheckItem& item) {
  add_literal(item, "print them", "zoomc justify " + at.file_argument);
}

std::vector<std::string> integration_titles(const Situation& at) {
  std::vector<std::string> titles;
  for (const Integration& integration : at.cx.resolved.platform->integrations) {
    if (lists_integration(at.cx, integration.id)) titles.emplace_back(integration.title);
  }
  return titles;
}

void integrations(const Situation& at, const Account*, CheckItem& item) {
  const auto& written = at.cx.app.integrations;
  if (written && !written->empty()) item.place = written->front().span;
}

void authorizer(const Situation& at, const Account* account, CheckItem& item) {
  if (account != nullptr) {
    item.place = span_of(account->authorizer);
  } else if (!at.cx.resolved.is_admin()) {
    item.text = "Each user starts a connection of their own and approves what Zoom shows";
  }
}

void tester(const Situation&, const Account* account, CheckItem& item) {
  if (account != nullptr && is_true(account->same_account)) {
    item.text = account->name.value + " is the app's own account and needs no tester";
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
    add_remark(item, "add the Zoom email or account of whoever connects");
  }
}

void reauthorization(const Situation&, const Account* account, CheckItem& item) {
  if (account == nullptr || !account->authorized_with) return;
  item.place = account->authorized_with->span;
  if (account->authorized_with->value == Environment::production) item.state = ItemState::done;
}

void listing(const Situation& at, const Account*, CheckItem& item) {
  const App& app = at.cx.app;
  const bool is_whole = app.summary && app.links.privacy && app.links.terms && app.links.support &&
                        app.links.documentation;
  if (is_whole) prove(item, {app.summary->span});
}

void domains(const Situation& at, const Account*, CheckItem& item) {
  std::set<std::string> platform_hosts;
  for (const std::string& url : at.cx.resolved.oauth.expected_allow_list) {
    platform_hosts.insert(lowered(split_url(url).host.of(url)));
  }
  std::set<std::string> hosts;
  for (const UrlValue& value : at.facts.urls) {
    const std::string host = lowered(split_url(value.text.value).host.of(value.text.value));
    if (!host.empty() && platform_hosts.count(host) == 0) hosts.insert(host);
  }
  for (const std::string& host : hosts) add_literal(item, {}, host);
}

void test_plan(const Situation& at, const Account*, CheckItem& item) {
  add_literal(item, "print it", "zoomc justify " + at.file_argument);
}

}  // namespace zoomc::judges
