#include "explain/topics.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "text/ascii.h"
#include "text/nearest.h"
#include "text/utf8.h"

namespace zoomc::explain {
namespace {

constexpr std::array<std::string_view, 9> kQuotes{"\"", "'", "`", "“", "”", "‘", "’", "«", "»"};
constexpr std::array<std::string_view, 3> kApostrophes{"'", "’", "‘"};
// Characters outside ASCII that are not part of a word.
constexpr std::array<std::string_view, 10> kSeparators{"“", "”", "«", "»",        "…",
                                                       "·", "–", "—", "\xC2\xA0", "‘"};

bool is_ascii_word(char c) {
  return is_alphanumeric(c) || c == '_';
}

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// The one of `pieces` at `offset`; empty if there is none.
std::string_view piece_at(std::string_view text, std::size_t offset,
                          std::span<const std::string_view> pieces) {
  for (const std::string_view piece : pieces) {
    if (text.substr(offset, piece.size()) == piece) return piece;
  }
  return {};
}

// The number of bytes at `offset` that belong to a word; 0 if none do.
std::size_t word_bytes(std::string_view text, std::size_t offset) {
  if (is_ascii_word(text[offset])) return 1;
  if (static_cast<unsigned char>(text[offset]) < 0x80) return 0;
  if (!piece_at(text, offset, kSeparators).empty() ||
      !piece_at(text, offset, kApostrophes).empty()) {
    return 0;
  }
  const auto point = decode_utf8(text, offset);
  return point ? point->bytes : 0;
}

// The number of bytes at `offset`, between two bytes of a word, that do not separate words.
std::size_t joining_bytes(std::string_view text, std::size_t offset) {
  std::size_t bytes = piece_at(text, offset, kApostrophes).size();
  const bool in_number = text[offset] == ',' && offset > 0 && is_digit(text[offset - 1]);
  if (in_number) bytes = 1;
  if (bytes == 0 || offset + bytes >= text.size()) return 0;
  if (in_number && !is_digit(text[offset + bytes])) return 0;
  return word_bytes(text, offset + bytes) > 0 ? bytes : 0;
}

bool is_name_byte(char c) {
  return is_ascii_word(c) || c == ':' || c == '.' || c == '-';
}

constexpr std::string_view kEllipsis = "…";

// The least words and letters of a part of a text: "the app" could be part of anything.
constexpr std::size_t kMinPartWords = 2;
constexpr std::size_t kMinPartLetters = 10;

// A reply lists no more mistakes than this; longer text is a log.
constexpr std::size_t kMaxOccurrences = 100;

// The fixed parts of a text, between its gaps.
std::vector<Phrase> phrases_of(std::string_view text) {
  std::vector<Phrase> phrases;
  while (!text.empty()) {
    const auto gap = text.find(kEllipsis);
    Phrase phrase = split_words(text.substr(0, gap));
    if (!phrase.empty()) phrases.push_back(std::move(phrase));
    if (gap == std::string_view::npos) break;
    text.remove_prefix(gap + kEllipsis.size());
  }
  return phrases;
}

// Words [first, last) of the topic that are a text of `error`.
struct Occurrence {
  const catalog::ErrorText* error;
  std::size_t first;
  std::size_t last;

  std::size_t size() const { return last - first; }
  // True if a longer text of another row contains this one.
  bool is_covered_by(const Occurrence& other) const {
    return other.error != error && other.first <= first && last <= other.last &&
           size() < other.size();
  }
};

void add_occurrences(const Phrase& words, const catalog::ErrorText& error, std::string_view text,
                     std::vector<Occurrence>& out) {
  const std::vector<Phrase> phrases = phrases_of(text);
  std::size_t from = 0;
  for (std::size_t i = 0; !phrases.empty() && i < kMaxOccurrences; ++i) {
    std::optional<std::size_t> first;
    for (const Phrase& phrase : phrases) {
      const auto place = find_phrase(words, phrase, from);
      if (!place) return;
      if (!first) first = place;
      from = *place + phrase.size();
    }
    out.push_back({&error, *first, from});
  }
}

ErrorMatch make_match(std::string_view topic, const Phrase& words, std::vector<Occurrence> places) {
  std::ranges::sort(places, {}, &Occurrence::first);
  ErrorMatch match{.error = places.front().error};
  std::size_t from = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t begin = words[places[i].first].begin;
    const std::size_t end = words[places[i].last - 1].end;
    const std::size_t next =
        i + 1 < places.size() ? words[places[i + 1].first].begin : topic.size();
    match.before.push_back(topic.substr(from, begin - from));
    match.behind.push_back(topic.substr(end, next - end));
    from = end;
  }
  return match;
}

// True if the topic is a part of one of the error's texts.
bool is_part_of(const Phrase& words, const catalog::ErrorText& error) {
  return std::ranges::any_of(error.texts, [&](std::string_view text) {
    return std::ranges::any_of(phrases_of(text), [&](const Phrase& phrase) {
      return find_phrase(phrase, words, 0).has_value();
    });
  });
}

std::vector<ErrorMatch> match_parts(const catalog::Catalog& catalog, const Phrase& words) {
  std::size_t letters = 0;
  for (const TopicWord& word : words) letters += word.text.size();
  if (words.size() < kMinPartWords || letters < kMinPartLetters) return {};
  std::vector<ErrorMatch> matches;
  for (const catalog::ErrorText& error : catalog.errors) {
    if (is_part_of(words, error)) matches.push_back({.error = &error});
  }
  return matches;
}

// Nobody describes a problem with more words; longer text is a log.
constexpr std::size_t kMaxWords = 60;
// A shorter word that no list has is taken for grammar.
constexpr std::size_t kMinTelling = 5;
// A symptom may leave so many more telling words unmatched than it has itself.
constexpr std::size_t kOtherMore = 1;
// The part of the best score that another symptom needs to be shown too.
constexpr double kAlsoMeant = 0.75;

bool has_similar(std::span<const std::string_view> list, std::string_view word) {
  return std::any_of(list.begin(), list.end(),
                     [&](std::string_view known) { return similar_words(known, word); });
}

bool knows(const catalog::Symptom& symptom, std::string_view word) {
  return has_similar(symptom.about, word) || has_similar(symptom.trouble, word);
}

// A word that many symptoms know tells little.
double weight_of(const catalog::Catalog& catalog, std::string_view word) {
  const auto known =
      std::count_if(catalog.symptoms.begin(), catalog.symptoms.end(),
                    [&](const catalog::Symptom& symptom) { return knows(symptom, word); });
  return known == 0 ? 0 : 1.0 / static_cast<double>(known);
}

double score(const catalog::Catalog& catalog, const catalog::Symptom& symptom,
             const std::vector<TopicWord>& words) {
  double sum = 0;
  std::size_t about = 0;
  std::size_t trouble = 0;
  std::size_t other = 0;
  for (const TopicWord& word : words) {
    const bool is_about = has_similar(symptom.about, word.text);
    const bool is_trouble = has_similar(symptom.trouble, word.text);
    about += is_about;
    trouble += is_trouble;
    if (is_about || is_trouble) {
      sum += weight_of(catalog, word.text);
    } else if (word.text.size() >= kMinTelling) {
      ++other;
    }
  }
  return about > 0 && trouble > 0 && other <= about + trouble + kOtherMore ? sum : 0;
}

}  // namespace

bool same_folded(std::string_view a, std::string_view b) {
  return a.size() == b.size() && lowered(a) == lowered(b);
}

std::string_view trimmed_topic(std::string_view text) {
  const auto drop_front = [&] {
    if (text.empty()) return false;
    const std::size_t bytes = is_space(text.front()) ? 1 : piece_at(text, 0, kQuotes).size();
    text.remove_prefix(bytes);
    return bytes > 0;
  };
  const auto drop_back = [&] {
    if (text.empty()) return false;
    constexpr std::string_view kEnds = ".,;:!?";
    if (is_space(text.back()) || kEnds.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
      return true;
    }
    for (const std::string_view quote : kQuotes) {
      if (!text.ends_with(quote)) continue;
      text.remove_suffix(quote.size());
      return true;
    }
    return false;
  };
  while (drop_front()) {
  }
  while (drop_back()) {
  }
  return text;
}

std::vector<TopicWord> split_words(std::string_view text) {
  std::vector<TopicWord> words;
  std::size_t offset = 0;
  while (offset < text.size()) {
    std::size_t bytes = word_bytes(text, offset);
    if (bytes == 0) {
      ++offset;
      continue;
    }
    TopicWord word{.begin = offset};
    while (offset < text.size() && (bytes = word_bytes(text, offset)) > 0) {
      word.text += lowered(text.substr(offset, bytes));
      offset += bytes;
      if (offset < text.size()) offset += joining_bytes(text, offset);
    }
    word.end = offset;
    words.push_back(std::move(word));
  }
  return words;
}

std::optional<std::size_t> find_phrase(const Phrase& words, const Phrase& phrase,
                                       std::size_t from) {
  // std::ranges::search returns a subrange, which clang 14 cannot compile.
  const auto found = std::search(
      words.begin() + static_cast<std::ptrdiff_t>(from), words.end(), phrase.begin(), phrase.end(),
      [](const TopicWord& a, const TopicWord& b) { return a.text == b.text; });
  if (found == words.end()) return std::nullopt;
  return static_cast<std::size_t>(found - words.begin());
}

std::vector<std::string> split_names(std::string_view text) {
  std::vector<std::string> names;
  std::size_t offset = 0;
  while (offset < text.size() && names.size() < kMaxNames) {
    const std::size_t begin = offset;
    while (offset < text.size() && is_name_byte(text[offset])) ++offset;
    std::string_view name = text.substr(begin, offset - begin);
    while (!name.empty() && !is_ascii_word(name.front())) name.remove_prefix(1);
    while (!name.empty() && !is_ascii_word(name.back())) name.remove_suffix(1);
    const bool is_new = std::find(names.begin(), names.end(), name) == names.end();
    if (!name.empty() && is_new) names.emplace_back(name);
    if (offset == begin) ++offset;
  }
  return names;
}

bool similar_words(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t shorter = std::min(a.size(), b.size());
  // As many letters as an ending has.
  constexpr std::size_t kEnding = 3;
  constexpr std::size_t kStem = 4;
  if (shorter >= kStem && longer - shorter <= kEnding) {
    const auto parted =
        std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(shorter), b.begin());
    const auto common = static_cast<std::size_t>(parted.first - a.begin());
    if (common >= kStem && common + kEnding >= longer) return true;
  }
  constexpr std::size_t kTypo = 5;
  return shorter >= kTypo && edit_distance(a, b, 1) <= 1;
}

std::vector<ErrorMatch> match_errors(const catalog::Catalog& catalog, std::string_view topic) {
  const Phrase words = split_words(topic);
  std::vector<Occurrence> all;
  for (const catalog::ErrorText& error : catalog.errors) {
    for (const std::string_view text : error.texts) add_occurrences(words, error, text, all);
  }
  if (all.empty()) return match_parts(catalog, words);
  std::vector<ErrorMatch> matches;
  for (const catalog::ErrorText& error : catalog.errors) {
    std::vector<Occurrence> own;
    for (const Occurrence& place : all) {
      const auto covers = [&](const Occurrence& other) { return place.is_covered_by(other); };
      if (place.error == &error && std::ranges::none_of(all, covers)) own.push_back(place);
    }
    if (!own.empty()) matches.push_back(make_match(topic, words, std::move(own)));
  }
  return matches;
}

std::vector<const catalog::ErrorText*> errors_of_code(const catalog::Catalog& catalog,
                                                      std::string_view topic) {
  constexpr std::array<std::string_view, 4> kAnnounces{"code", "error", "error_code", "errorcode"};
  const Phrase words = split_words(topic);
  std::vector<std::string_view> codes;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_announced =
        i > 0 && std::ranges::find(kAnnounces, words[i - 1].text) != kAnnounces.end();
    if (is_announced || words.size() == 1) codes.push_back(words[i].text);
  }
  std::vector<const catalog::ErrorText*> found;
  for (const catalog::ErrorText& error : catalog.errors) {
    if (std::ranges::find_first_of(error.codes, codes) != error.codes.end()) {
      found.push_back(&error);
    }
  }
  return found;
}

std::vector<const catalog::Symptom*> match_symptoms(const catalog::Catalog& catalog,
                                                    std::string_view topic) {
  const auto words = split_words(topic);
  // Without a space it is a misspelt name.
  const bool is_description = topic.find_first_of(" \t\n") != std::string_view::npos;
  if (!is_description || words.size() > kMaxWords) return {};
  std::vector<double> scores;
  for (const catalog::Symptom& symptom : catalog.symptoms) {
    scores.push_back(score(catalog, symptom, words));
  }
  if (scores.empty()) return {};
  const double best = *std::max_element(scores.begin(), scores.end());
  std::vector<const catalog::Symptom*> found;
  for (std::size_t i = 0; best > 0 && i < scores.size(); ++i) {
    if (scores[i] >= kAlsoMeant * best) found.push_back(&catalog.symptoms[i]);
  }
  return found;
}

}  // namespace zoomc::explain
