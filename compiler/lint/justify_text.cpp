#include "lint/justify_text.h"

#include <algorithm>

#include "catalog/lookup.h"
#include "lint/placeholder.h"
#include "lint/text_words.h"
#include "lint/url.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace zoomc {
namespace {

// Thai is the first of the scripts that put no spaces between words.
constexpr char32_t kFirstWithoutSpaces = 0x0E00;

// How many words have to tell something.
constexpr std::size_t kEnough = 2;

// Takes the next piece between white space from the front of `text`; empty when none is left.
std::string_view take_chunk(std::string_view& text) {
  std::size_t begin = 0;
  while (begin < text.size() && is_white_space(text[begin])) ++begin;
  std::size_t end = begin;
  while (end < text.size() && !is_white_space(text[end])) ++end;
  const std::string_view chunk = text.substr(begin, end - begin);
  text.remove_prefix(end);
  return chunk;
}

// A chunk without the punctuation around it.
std::string_view core_of(std::string_view chunk) {
  WordScan words(chunk);
  const auto first = words.next();
  if (!first) return {};
  auto last = first;
  while (const auto word = words.next()) last = word;
  return chunk.substr(first->begin, last->end - first->begin);
}

// "meeting:read:summary:admin", "/users/{userId}" or the key that the text is for.
bool is_mere_name(std::string_view chunk, std::string_view key) {
  // Most chunks are plain words, which need no closer look.
  const bool has_either =
      chunk.find(':') != std::string_view::npos || chunk.find(key) != std::string_view::npos;
  if (!has_either) return chunk.starts_with('/');
  const std::string_view core = core_of(chunk);
  return core == key || core.find(':') != std::string_view::npos || chunk.starts_with('/');
}

// Whether a word is of a script without spaces and has several characters of it.
bool is_several_words(std::string_view word) {
  if (static_cast<unsigned char>(word.front()) < 0x80) return false;
  const auto first = decode_utf8(word, 0);
  return first && first->value >= kFirstWithoutSpaces && first->bytes < word.size();
}

bool stops(const Catalog& catalog, const std::string& folded) {
  if (has_word(catalog, WordList::stop, folded)) return true;
  const std::string_view shorter = stem(folded);
  return shorter.size() < folded.size() && has_word(catalog, WordList::stop, shorter);
}

bool has_words_to_come(const Catalog& catalog, std::string_view text) {
  const auto placeholders = find_placeholders(catalog, text);
  return std::any_of(placeholders.begin(), placeholders.end(),
                     [](const Placeholder& one) { return one.kind == PlaceholderKind::word; });
}

}  // namespace

TellingWords find_telling_words(const Catalog& catalog, const KeyedText& entry) {
  TellingWords telling;
  std::string_view rest = entry.text.value;
  for (auto chunk = take_chunk(rest); !chunk.empty(); chunk = take_chunk(rest)) {
    if (is_mere_name(chunk, entry.key)) continue;
    WordScan words(chunk);
    while (const auto part = words.next()) {
      const std::string_view word = part->of(chunk);
      if (stops(catalog, folded_word(word))) continue;
      if (telling.count == 0) telling.first = word;
      telling.count += is_several_words(word) ? kEnough : 1;
      if (telling.count >= kEnough) return {kEnough, telling.first};
    }
  }
  return telling;
}

bool is_vague(const Catalog& catalog, const KeyedText& entry) {
  return find_telling_words(catalog, entry).count < kEnough &&
         !has_words_to_come(catalog, entry.text.value);
}

bool is_telling(const Catalog& catalog, const KeyedText& entry) {
  return find_telling_words(catalog, entry).count >= kEnough &&
         !has_words_to_come(catalog, entry.text.value);
}

std::string folded_text(std::string_view text) {
  std::string folded(text.size(), '\0');
  auto end = folded.begin();
  bool is_word_due = false;
  for (const char c : text) {
    if (is_white_space(c)) {
      is_word_due = end != folded.begin();
      continue;
    }
    if (is_word_due) *end++ = ' ';
    is_word_due = false;
    *end++ = lowered(c);
  }
  folded.erase(end, folded.end());
  while (folded.ends_with('.')) folded.pop_back();
  return folded;
}

}  // namespace zoomc
