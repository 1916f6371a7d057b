#include "lint/secrets.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "edit/scalar.h"
#include "secrets/field_names.h"
#include "secrets/secret_value.h"
#include "secrets/secrets_in_text.h"
#include "text/ascii.h"

namespace zoomc::lint {
namespace {

// A client secret has 32 characters; a client ID, which is not secret, has fewer than this.
constexpr std::size_t kMinNameless = 28;
// Shorter secrets look like any other word.
constexpr std::size_t kMinMention = 8;
// With aliases one text may appear very often in the tree.
constexpr std::size_t kMaxSecrets = 200;

std::string variable_of(std::string_view name) {
  std::string variable = "ZOOM_";
  for (const char c : secrets::field_words(name)) {
    variable += is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c == ' ' ? '_' : c;
  }
  return variable;
}

class SecretFinder {
 public:
  explicit SecretFinder(const resolve::CompiledApp& cx) : cx_(cx), names_(cx.catalog) {}

  void look_below(const syntax::Node& node) {
    for (const syntax::Node& item : node.items) look(item);
    const std::string_view header = header_of(node);
    for (const syntax::Member& member : node.members) {
      const bool is_header_value = !header.empty() && names_.holds_pair_value(member.key.text);
      if (is_header_value && member.value.is_scalar()) {
        add(member.key, member.value, header, secrets::Doubt::any_text);
      } else {
        look(member);
      }
    }
  }

  void look_at_url(const Text& url) {
    if (const auto user = secrets::user_of_url(cx_.catalog, url.value)) add_url(url, *user);
  }

  std::vector<Secret> take() { return std::move(secrets_); }

 private:
  void look(const syntax::Node& node) {
    if (node.is_scalar()) return look_at_value(node, {});
    look_below(node);
  }

  void look(const syntax::Member& member) {
    const std::string_view name = member.key.text;
    const syntax::Node& value = member.value;
    if (value.missing) return;
    const secrets::FieldKind kind = names_.kind_of(name);
    if (!value.is_scalar()) {
      if (kind == secrets::FieldKind::secret) return look_in_field(value, member.key, name);
      if (kind == secrets::FieldKind::header) return look_in_header(value, member.key);
      if (name == "credentials") return look_in_credentials(value, member.key);
      return look_below(value);
    }
    switch (kind) {
      case secrets::FieldKind::secret:
      case secrets::FieldKind::header:
        return add(member.key, value, name, secrets::Doubt::any_text);
      case secrets::FieldKind::key:
        if (name == "credentials" && look_in_words(member)) return;
        return add(member.key, value, name, secrets::Doubt::looks_like_key);
      case secrets::FieldKind::other: break;
    }
    if (secrets::looks_like_key(value.text)) {
      if (const auto meant = names_.meant_by(name)) {
        return add(member.key, value, *meant, secrets::Doubt::looks_like_key);
      }
    }
    look_at_value(value, member.key.span);
  }

  // Reads the values in a list or mapping that is written in place of one secret.
  void look_in_field(const syntax::Node& value, const syntax::Node& key, std::string_view name) {
    for (const syntax::Node& item : value.items) {
      if (item.is_scalar()) {
        add(key, item, name, secrets::Doubt::any_text);
      } else {
        look_in_field(item, key, name);
      }
    }
    for (const syntax::Member& member : value.members) {
      if (member.value.is_scalar() && names_.holds_pair_value(member.key.text)) {
        add(member.key, member.value, name, secrets::Doubt::any_text);
      } else {
        look(member);
      }
    }
  }

  // Reads a mapping of a header's name and value, all of which is used to authorise.
  void look_in_header(const syntax::Node& header, const syntax::Node& key) {
    for (const syntax::Node& item : header.items) look_in_header(item, key);
    const std::string_view named = pair_name_of(header);
    const std::string_view name = named.empty() ? std::string_view(key.text) : named;
    for (const syntax::Member& member : header.members) {
      if (member.value.is_scalar() && names_.holds_pair_value(member.key.text)) {
        add(member.key, member.value, name, secrets::Doubt::any_text);
      } else {
        look(member);
      }
    }
  }

  // Reads a mapping whose keys are ids and secrets.
  void look_in_credentials(const syntax::Node& credentials, const syntax::Node& key) {
    for (const syntax::Node& item : credentials.items) {
      if (item.is_scalar() && secrets::looks_random(item.text, kMinNameless)) {
        add(key, item, "client_secret", secrets::Doubt::any_text);
      } else {
        look(item);
      }
    }
    for (const syntax::Member& member : credentials.members) {
      const bool is_nameless = names_.kind_of(member.key.text) == secrets::FieldKind::other &&
                               !names_.is_readable(member.key.text);
      if (is_nameless && member.value.is_scalar() &&
          secrets::looks_random(member.value.text, kMinNameless)) {
        add(member.key, member.value, "client_secret", secrets::Doubt::any_text);
      } else {
        look(member);
      }
    }
  }

  // `client_secret VALUE` below `credentials`: a mapping without its colon is read as text.
  bool look_in_words(const syntax::Member& credentials) {
    const syntax::Node& text = credentials.value;
    if (text.text.find_first_of(" :=") == std::string::npos) return false;
    const auto places = secrets::secrets_in_text(cx_.catalog, text.text, secrets::TextKind::data);
    if (places.empty()) return false;
    const Text words{text.text, text.span, credentials.key.span};
    const Span place = edit::place_in(cx_.file, words, places.front().begin, places.front().end);
    const std::string secret(cx_.file.slice(place));
    add({.value = {secret, place, credentials.key.span},
         .text = secret,
         .place = place,
         .instead = "${ZOOM_CLIENT_SECRET}",
         .in_words = true});
    return true;
  }

  // Finds text that is secret under any key.
  void look_at_value(const syntax::Node& value, Span key) {
    // The text of an alias is found at its anchor.
    if (value.alias || value.text.size() < kMinMention) return;
    const auto part = secrets::evident_secret(cx_.catalog, value.text);
    if (!part) return;
    const Text text{value.text, value.span, key};
    if (const auto user = secrets::user_of_url(cx_.catalog, value.text))
      return add_url(text, *user);
    add(text, *part, "${ZOOM_SECRET}");
  }

  void add(const syntax::Node& key, const syntax::Node& value, std::string_view name,
           secrets::Doubt doubt) {
    if (value.missing) return;
    const auto part = secrets::secret_part(cx_.catalog, value.text, doubt);
    if (!part) return look_at_value(value, key.span);
    const Text text{value.text, value.span, key.span};
    if (const auto user = secrets::user_of_url(cx_.catalog, value.text))
      return add_url(text, *user);
    add(text, *part, reference_to(value.text, name));
  }

  // A reference that had a secret as its default is kept, without the default.
  static std::string reference_to(std::string_view value, std::string_view name) {
    const auto own = secrets::name_with_default(value);
    return "${" + (own ? std::string(*own) : variable_of(name)) + "}";
  }

  void add_url(const Text& url, const secrets::UrlUser& user) {
    std::string instead = url.value;
    instead.erase(user.all.begin, user.all.end - user.all.begin);
    add(url, user.secret, std::move(instead), true);
  }

  void add(const Text& value, secrets::TextRange part, std::string instead, bool in_url = false) {
    const bool is_whole = part.begin == 0 && part.end == value.value.size();
    add({.value = value,
         .text = std::string(part.in(value.value)),
         .place = is_whole ? value.span : edit::place_in(cx_.file, value, part.begin, part.end),
         .instead = std::move(instead),
         .in_url = in_url});
  }

  void add(Secret secret) {
    const auto is_known = [&](const Secret& other) {
      return other.value.span == secret.value.span;
    };
    if (secrets_.size() >= kMaxSecrets || std::any_of(secrets_.begin(), secrets_.end(), is_known)) {
      return;
    }
    secrets_.push_back(std::move(secret));
  }

  // In a mapping with the name and the value of something secret: the name.
  std::string_view header_of(const syntax::Node& mapping) const {
    const auto holds_value = [&](const syntax::Member& member) {
      return names_.holds_pair_value(member.key.text);
    };
    if (std::none_of(mapping.members.begin(), mapping.members.end(), holds_value)) return {};
    const std::string_view name = pair_name_of(mapping);
    if (name.empty()) return {};
    return names_.kind_of(name) == secrets::FieldKind::other ? std::string_view() : name;
  }

  std::string_view pair_name_of(const syntax::Node& mapping) const {
    if (mapping.members.size() < 2) return {};
    for (const syntax::Member& member : mapping.members) {
      if (member.value.is_scalar() && names_.holds_pair_name(member.key.text)) {
        return member.value.text;
      }
    }
    return {};
  }

  const resolve::CompiledApp& cx_;
  secrets::FieldNames names_;
  std::vector<Secret> secrets_;
};

// Two secrets do not share a variable unless they are the same.
void tell_apart(std::vector<Secret>& secrets) {
  for (std::size_t i = 0; i < secrets.size(); ++i) {
    if (secrets[i].in_url) continue;
    std::size_t number = 1;
    const std::string variable = secrets[i].instead;
    for (std::size_t j = 0; j < i;) {
      const bool is_taken = secrets[j].instead == secrets[i].instead &&
                            secrets[j].value.value != secrets[i].value.value;
      if (is_taken) {
        secrets[i].instead =
            variable.substr(0, variable.size() - 1) + "_" + std::to_string(++number) + "}";
      }
      j = is_taken ? 0 : j + 1;
    }
  }
}

}  // namespace

std::vector<Span> places_of(const std::vector<Secret>& secrets, std::string_view text) {
  std::vector<Span> places;
  for (const Secret& secret : secrets) {
    places.push_back(secret.place);
    if (secret.text.size() < kMinMention) continue;
    for (auto at = text.find(secret.text); at != std::string_view::npos;
         at = text.find(secret.text, at + secret.text.size())) {
      const auto begin = static_cast<std::uint32_t>(at);
      places.push_back({begin, begin + static_cast<std::uint32_t>(secret.text.size())});
    }
  }
  return places;
}

std::vector<Secret> find_secrets(const resolve::CompiledApp& cx,
                                 const std::vector<UrlValue>& urls) {
  SecretFinder finder(cx);
  if (!cx.document.root.members.empty()) {
    finder.look_below(cx.document.root);
  } else {
    // A manifest: an app without a file of its own.
    if (cx.app.manifest_extra) finder.look_below(*cx.app.manifest_extra);
    for (const UrlValue& url : urls) finder.look_at_url(url.text);
  }
  std::vector<Secret> secrets = finder.take();
  tell_apart(secrets);
  return secrets;
}

void add_unread_secrets(const resolve::CompiledApp& cx, std::vector<Secret>& secrets) {
  const std::string_view text = cx.file.text;
  for (const secrets::NamedSecret& named : secrets::named_secrets_in_text(cx.catalog, text)) {
    Span whole = named.span;
    const bool is_quoted = whole.begin > 0 && whole.end < text.size() &&
                           text[whole.begin - 1] == text[whole.end] &&
                           (text[whole.end] == '"' || text[whole.end] == '\'');
    if (is_quoted) whole = {whole.begin - 1, whole.end + 1};
    const auto is_there = [&](const Secret& known) {
      const Span value = known.value.span;
      return value.begin < whole.end && whole.begin < value.end;
    };
    if (std::any_of(secrets.begin(), secrets.end(), is_there)) continue;
    const std::string value(cx.file.slice(named.span));
    secrets.push_back({.value = {value, whole, {}},
                       .text = value,
                       .place = whole,
                       .instead = "${" + variable_of(named.name) + "}"});
  }
  tell_apart(secrets);
}

}  // namespace zoomc::lint
