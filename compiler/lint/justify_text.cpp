#include "lint/justify_text.h"

#include <algorithm>
#include <vector>

#include "catalog/lookup.h"
#include "lint/placeholder.h"
#include "lint/text_words.h"
#include "lint/url.h"
#include "text/utf8.h"

namespace zoomc {
namespace {

// Thai is the first of the scripts that put no spaces between words.
constexpr char32_t kFirstWithoutSpaces = 0x0E00;

// How many words have to tell something.
constexpr std::size_t kEnough = 2;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// The pieces between white space.
std::vector<std::string_view> split_chunks(std::string_view text) {
  std::vector<std::string_view> chunks;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && !is_blank(text[i])) continue;
    if (i > begin) chunks.push_back(text.substr(begin, i - begin));
    begin = i + 1;
  }
  return chunks;
}

// A chunk without the punctuation around it.
std::string_view core_of(std::string_view chunk) {
  const auto words = find_words(chunk);
  if (words.empty()) return {};
  return chunk.substr(words.front().begin, words.back().end - words.front().begin);
}

// "meeting:read:summary:admin", "/users/{userId}" or the key that the text is for.
bool is_mere_name(std::string_view chunk, std::string_view key) {
  const std::string_view core = core_of(chunk);
  return core == key || core.find(':') != std::string_view::npos || chunk.starts_with('/');
}

// Whether a word is of a script without spaces and has several characters of it.
bool is_several_words(std::string_view word) {
  const auto first = decode_utf8(word, 0);
  return first && first->value >= kFirstWithoutSpaces && first->bytes < word.size();
}

bool stops(const Catalog& catalog, const std::string& folded) {
  return has_word(catalog, WordList::stop, folded) ||
         has_word(catalog, WordList::stop, stem(folded));
}

bool has_words_to_come(const Catalog& catalog, std::string_view text) {
  const auto placeholders = find_placeholders(catalog, text);
  return std::any_of(placeholders.begin(), placeholders.end(),
                     [](const Placeholder& one) { return one.kind == PlaceholderKind::word; });
}

}  // namespace

TellingWords find_telling_words(const Catalog& catalog, const KeyedText& entry) {
  TellingWords telling;
  for (const std::string_view chunk : split_chunks(entry.text.value)) {
    if (is_mere_name(chunk, entry.key)) continue;
    for (const TextPart& part : find_words(chunk)) {
      const std::string_view word = part.of(chunk);
      if (stops(catalog, folded_word(word))) continue;
      if (telling.count == 0) telling.first = word;
      telling.count += is_several_words(word) ? kEnough : 1;
      if (telling.count >= kEnough) return {kEnough, telling.first};
    }
  }
  return telling;
}

TextWorth judge_text(const Catalog& catalog, const KeyedText& entry) {
  if (has_words_to_come(catalog, entry.text.value)) return TextWorth::to_come;
  const bool vague = find_telling_words(catalog, entry).count < kEnough;
  return vague ? TextWorth::vague : TextWorth::telling;
}

std::string folded_text(std::string_view text) {
  std::string folded;
  for (const std::string_view chunk : split_chunks(text)) {
    if (!folded.empty()) folded += ' ';
    folded += lowered(chunk);
  }
  while (folded.ends_with('.')) folded.pop_back();
  return folded;
}

}  // namespace zoomc
