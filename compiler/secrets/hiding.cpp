#include "secrets/hiding.h"

#include <algorithm>
#include <fmt/core.h>
#include <utility>

#include "catalog/builtin.h"
#include "secrets/field_names.h"
#include "secrets/secret_value.h"
#include "secrets/secrets_in_text.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace zoomc::secrets {
namespace {

// Shorter secrets look like any other word, unless one is quoted alone.
constexpr std::size_t kMinMention = 8;
// Nobody has more, and every text is searched for each.
constexpr std::size_t kMaxSecrets = 500;
constexpr std::string_view kCut = "…";

// Keeps the number of bytes and writes one character, so that nothing of the secret is left.
void star_out(std::string& text, std::size_t begin, std::size_t end) {
  end = std::min(end, text.size());
  while (begin < end) {
    const auto point = decode_utf8(text, begin);
    const std::size_t bytes = point ? point->bytes : 1;
    const bool is_break = text[begin] == '\n' || text[begin] == '\r';
    switch (is_break ? 0 : bytes) {
      case 1: text[begin] = '*'; break;
      case 2: text.replace(begin, 2, "·"); break;
      case 3: text.replace(begin, 3, "∗"); break;
      case 4: text.replace(begin, 4, "🔒"); break;
      default: break;
    }
    begin += bytes;
  }
}

std::vector<Span> places_of(const SourceFile& file, const std::vector<Diagnostic>& findings) {
  std::vector<Span> places =
      secrets_in_text(catalog::builtin_catalog(), file.text, text_kind_of(file.path));
  places.insert(places.end(), file.secrets.begin(), file.secrets.end());
  for (const Diagnostic& finding : findings) {
    if (finding.sensitive) places.push_back(finding.primary);
  }
  return places;
}

// A secret without the quotes around it.
std::string_view without_quotes(std::string_view text) {
  const bool is_quoted = text.size() >= 2 && text.front() == text.back() &&
                         (text.front() == '"' || text.front() == '\'');
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

std::string_view without_blanks_around(std::string_view text) {
  while (!text.empty() && is_white_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_white_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string replaced(std::string_view text,
                     std::initializer_list<std::pair<char, std::string_view>> by) {
  std::string out;
  for (const char c : text) {
    const auto found =
        std::find_if(by.begin(), by.end(), [c](const auto& one) { return one.first == c; });
    if (found == by.end()) {
      out += c;
    } else {
      out += found->second;
    }
  }
  return out;
}

// The text in quotes, without the backslashes that escape its characters.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape =
        i + 1 < text.size() && (text[i] == '\\' || (text[i] == '\'' && text[i + 1] == '\''));
    out += text[is_escape ? ++i : i];
  }
  return out;
}

bool star_out_mentions(std::string& text, std::string_view secret) {
  const std::string lower = lowered(text);
  const std::string_view start = secret.substr(0, std::min(secret.size(), kMinMention));
  bool has_any = false;
  for (auto at = lower.find(start); at != std::string::npos; at = lower.find(start, at + 1)) {
    std::size_t size = start.size();
    while (size < secret.size() && at + size < lower.size() && lower[at + size] == secret[size]) {
      ++size;
    }
    if (size < secret.size() && !std::string_view(text).substr(at + size).starts_with(kCut)) {
      continue;
    }
    star_out(text, at, at + size);
    has_any = true;
    at += size - 1;
  }
  return has_any;
}

void star_out_short(std::string& text, std::string_view secret) {
  const std::string lower = lowered(text);
  const std::string quoted = fmt::format("`{}`", secret);
  for (auto at = lower.find(quoted); at != std::string::npos; at = lower.find(quoted, at + 1)) {
    star_out(text, at + 1, at + 1 + secret.size());
  }
}

}  // namespace

void Hiding::add(std::string_view text) {
  if (text.empty() || secrets_.size() >= kMaxSecrets) return;
  const std::string secret = lowered(text);
  const std::string plain = unescaped(secret);
  for (const std::string& one :
       {secret, plain, replaced(plain, {{'"', "\\\""}, {'\\', "\\\\"}}),
        replaced(plain,
                 {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}}),
        replaced(plain, {{'_', "\\_"},
                         {'*', "\\*"},
                         {'`', "\\`"},
                         {'|', "\\|"},
                         {'<', "\\<"},
                         {'[', "\\["},
                         {']', "\\]"}})}) {
    if (std::find(secrets_.begin(), secrets_.end(), one) == secrets_.end()) {
      secrets_.push_back(one);
    }
  }
}

void Hiding::learn(const SourceFile& file, const std::vector<Diagnostic>& findings) {
  learn(file, places_of(file, findings));
}

void Hiding::learn(const SourceFile& file, const std::vector<Span>& places) {
  for (const Span place : places) {
    std::string_view text = without_quotes(file.slice(place));
    // Of a secret with several lines each line is a secret.
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      add(without_blanks_around(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }
  std::stable_sort(secrets_.begin(), secrets_.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

SourceFile Hiding::shown(const SourceFile& file, const std::vector<Diagnostic>& findings) const {
  return shown(file, places_of(file, findings));
}

SourceFile Hiding::shown(const SourceFile& file, const std::vector<Span>& places) const {
  SourceFile shown{.path = file.path, .text = file.text};
  for (const Span place : places) star_out(shown.text, place.begin, place.end);
  for (const std::string& secret : secrets_) {
    if (secret.size() >= kMinMention) star_out_mentions(shown.text, secret);
  }
  return shown;
}

std::string Hiding::shown(std::string text) const {
  for (const std::string& secret : secrets_) {
    if (secret.size() >= kMinMention) {
      star_out_mentions(text, secret);
    } else {
      star_out_short(text, secret);
    }
  }
  return text;
}

Diagnostic Hiding::shown(Diagnostic finding) const {
  const auto hide = [this](std::string& text) { text = shown(std::move(text)); };
  hide(finding.message);
  hide(finding.primary_label);
  hide(finding.zoom.text);
  for (Label& label : finding.labels) hide(label.text);
  for (std::string& hint : finding.hints) hide(hint);
  std::erase_if(finding.fixes, [this](const Fix& fix) {
    const auto tells = [this](const std::string& text) { return shown(text) != text; };
    return tells(fix.title) ||
           std::any_of(fix.edits.begin(), fix.edits.end(),
                       [&](const Edit& edit) { return tells(edit.replacement); });
  });
  return finding;
}

std::string without_secrets(std::string text) {
  for (const Span place : secrets_in_text(catalog::builtin_catalog(), text, TextKind::data)) {
    star_out(text, place.begin, place.end);
  }
  return text;
}

bool is_secret_at(std::string_view pointer, std::string_view value) {
  const catalog::Catalog& catalog = catalog::builtin_catalog();
  const FieldNames names(catalog);
  // The last name is the value's own; if that only says "value", the name before it counts.
  while (!pointer.empty()) {
    const std::size_t slash = pointer.rfind('/');
    const std::string_view name = pointer.substr(slash + 1);
    const FieldKind kind = names.kind_of(name);
    if (kind != FieldKind::other) {
      const Doubt doubt = kind == FieldKind::key ? Doubt::looks_like_key : Doubt::any_text;
      return secret_part(catalog, value, doubt).has_value();
    }
    const bool is_index = std::all_of(name.begin(), name.end(), is_digit);
    if (!is_index && !names.holds_pair_value(name)) break;
    pointer = pointer.substr(0, slash == std::string_view::npos ? 0 : slash);
  }
  return !secrets_in_text(catalog, value, TextKind::data).empty();
}

ShownFindings::ShownFindings(const SourceFile& file, const std::vector<Diagnostic>& findings)
    : file_(file), findings_(findings) {
  if (findings.empty()) return;
  const std::vector<Span> places = places_of(file, findings);
  Hiding hiding;
  hiding.learn(file, places);
  is_hiding_ = !hiding.knows_nothing();
  if (!is_hiding_) return;
  hidden_file_ = hiding.shown(file, places);
  for (const Diagnostic& finding : findings) hidden_findings_.push_back(hiding.shown(finding));
}

}  // namespace zoomc::secrets
