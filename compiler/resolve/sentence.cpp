#include "resolve/sentence.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"

namespace zoomc {
namespace {

std::string fold_space(std::string_view text) {
  std::string folded;
  for (const char byte : text) {
    const bool blank = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
    if (!blank) {
      folded += byte;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

template <std::size_t kCount>
bool ends_with_any(std::string_view text, const std::array<std::string_view, kCount>& ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

// Whether a sentence is over here; a closing quote or bracket may follow.
bool has_ended(std::string_view text) {
  constexpr std::array<std::string_view, 5> kClosing{")", "\"", "'", "”", "’"};
  constexpr std::array<std::string_view, 7> kEnds{".", "!", "?", "…", "。", "！", "？"};
  if (ends_with_any(text, kEnds)) return true;
  for (const std::string_view closing : kClosing) {
    if (text.ends_with(closing)) {
      return ends_with_any(text.substr(0, text.size() - closing.size()), kEnds);
    }
  }
  return false;
}

// Whether `text` begins with `word`, in any case, and a space.
bool begins_with_word(std::string_view text, std::string_view word) {
  if (text.size() <= word.size() || text[word.size()] != ' ') return false;
  return std::equal(word.begin(), word.end(), text.begin(),
                    [](char a, char b) { return a == lowered(b); });
}

}  // namespace

std::string as_sentence(std::string_view text) {
  std::string sentence = fold_space(text);
  return sentence.empty() || has_ended(sentence) ? sentence : sentence + '.';
}

std::string as_phrase(std::string_view title) {
  std::string phrase = fold_space(title);
  while (phrase.ends_with('.')) phrase.pop_back();
  if (!phrase.empty() && is_lower(phrase.front())) {
    phrase.front() = static_cast<char>(phrase.front() - 'a' + 'A');
  }
  return phrase;
}

std::string join_purpose(std::string_view phrase, std::string_view purpose) {
  std::string sentence(phrase);
  std::string rest = fold_space(purpose);
  if (rest.empty()) return as_sentence(sentence);
  if (begins_with_word(rest, "for") || begins_with_word(rest, "to")) {
    rest.front() = lowered(rest.front());
    return as_sentence(sentence + " " + rest);
  }
  return as_sentence(sentence + " for " + rest);
}

}  // namespace zoomc
