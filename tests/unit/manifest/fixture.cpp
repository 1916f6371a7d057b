#include "fixture.h"

#include <array>

namespace zoomc::testing {
using namespace manifest;
namespace {

constexpr std::array kScopes = {
    catalog::Scope{"account:read:sub_account:master", catalog::ScopeModel::granular,
                   catalog::Level::master, catalog::Grants::operation, false},
    catalog::Scope{"chat_channel:read", catalog::ScopeModel::classic, catalog::Level::user,
                   catalog::Grants::operation, false},
    catalog::Scope{"chat_channel:read:admin", catalog::ScopeModel::classic, catalog::Level::admin,
                   catalog::Grants::operation, false},
    catalog::Scope{"contact_center:read:zcc_voice_audio", catalog::ScopeModel::granular,
                   catalog::Level::user, catalog::Grants::manifest, true},
    catalog::Scope{"hub:read:archive:master", catalog::ScopeModel::granular, catalog::Level::master,
                   catalog::Grants::seen, true},
    catalog::Scope{"imchat:bot", catalog::ScopeModel::granular, catalog::Level::admin,
                   catalog::Grants::manifest, false},
    catalog::Scope{"imchat:bot", catalog::ScopeModel::classic, catalog::Level::user,
                   catalog::Grants::operation, false},
    catalog::Scope{"marketplace:write:event_subscription", catalog::ScopeModel::granular,
                   catalog::Level::app, catalog::Grants::app_owned, false},
    catalog::Scope{"meeting:read:meeting", catalog::ScopeModel::granular, catalog::Level::user,
                   catalog::Grants::operation, false},
    catalog::Scope{"meeting:read:meeting:admin", catalog::ScopeModel::granular,
                   catalog::Level::admin, catalog::Grants::operation, false},
    catalog::Scope{"user:read:admin", catalog::ScopeModel::classic, catalog::Level::admin,
                   catalog::Grants::operation, false},
    catalog::Scope{"user:read:user", catalog::ScopeModel::granular, catalog::Level::user,
                   catalog::Grants::operation, false},
    catalog::Scope{"user:read:user:admin", catalog::ScopeModel::granular, catalog::Level::admin,
                   catalog::Grants::operation, false},
};

constexpr std::string_view kRedirect = "https://api-eu.unified.to/oauth/code";

}  // namespace

const catalog::Catalog& tiny_catalog() {
  static const catalog::Catalog catalog{.date = "2026-08-01", .scopes = kScopes};
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

resolve::ResolvedApp resolved(const model::App& app) {
  resolve::ResolvedApp result;
  result.app = &app;
  result.catalog = &tiny_catalog();
  result.oauth.development_redirect = text(std::string(kRedirect));
  result.oauth.production_redirect = text(std::string(kRedirect));
  result.oauth.allow_list = {text(std::string(kRedirect))};
  return result;
}

resolve::ResolvedScope scope(std::string_view name, bool optional) {
  resolve::ResolvedScope result;
  result.name = name;
  result.optional = optional;
  return result;
}

model::App full_app() {
  model::App app;
  app.name = text("Acme CRM Sync");
  app.summary = text("Logs Zoom calls and meetings in your CRM.");
  app.description = text("Acme CRM Sync lists meetings.\nAnd webinars.");
  app.company = text("Acme, Inc.");
  app.purpose = text("CRM logging");
  app.contact = model::Contact{text("Dana Reyes"), text("dev@acme.example")};
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
  app.surface = model::Surface{.products = texts({"ZOOM_PHONE", "ZOOM_MEETING"}),
                               .home_url = model::PerEnvironment{text("https://dev.acme.example/"),
                                                                 text("https://app.acme.example/")},
                               .domains = {{text("app.acme.example"), text("Hosts the app")},
                                           {text("cdn.acme.example"), std::nullopt}}};
  return app;
}

resolve::ResolvedApp full_resolved(const model::App& app) {
  resolve::ResolvedApp result = resolved(app);
  result.managed_by = model::ManagedBy::admin;
  result.scopes = {scope("meeting:read:meeting:admin"), scope("user:read:user:admin", true)};
  result.oauth.development_redirect = text("https://dev.acme.example/code");
  result.oauth.production_redirect = text("https://acme.example/code");
  result.oauth.allow_list = texts({"https://dev.acme.example/code", "https://acme.example/code"});
  result.oauth.strict_mode = false;
  result.oauth.subdomain_strict_mode = false;
  return result;
}

std::vector<resolve::Justification> full_sentences() {
  return {{0, "Read your profile for CRM logging.", false},
          {1, "List meetings for calendar sync.", true},
          {2, "Read your profile for CRM logging.", false}};
}

syntax::Node word(std::string value, Span span) {
  syntax::Node node;
  node.text = std::move(value);
  node.span = span;
  return node;
}

syntax::Node quoted_text(std::string value, Span span) {
  syntax::Node node = word(std::move(value), span);
  node.style = syntax::ScalarStyle::double_quoted;
  return node;
}

syntax::Node list(std::vector<syntax::Node> items, Span span) {
  syntax::Node node;
  node.kind = syntax::NodeKind::sequence;
  node.items = std::move(items);
  node.span = span;
  return node;
}

syntax::Node mapping(std::vector<std::pair<syntax::Node, syntax::Node>> members, Span span) {
  syntax::Node node;
  node.kind = syntax::NodeKind::mapping;
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
