#include "explain/error_match.h"

#include <algorithm>
#include <array>
#include <optional>

#include "explain/words.h"

namespace zoomc {
namespace {

constexpr std::string_view kEllipsis = "…";

// Words and letters that a part of a text must have, for "the app" could be a part of anything.
constexpr std::size_t kMinPartWords = 2;
constexpr std::size_t kMinPartLetters = 10;

// A reply lists no more mistakes than this; what follows is a log.
constexpr std::size_t kMaxOccurrences = 100;

using Phrase = std::vector<TopicWord>;

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

bool same_word(const TopicWord& a, const TopicWord& b) {
  return a.text == b.text;
}

// The first place at or behind `from` where `phrase` stands in `words`.
std::optional<std::size_t> find_phrase(const Phrase& words, const Phrase& phrase,
                                       std::size_t from) {
  const auto begin = words.begin() + static_cast<std::ptrdiff_t>(from);
  const auto found = std::search(begin, words.end(), phrase.begin(), phrase.end(), same_word);
  if (found == words.end()) return std::nullopt;
  return static_cast<std::size_t>(found - words.begin());
}

// Words [first, last) of the topic.
struct Occurrence {
  std::size_t first;
  std::size_t last;

  bool is_within(const Occurrence& other) const {
    return other.first <= first && last <= other.last;
  }
  std::size_t size() const { return last - first; }
};

std::vector<Occurrence> occurrences(const Phrase& words, const std::vector<Phrase>& text) {
  std::vector<Occurrence> found;
  std::size_t from = 0;
  while (!text.empty() && found.size() < kMaxOccurrences) {
    std::optional<std::size_t> first;
    for (const Phrase& phrase : text) {
      const auto place = find_phrase(words, phrase, from);
      if (!place) return found;
      if (!first) first = place;
      from = *place + phrase.size();
    }
    found.push_back({*first, from});
  }
  return found;
}

// A row of the table and where its texts stand in the topic.
struct Candidate {
  const ErrorText* error;
  std::vector<Occurrence> places;
};

std::vector<Candidate> candidates(const Catalog& catalog, const Phrase& words) {
  std::vector<Candidate> found;
  for (const ErrorText& error : catalog.errors) {
    Candidate candidate{&error, {}};
    for (const std::string_view text : error.texts) {
      const auto places = occurrences(words, phrases_of(text));
      candidate.places.insert(candidate.places.end(), places.begin(), places.end());
    }
    if (!candidate.places.empty()) found.push_back(std::move(candidate));
  }
  return found;
}

// Whether a longer text of another row covers this place.
bool is_covered(const Occurrence& place, const Candidate& own, const std::vector<Candidate>& all) {
  return std::any_of(all.begin(), all.end(), [&](const Candidate& other) {
    return other.error != own.error &&
           std::any_of(other.places.begin(), other.places.end(), [&](const Occurrence& longer) {
             return place.is_within(longer) && place.size() < longer.size();
           });
  });
}

ErrorMatch make_match(std::string_view topic, const Phrase& words, const ErrorText& error,
                      std::vector<Occurrence> places) {
  std::sort(places.begin(), places.end(),
            [](const Occurrence& a, const Occurrence& b) { return a.first < b.first; });
  ErrorMatch match{.error = &error};
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

// Whether the topic is a part of one of the error's texts.
bool is_part_of(const Phrase& words, const ErrorText& error) {
  return std::any_of(error.texts.begin(), error.texts.end(), [&](std::string_view text) {
    const auto phrases = phrases_of(text);
    return std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& phrase) {
      return find_phrase(phrase, words, 0).has_value();
    });
  });
}

std::vector<ErrorMatch> match_parts(const Catalog& catalog, const Phrase& words) {
  std::size_t letters = 0;
  for (const TopicWord& word : words) letters += word.text.size();
  if (words.size() < kMinPartWords || letters < kMinPartLetters) return {};
  std::vector<ErrorMatch> matches;
  for (const ErrorText& error : catalog.errors) {
    if (is_part_of(words, error)) matches.push_back({.error = &error});
  }
  return matches;
}

}  // namespace

std::vector<ErrorMatch> match_errors(const Catalog& catalog, std::string_view topic) {
  const Phrase words = split_words(topic);
  const std::vector<Candidate> all = candidates(catalog, words);
  if (all.empty()) return match_parts(catalog, words);
  std::vector<ErrorMatch> matches;
  for (const Candidate& candidate : all) {
    std::vector<Occurrence> places;
    for (const Occurrence& place : candidate.places) {
      if (!is_covered(place, candidate, all)) places.push_back(place);
    }
    if (!places.empty()) matches.push_back(make_match(topic, words, *candidate.error, places));
  }
  return matches;
}

std::vector<const ErrorText*> errors_of_code(const Catalog& catalog, std::string_view topic) {
  constexpr std::array<std::string_view, 4> kAnnounces{"code", "error", "error_code", "errorcode"};
  const Phrase words = split_words(topic);
  const auto is_announced = [&](std::size_t place) {
    return words.size() == 1 || (place > 0 && std::find(kAnnounces.begin(), kAnnounces.end(),
                                                        words[place - 1].text) != kAnnounces.end());
  };
  std::vector<const ErrorText*> found;
  for (const ErrorText& error : catalog.errors) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto& codes = error.codes;
      if (std::find(codes.begin(), codes.end(), words[i].text) == codes.end()) continue;
      if (!is_announced(i)) continue;
      found.push_back(&error);
      break;
    }
  }
  return found;
}

}  // namespace zoomc
