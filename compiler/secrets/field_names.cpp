#include "secrets/field_names.h"

#include <algorithm>

#include "catalog/lookup.h"
#include "text/ascii.h"
#include "text/nearest.h"

namespace zoomc::secrets {
namespace {

constexpr std::array kEndings{catalog::WordList::secret_field, catalog::WordList::key_field,
                              catalog::WordList::harmless_field, catalog::WordList::custom_header};
// Nobody writes longer names, and a secret under a name that nobody reads is not worth the time.
constexpr std::size_t kMaxName = 100;
// Shorter names are too similar to other words.
constexpr std::size_t kMinMisspelt = 8;

struct LastLetters {
  std::size_t last;
  std::uint32_t before;
};

// The last two letters of a name: a bit for the one before the last. Digits at the end only number
// fields of a kind.
std::optional<LastLetters> last_letters(std::string_view name) {
  while (!name.empty() && !is_letter(name.back())) name.remove_suffix(1);
  if (name.empty()) return std::nullopt;
  const auto index = [](char c) { return static_cast<std::uint32_t>(lowered(c) - 'a'); };
  const char before = name.size() > 1 ? name[name.size() - 2] : ' ';
  return LastLetters{index(name.back()), is_letter(before) ? 1U << index(before) : 1U << 26U};
}

// Paths and scopes, the keys of `justify`, may end in a word such as `token` and are not names of
// fields.
bool may_be_field(std::string_view name) {
  return name.size() <= kMaxName && name.find_first_of("/:{") == std::string_view::npos;
}

std::string without_blanks(std::string_view words) {
  std::string joined(words);
  std::erase(joined, ' ');
  return joined;
}

// The last words of a name, as many as `like` has.
std::string_view last_words(std::string_view words, std::string_view like) {
  auto blanks = std::count(like.begin(), like.end(), ' ') + 1;
  std::size_t begin = words.size();
  while (begin > 0 && (words[begin - 1] != ' ' || --blanks > 0)) --begin;
  return words.substr(begin);
}

}  // namespace

std::string field_words(std::string_view name) {
  std::string words;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (!is_alphanumeric(c)) {
      if (!words.empty() && words.back() != ' ') words += ' ';
      continue;
    }
    const char before = i > 0 ? name[i - 1] : ' ';
    const bool ends_capitals =
        is_upper(c) && is_upper(before) && i + 1 < name.size() && is_lower(name[i + 1]);
    const bool begins_word = is_upper(c) && (is_lower(before) || is_digit(before));
    if ((begins_word || ends_capitals) && !words.empty() && words.back() != ' ') words += ' ';
    words += lowered(c);
  }
  while (!words.empty() && (words.back() == ' ' || is_digit(words.back()))) words.pop_back();
  return words;
}

FieldNames::FieldNames(const catalog::Catalog& catalog) : catalog_(catalog) {
  for (const catalog::WordList list : kEndings) {
    for (const catalog::Word& word : catalog::words_of(catalog, list)) {
      if (const auto letters = last_letters(word.text)) {
        last_letters_[letters->last] |= letters->before;
      }
    }
  }
}

bool FieldNames::may_be_known(std::string_view name) const {
  const auto letters = last_letters(name);
  return letters && (last_letters_[letters->last] & letters->before) != 0;
}

bool FieldNames::is_one_of(catalog::WordList list, std::string_view name) const {
  return name.size() <= kMaxName && catalog::has_word(catalog_, list, field_words(name));
}

bool FieldNames::ends_like(catalog::WordList list, std::string_view words) const {
  for (std::size_t begin = 0;; ++begin) {
    if (catalog::has_word(catalog_, list, words.substr(begin))) return true;
    begin = words.find(' ', begin);
    if (begin == std::string_view::npos) return false;
  }
}

FieldKind FieldNames::kind_of(std::string_view name) const {
  if (!may_be_field(name) || !may_be_known(name)) return FieldKind::other;
  const std::string words = field_words(name);
  if (ends_like(catalog::WordList::harmless_field, words)) return FieldKind::other;
  if (ends_like(catalog::WordList::secret_field, words)) return FieldKind::secret;
  if (ends_like(catalog::WordList::key_field, words)) return FieldKind::key;
  return ends_like(catalog::WordList::custom_header, words) ? FieldKind::header : FieldKind::other;
}

bool FieldNames::is_readable(std::string_view name) const {
  if (name.size() > kMaxName) return false;
  const std::string words = field_words(name);
  return catalog::has_word(catalog_, catalog::WordList::readable_field, last_words(words, ""));
}

std::optional<std::string_view> FieldNames::meant_by(std::string_view name) const {
  if (name.size() < kMinMisspelt || !may_be_field(name)) return std::nullopt;
  const std::string words = field_words(name);
  for (const catalog::WordList list :
       {catalog::WordList::secret_field, catalog::WordList::key_field}) {
    for (const catalog::Word& word : catalog::words_of(catalog_, list)) {
      const std::string wanted = without_blanks(word.text);
      if (wanted.size() < kMinMisspelt) continue;
      const std::size_t limit = wanted.size() < 11 ? 1 : 2;
      // The whole name, or its last words.
      for (const std::string_view part : {std::string_view(words), last_words(words, word.text)}) {
        const std::string written = without_blanks(part);
        const std::size_t longer = std::max(written.size(), wanted.size());
        const std::size_t shorter = std::min(written.size(), wanted.size());
        if (longer - shorter <= limit && edit_distance(written, wanted, limit) <= limit) {
          return word.text;
        }
      }
    }
  }
  return std::nullopt;
}

}  // namespace zoomc::secrets
