#include "lint/secrets.h"

#include <string_view>

#include "lint/secret_names.h"

namespace zoomc {
namespace {

constexpr std::size_t kMinSecret = 8;

// `${NAME}` or `${{ secrets.NAME }}`: the value comes from somewhere else.
bool is_reference(std::string_view value) {
  return value.starts_with("${") && value.ends_with("}") && value.size() > 3;
}

std::string variable_name(std::string_view key) {
  std::string name = "ZOOM_";
  for (const char c : key) {
    const bool lower = c >= 'a' && c <= 'z';
    const bool word = lower || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    name += lower ? static_cast<char>(c - 'a' + 'A') : word ? c : '_';
  }
  return name;
}

void add_secrets(const Node& node, std::vector<Secret>& secrets) {
  for (const Member& member : node.members) {
    const Node& value = member.value;
    if (value.is_scalar() && !value.missing && !value.text.empty() &&
        names_a_secret(member.key.text) && !is_reference(value.text)) {
      secrets.push_back(
          {{value.text, value.span, member.key.span}, variable_name(member.key.text)});
    }
    add_secrets(value, secrets);
  }
  for (const Node& item : node.items) add_secrets(item, secrets);
}

void star_out(std::string_view secret, std::string& text) {
  for (auto at = text.find(secret); at != std::string::npos; at = text.find(secret, at)) {
    text.replace(at, secret.size(), secret.size(), '*');
  }
}

}  // namespace

std::vector<Secret> secrets_of(const App& app) {
  std::vector<Secret> secrets;
  const auto& secret = app.credentials.client_secret;
  if (secret && !is_reference(secret->value)) secrets.push_back({*secret, "ZOOM_CLIENT_SECRET"});
  if (app.manifest_extra) add_secrets(*app.manifest_extra, secrets);
  return secrets;
}

std::vector<Span> mentions_of(const std::vector<Secret>& secrets, std::string_view text) {
  std::vector<Span> places;
  for (const Secret& secret : secrets) {
    const std::string_view value = secret.value.value;
    if (value.size() < kMinSecret) continue;
    for (auto at = text.find(value); at != std::string_view::npos;
         at = text.find(value, at + value.size())) {
      const auto begin = static_cast<std::uint32_t>(at);
      places.push_back({begin, begin + static_cast<std::uint32_t>(value.size())});
    }
  }
  return places;
}

std::vector<Span> secret_places(const std::vector<Secret>& secrets, std::string_view text) {
  std::vector<Span> places = mentions_of(secrets, text);
  for (const Secret& secret : secrets) places.push_back(secret.value.span);
  return places;
}

void hide_secrets(const std::vector<Secret>& secrets, std::vector<Diagnostic>& findings) {
  for (const Secret& secret : secrets) {
    if (secret.value.value.size() < kMinSecret) continue;
    for (Diagnostic& found : findings) {
      star_out(secret.value.value, found.message);
      star_out(secret.value.value, found.primary_label);
      star_out(secret.value.value, found.zoom.text);
      for (Label& label : found.labels) star_out(secret.value.value, label.text);
      for (std::string& hint : found.hints) star_out(secret.value.value, hint);
    }
  }
}

}  // namespace zoomc
