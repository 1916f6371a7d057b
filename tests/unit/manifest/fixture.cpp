#include "fixture.h"

#include <array>

namespace zoomc::testing {
namespace {

constexpr std::array kScopes = {
    Scope{"account:read:sub_account:master", ScopeModel::granular, Level::master, Grants::operation,
          false},
    Scope{"chat_channel:read", ScopeModel::classic, Level::user, Grants::operation, false},
    Scope{"chat_channel:read:admin", ScopeModel::classic, Level::admin, Grants::operation, false},
    Scope{"contact_center:read:zcc_voice_audio", ScopeModel::granular, Level::user,
          Grants::manifest, true},
    Scope{"hub:read:archive:master", ScopeModel::granular, Level::master, Grants::seen, true},
    Scope{"imchat:bot", ScopeModel::granular, Level::admin, Grants::manifest, false},
    Scope{"imchat:bot", ScopeModel::classic, Level::user, Grants::operation, false},
    Scope{"marketplace:write:event_subscription", ScopeModel::granular, Level::app,
          Grants::app_owned, false},
    Scope{"meeting:read:meeting", ScopeModel::granular, Level::user, Grants::operation, false},
    Scope{"meeting:read:meeting:admin", ScopeModel::granular, Level::admin, Grants::operation,
          false},
    Scope{"user:read:admin", ScopeModel::classic, Level::admin, Grants::operation, false},
    Scope{"user:read:user", ScopeModel::granular, Level::user, Grants::operation, false},
    Scope{"user:read:user:admin", ScopeModel::granular, Level::admin, Grants::operation, false},
};

constexpr std::string_view kRedirect = "https://api-eu.unified.to/oauth/code";

}  // namespace

const Catalog& tiny_catalog() {
  static const Catalog catalog{.date = "2026-08-01", .scopes = kScopes};
  return catalog;
}

Text text(std::string value) {
  return {.value = std::move(value)};
}

std::vector<Text> texts(std::initializer_list<std::string> values) {
  std::vector<Text> result;
  for (const std::string& value : values) result.push_back(text(value));
  return result;
}

ResolvedApp resolved(const App& app) {
  ResolvedApp result;
  result.app = &app;
  result.catalog = &tiny_catalog();
  result.oauth.development_redirect = text(std::string(kRedirect));
  result.oauth.production_redirect = text(std::string(kRedirect));
  result.oauth.allow_list = {text(std::string(kRedirect))};
  return result;
}

ResolvedScope scope(std::string_view name, bool optional) {
  ResolvedScope result;
  result.name = name;
  result.optional = optional;
  return result;
}

App full_app() {
  App app;
  app.name = text("Acme CRM Sync");
  app.summary = text("Logs Zoom calls and meetings in your CRM.");
  app.description = text("Acme CRM Sync lists meetings.\nAnd webinars.");
  app.company = text("Acme, Inc.");
  app.purpose = text("CRM logging");
  app.contact = Contact{text("Dana Reyes"), text("dev@acme.example")};
  app.links = {.website = text("https://acme.example/"),
               .privacy = text("https://acme.example/privacy"),
               .terms = text("https://acme.example/terms"),
               .support = text("https://acme.example/support"),
               .documentation = text("https://acme.example/docs")};
  app.events = {
      {.name = text("Recordings"),
       .id = text("recordings"),
       .types = texts({"recording.completed", "recording.started", "recording.completed"}),
       .url = {text("https://dev.acme.example/zoom"), text("https://acme.example/zoom")}},
      {.name = text("Phone"),
       .types = texts({"phone.callee_answered"}),
       .url = {.production = text("https://acme.example/phone")}}};
  app.surface = Surface{.products = texts({"ZOOM_PHONE", "ZOOM_MEETING"}),
                        .home_url = PerEnvironment{text("https://dev.acme.example/"),
                                                   text("https://app.acme.example/")},
                        .domains = {{text("app.acme.example"), text("Hosts the app")},
                                    {text("cdn.acme.example"), std::nullopt}}};
  return app;
}

ResolvedApp full_resolved(const App& app) {
  ResolvedApp result = resolved(app);
  result.managed_by = ManagedBy::admin;
  result.scopes = {scope("meeting:read:meeting:admin"), scope("user:read:user:admin", true)};
  result.oauth.development_redirect = text("https://dev.acme.example/code");
  result.oauth.production_redirect = text("https://acme.example/code");
  result.oauth.allow_list = texts({"https://dev.acme.example/code", "https://acme.example/code"});
  result.oauth.strict_mode = false;
  result.oauth.subdomain_strict_mode = false;
  return result;
}

std::vector<Justification> full_sentences() {
  return {{0, "Read your profile for CRM logging.", false},
          {1, "List meetings for calendar sync.", true},
          {2, "Read your profile for CRM logging.", false}};
}

Node word(std::string value, Span span) {
  Node node;
  node.text = std::move(value);
  node.span = span;
  return node;
}

Node quoted_text(std::string value, Span span) {
  Node node = word(std::move(value), span);
  node.style = ScalarStyle::double_quoted;
  return node;
}

Node list(std::vector<Node> items, Span span) {
  Node node;
  node.kind = NodeKind::sequence;
  node.items = std::move(items);
  node.span = span;
  return node;
}

Node mapping(std::vector<std::pair<Node, Node>> members, Span span) {
  Node node;
  node.kind = NodeKind::mapping;
  for (auto& member : members) {
    node.members.push_back({std::move(member.first), std::move(member.second)});
  }
  node.span = span;
  return node;
}

std::string describe(Sink& sink) {
  std::string lines;
  for (const Diagnostic& found : sink.take()) {
    lines += std::to_string(found.primary.begin) + '-' + std::to_string(found.primary.end) + ' ';
    lines += to_string(found.severity);
    lines += '[';
    lines += found.id;
    lines += "] " + found.message;
    if (found.zoom.verdict != ZoomVerdict::unknown) {
      lines += " (";
      lines += to_string(found.zoom.verdict);
      lines += ')';
    }
    lines += '\n';
  }
  return lines;
}

}  // namespace zoomc::testing
