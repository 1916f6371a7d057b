#include "secrets/secret_value.h"

#include <algorithm>
#include <array>
#include <string>

#include "catalog/lookup.h"
#include "text/ascii.h"

namespace zoomc::secrets {
namespace {

constexpr std::size_t kMinKey = 8;
// After the prefix of a well-known key.
constexpr std::size_t kMinBehindPrefix = 12;
// A number with fewer digits is a count, a kind, a port.
constexpr std::size_t kMinDigits = 6;
constexpr std::array<std::string_view, 4> kSchemes{"bearer ", "basic ", "token ", "digest "};

TextRange trimmed(std::string_view text, TextRange range) {
  while (range.begin < range.end && is_white_space(text[range.begin])) ++range.begin;
  while (range.end > range.begin && is_white_space(text[range.end - 1])) --range.end;
  return range;
}

bool begins_with(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && is_in_any_case(text.substr(0, lower.size()), lower);
}

bool is_enclosed(std::string_view text, std::string_view open, std::string_view close) {
  return text.size() >= open.size() + close.size() && text.starts_with(open) &&
         text.ends_with(close);
}

// The beginning of the default in "${NAME:-default}".
std::optional<std::size_t> begin_of_default(std::string_view value) {
  std::size_t end = 2;
  while (end < value.size() && (is_alphanumeric(value[end]) || value[end] == '_')) ++end;
  std::string_view rest = value.substr(end);
  const bool has_colon = rest.starts_with(':');
  if (has_colon) rest.remove_prefix(1);
  if (rest.empty() || end == 2) return std::nullopt;
  const bool is_default = rest.front() == '-' || rest.front() == '=';
  if (!is_default && !(has_colon && rest.front() != '?' && rest.front() != '+')) {
    return std::nullopt;
  }
  return end + (has_colon ? 1 : 0) + (is_default ? 1 : 0);
}

bool is_reference(const catalog::Catalog& catalog, std::string_view value) {
  if (is_enclosed(value, "${", "}") || is_enclosed(value, "$(", ")") ||
      is_enclosed(value, "{{", "}}") || is_enclosed(value, "<", ">") ||
      is_enclosed(value, "%", "%") || is_enclosed(value, "#{", "}")) {
    return true;
  }
  if (value.starts_with('$') && value.size() > 1 &&
      std::all_of(value.begin() + 1, value.end(),
                  [](char c) { return is_upper(c) || is_digit(c) || c == '_'; })) {
    return true;
  }
  // A reference to a secret is one word.
  if (std::any_of(value.begin(), value.end(), is_white_space)) return false;
  for (const catalog::Word& word : catalog::words_of(catalog, catalog::WordList::reference)) {
    if (begins_with(value, word.text) && value.size() > word.text.size()) return true;
  }
  return false;
}

// Cuts off text that was meant as a comment, in text of several lines.
std::string_view without_comment(std::string_view value) {
  for (std::size_t at = value.find('#'); at != std::string_view::npos;
       at = value.find('#', at + 1)) {
    if (at > 0 && is_white_space(value[at - 1])) return value.substr(0, at);
  }
  return value;
}

bool is_number(std::string_view value) {
  return std::all_of(value.begin(), value.end(),
                     [](char c) { return is_digit(c) || c == '.' || c == '-' || c == '+'; });
}

bool is_stand_in(const catalog::Catalog& catalog, std::string_view value) {
  // `****`, `xxxx`, `...`
  const bool is_filler = !is_alphanumeric(value.front()) || lowered(value.front()) == 'x';
  if (is_filler &&
      std::all_of(value.begin(), value.end(), [&](char c) { return c == value.front(); })) {
    return true;
  }
  if (is_number(value)) return value.size() < kMinDigits;
  constexpr std::string_view kYour = "your";
  if (begins_with(value, kYour) && value.size() > kYour.size() &&
      std::string_view("-_ ").find(value[kYour.size()]) != std::string_view::npos) {
    return true;
  }
  return catalog::has_word(catalog, catalog::WordList::stand_in, lowered(value));
}

bool is_url(std::string_view value) {
  const std::size_t at = value.find("://");
  return at != std::string_view::npos && at > 0 && at < 12 &&
         std::all_of(value.begin(), value.begin() + static_cast<std::ptrdiff_t>(at),
                     [](char c) { return is_alphanumeric(c) || c == '+' || c == '-'; });
}

std::size_t scheme_size(std::string_view value) {
  for (const std::string_view scheme : kSchemes) {
    if (begins_with(value, scheme)) return scheme.size();
  }
  return 0;
}

bool is_token_character(char c) {
  return is_alphanumeric(c) || std::string_view("_-.~+/=:").find(c) != std::string_view::npos;
}

bool is_known_key(const catalog::Catalog& catalog, std::string_view value) {
  if (value.find("PRIVATE KEY-----") != std::string_view::npos) return true;
  if (!std::all_of(value.begin(), value.end(), is_token_character)) return false;
  if (std::none_of(value.begin(), value.end(), is_digit)) return false;
  for (const catalog::Word& word : catalog::words_of(catalog, catalog::WordList::key_prefix)) {
    if (value.starts_with(word.text) && value.size() >= word.text.size() + kMinBehindPrefix) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool looks_like_key(std::string_view value) {
  if (value.size() < kMinKey || std::any_of(value.begin(), value.end(), is_white_space))
    return false;
  const bool has_digit = std::any_of(value.begin(), value.end(), is_digit);
  const bool has_letter = std::any_of(value.begin(), value.end(), is_letter);
  return has_digit && has_letter;
}

bool looks_random(std::string_view word, std::size_t min) {
  if (word.size() < min) return false;
  std::size_t digits = 0;
  std::size_t lower = 0;
  std::size_t upper = 0;
  std::size_t hex = 0;
  std::size_t changes = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    digits += is_digit(c) ? 1 : 0;
    lower += is_lower(c) ? 1 : 0;
    upper += is_upper(c) ? 1 : 0;
    hex += is_hex(c) ? 1 : 0;
    if (i == 0) continue;
    // A capital letter before only small letters just begins a word.
    const char before = word[i - 1];
    changes += (is_digit(c) != is_digit(before)) || (is_lower(before) && is_upper(c)) ? 1 : 0;
  }
  if (digits == 0 || lower + upper == 0) return false;
  if (hex == word.size()) return word.size() >= 32 && changes >= word.size() / 5;
  if (lower > 0 && upper > 0) return changes >= word.size() / 5;
  return word.size() >= 24 && changes >= word.size() / 4;
}

std::optional<UrlUser> user_of_url(const catalog::Catalog& catalog, std::string_view url) {
  if (!is_url(url)) return std::nullopt;
  const std::size_t begin = url.find("://") + 3;
  const std::size_t end = std::min(url.find_first_of("/?#\\ \t\r\n\"'", begin), url.size());
  const std::size_t at = url.substr(0, end).rfind('@');
  if (at == std::string_view::npos || at < begin) return std::nullopt;
  const std::size_t colon = url.substr(0, at).find(':', begin);
  if (colon == std::string_view::npos || colon + 1 == at) return std::nullopt;
  const TextRange secret{colon + 1, at};
  const std::string_view password = secret.in(url);
  if (is_reference(catalog, password) || is_stand_in(catalog, password)) return std::nullopt;
  return UrlUser{{begin, at + 1}, secret};
}

std::optional<TextRange> secret_part(const catalog::Catalog& catalog, std::string_view value,
                                     Doubt doubt) {
  TextRange part = trimmed(value, {0, value.size()});
  const std::size_t scheme = scheme_size(part.in(value));
  part.begin += scheme;
  part = trimmed(value, part);
  if (part.begin == part.end) return std::nullopt;
  std::string_view text = part.in(value);
  if (is_enclosed(text, "${", "}") && text.size() > 3) {
    const auto begin = begin_of_default(text);
    if (!begin) return std::nullopt;
    part = {part.begin + *begin, part.end - 1};
    text = part.in(value);
    if (text.empty()) return std::nullopt;
  }
  const std::string_view before_comment = trimmed(text, {0, without_comment(text).size()}).in(text);
  if (before_comment.empty() || is_reference(catalog, before_comment)) return std::nullopt;
  if (is_stand_in(catalog, text)) return std::nullopt;
  if (is_url(text)) {
    const auto user = user_of_url(catalog, text);
    if (!user) return std::nullopt;
    return TextRange{part.begin + user->secret.begin, part.begin + user->secret.end};
  }
  const bool is_sure = doubt == Doubt::any_text || looks_like_key(text) ||
                       is_known_key(catalog, text) || (scheme > 0 && text.size() >= kMinKey);
  if (!is_sure) return std::nullopt;
  return part;
}

std::optional<std::string_view> name_with_default(std::string_view value) {
  const std::string_view text = trimmed(value, {0, value.size()}).in(value);
  if (!is_enclosed(text, "${", "}") || !begin_of_default(text)) return std::nullopt;
  return text.substr(2, text.find_first_of(":-=") - 2);
}

std::optional<TextRange> evident_secret(const catalog::Catalog& catalog, std::string_view value) {
  if (const auto user = user_of_url(catalog, value)) return user->secret;
  const bool has_scheme = begins_with(value, "bearer ");
  if (!has_scheme && !is_known_key(catalog, value)) return std::nullopt;
  const auto part = secret_part(catalog, value, Doubt::looks_like_key);
  if (!part || !looks_like_key(part->in(value))) {
    return has_scheme ? std::nullopt : part;
  }
  return part;
}

}  // namespace zoomc::secrets
