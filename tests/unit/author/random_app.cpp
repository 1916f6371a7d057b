#include "random_app.h"

#include <algorithm>

#include "catalog/lookup.h"

namespace zoomc::testing {
using namespace author;
namespace {

const std::vector<std::string> kWords = {"Acme",
                                         "CRM",
                                         "sync",
                                         "for Zoom",
                                         "it's",
                                         "\"so\"",
                                         "a: b",
                                         "# no",
                                         "- x",
                                         "true",
                                         "1e3",
                                         "${X}",
                                         "\xC3\xA9t\xC3\xA9",
                                         "\xF0\x9F\x8E\x89",
                                         "\n",
                                         "\t",
                                         "\x1b[31m",
                                         "null",
                                         "{a}",
                                         "[b]",
                                         "\\",
                                         "%",
                                         "@",
                                         "*a",
                                         "&b",
                                         "\r",
                                         "\xC2\x85",
                                         "\xE2\x80\xA8",
                                         "\xC2\xA0",
                                         "\xEF\xBB\xBF",
                                         "\xE2\x80\xAE",
                                         "\xEF\xBF\xBF",
                                         "\x7F",
                                         "  ",
                                         "\n\n",
                                         " \n ",
                                         "? a",
                                         "|",
                                         "---",
                                         "long words that fill a line of the file until it has to "
                                         "be folded somewhere in the middle of it"};

// Those that an app can be allowed.
std::vector<catalog::Operation> own_operations(const catalog::Catalog& catalog) {
  std::vector<catalog::Operation> own;
  for (const catalog::Operation& operation : catalog.operations) {
    if (!operation.is_master) own.push_back(operation);
  }
  return own;
}

bool declares(const AppDraft& draft, std::string_view feature) {
  return std::find(draft.features.begin(), draft.features.end(), feature) != draft.features.end();
}

void drop_repeats(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

}  // namespace

std::size_t RandomApp::below(std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
}

std::string RandomApp::text() {
  std::string text;
  for (std::size_t i = 1 + below(5); i > 0; --i) {
    text += kWords[below(kWords.size())];
    if (i > 1 || once_in(9)) text += ' ';
  }
  return "x" + text;
}

std::string RandomApp::url(const std::string& path) {
  return "https://a" + std::to_string(below(3)) + ".example/" + path;
}

void RandomApp::add_listing(AppDraft& draft) {
  draft.name = "App " + std::to_string(below(1000));
  if (once_in(4)) draft.name += " " + text().substr(0, 10);
  while (!draft.name.empty() && static_cast<unsigned char>(draft.name.back()) >= 0x80)
    draft.name.pop_back();
  draft.summary = maybe_text();
  draft.description = maybe_text();
  draft.company = maybe_text();
  draft.purpose = once_in(2) ? "CRM logging" : maybe_text();
  if (once_in(2)) draft.contact_name = text();
  if (once_in(2)) draft.contact_email = "a@b.example";
  if (once_in(2)) draft.website = url("");
  if (once_in(2)) draft.privacy = url("privacy");
  if (once_in(2)) draft.terms = url("terms");
  if (once_in(2)) draft.support = url("support");
  if (once_in(2)) draft.documentation = url("docs");
}

void RandomApp::add_platform(AppDraft& draft) {
  const std::vector<std::string> regions = {"us", "eu", "au"};
  if (once_in(2)) {
    draft.regions = some(regions, 3, [](const std::string& region) { return region; });
    if (draft.regions.empty()) draft.regions = {"eu"};
    if (once_in(5)) draft.scope_names = model::Vocabulary::guide;
  } else {
    draft.platform = "custom";
    draft.production_redirect = url("code");
    if (!once_in(5))
      draft.development_redirect = once_in(2) ? draft.production_redirect : url("dev");
  }
  if (once_in(4)) draft.allow_list = {url("code"), url("dev"), "https://b.example"};
  if (once_in(4)) draft.strict_mode = once_in(2);
  if (once_in(4)) draft.subdomain_strict_mode = once_in(2);
  if (once_in(2)) draft.managed_by = once_in(2) ? model::ManagedBy::admin : model::ManagedBy::user;
  if (!draft.scope_names && once_in(4)) draft.scope_names = model::Vocabulary::classic;
}

void RandomApp::add_requests(AppDraft& draft) {
  draft.features =
      some(catalog_.features, 6, [](const catalog::Feature& feature) { return feature.name; });
  for (const std::string& composite :
       some(catalog_.composites, 2, [](const catalog::Composite& known) { return known.name; })) {
    draft.features.push_back(composite);
  }
  std::erase(draft.features, "sign_in");
  if (once_in(2)) {
    draft.operations = some(own_operations(catalog_), 5, [](const catalog::Operation& operation) {
      return catalog::display_name(operation);
    });
  }
  if (once_in(3)) {
    draft.extra_scopes =
        some(catalog_.scopes, 4, [](const catalog::Scope& scope) { return scope.name; });
    if (once_in(2)) draft.extra_scopes.emplace_back("made:up:scope");
  }
}

void RandomApp::add_events(AppDraft& draft) {
  for (std::size_t i = once_in(2) ? below(3) : 0; i > 0; --i) {
    DraftSubscription subscription{.name = text()};
    if (once_in(2)) subscription.id = "id" + std::to_string(i);
    subscription.types =
        some(catalog_.events, 4, [](const catalog::Event& event) { return event.name; });
    // Those that Zoom takes in no manifest.
    std::erase_if(subscription.types,
                  [](const std::string& type) { return type.find("rtms") != std::string::npos; });
    subscription.types.emplace_back(once_in(5) ? "made.up" : "meeting.started");
    if (subscription.types.size() > 1 && subscription.types[0] == subscription.types.back())
      subscription.types.pop_back();
    subscription.production_url = url("hook");
    if (!once_in(4)) subscription.development_url = url("hook");
    draft.events.push_back(std::move(subscription));
  }
}

void RandomApp::add_surface(AppDraft& draft) {
  if (!once_in(3)) return;
  draft.products = {"ZOOM_PHONE", "ZOOM_MEETING"};
  if (once_in(2)) draft.products.pop_back();
  if (once_in(2)) draft.production_home = url("home");
  if (once_in(2)) draft.development_home = url("home");
  if (once_in(2)) draft.domains = {{"a.example", maybe_text()}, {"b.example", text()}};
}

edit::YamlValue RandomApp::anything(int depth) {
  switch (below(depth > 3 ? 4 : 7)) {
    case 0: return edit::YamlValue::make_text(text());
    case 1: return edit::YamlValue::make_literal(once_in(2) ? "true" : "false");
    case 2: return edit::YamlValue::make_literal(std::to_string(below(100)));
    case 3: return edit::YamlValue::make_literal(once_in(2) ? "1.5" : "-2e+40");
    case 4: return edit::YamlValue::make_words({text(), text()});
    case 5: {
      edit::YamlValue list = edit::YamlValue::make_list();
      for (std::size_t i = below(3); i > 0; --i) list.add(anything(depth + 1));
      return list;
    }
    default: break;
  }
  edit::YamlValue mapping;
  for (std::size_t i = below(4); i > 0; --i)
    mapping.add(text() + std::to_string(i), anything(depth + 1));
  return mapping;
}

void RandomApp::add_extra(AppDraft& draft) {
  const auto section = [&](const std::string& name) -> edit::YamlValue& {
    return draft.manifest_extra.add(name, edit::YamlValue{}).value;
  };
  if (once_in(3)) section("display_information").add("unknown" + text(), anything(0));
  if (once_in(2)) {
    edit::YamlValue& oauth = section("oauth_information");
    if (once_in(2)) oauth.add("enable_public_pkce_client", edit::YamlValue::make_literal("false"));
    if (once_in(3)) oauth.add("scope_description", edit::YamlValue::make_text(text()));
    if (once_in(2)) oauth.add("odd", anything(0));
  }
  if (once_in(6)) section("developer_information").add("developer_phone", anything(0));
  if (once_in(3)) {
    edit::YamlValue& features = section("features");
    features.add("odd", anything(0));
    if (once_in(2)) {
      edit::YamlValue enable;
      enable.add("enable", edit::YamlValue::make_literal("true"));
      edit::YamlValue embed;
      embed.add("meeting_sdk", enable);
      features.add("embed", embed);
    }
  }
  if (once_in(8)) section("odd" + text()).add("a", anything(0));
}

AppDraft RandomApp::make() {
  AppDraft draft;
  add_listing(draft);
  add_platform(draft);
  add_requests(draft);
  add_events(draft);
  add_surface(draft);
  add_extra(draft);
  for (const auto* keys : {&draft.features, &draft.operations, &draft.extra_scopes}) {
    for (const std::string& key : *keys) {
      if (once_in(4)) draft.optional.push_back(key);
    }
  }
  // A composite may be declared and one of its features declined.
  for (const catalog::Composite& composite : catalog_.composites) {
    if (!declares(draft, composite.name)) continue;
    for (const catalog::FeatureId member : composite.members) {
      if (once_in(4)) draft.optional.emplace_back(catalog_.features[member].name);
    }
  }
  for (const DraftSubscription& subscription : draft.events) {
    for (const std::string& type : subscription.types) {
      if (once_in(4)) draft.optional.push_back(type);
    }
  }
  drop_repeats(draft.optional);
  return draft;
}

edit::YamlValue RandomApp::texts_for(const AppDraft& draft) {
  edit::YamlValue texts;
  for (const auto* keys : {&draft.features, &draft.operations, &draft.extra_scopes}) {
    for (const std::string& key : *keys) {
      if (once_in(3)) texts.add(key, edit::YamlValue::make_text(text()));
    }
  }
  return texts;
}

std::string RandomApp::write(const AppDraft& draft) {
  edit::YamlValue sections;
  if (once_in(2)) {
    sections.add("stage", edit::YamlValue::make_text(once_in(2) ? "published" : "testing"));
  }
  if (once_in(3)) {
    if (edit::YamlValue texts = texts_for(draft); !texts.entries.empty())
      sections.add("justify", std::move(texts));
  }
  if (once_in(5)) {
    if (edit::YamlValue texts = texts_for(draft); !texts.entries.empty())
      sections.add("test_plan", std::move(texts));
  }
  return write_app(draft) + (sections.entries.empty() ? std::string() : edit::write_yaml(sections));
}

}  // namespace zoomc::testing
