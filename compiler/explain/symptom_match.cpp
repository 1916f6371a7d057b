#include "explain/symptom_match.h"

#include <algorithm>

#include "explain/words.h"

namespace zoomc {
namespace {

// Nobody describes a trouble with more words; what follows is a log.
constexpr std::size_t kMaxWords = 60;
// A word of which nothing is known and that is shorter is grammar.
constexpr std::size_t kMinTelling = 5;
// How many more telling words than its own may a symptom leave over.
constexpr std::size_t kOtherMore = 1;
// How much of the best score another symptom needs to be meant too.
constexpr double kAlsoMeant = 0.75;

bool has_similar(std::span<const std::string_view> list, std::string_view word) {
  return std::any_of(list.begin(), list.end(),
                     [&](std::string_view known) { return similar_words(known, word); });
}

bool knows(const Symptom& symptom, std::string_view word) {
  return has_similar(symptom.about, word) || has_similar(symptom.trouble, word);
}

// A word that many symptoms know tells little.
double weight_of(const Catalog& catalog, std::string_view word) {
  const auto known = std::count_if(catalog.symptoms.begin(), catalog.symptoms.end(),
                                   [&](const Symptom& symptom) { return knows(symptom, word); });
  return known == 0 ? 0 : 1.0 / static_cast<double>(known);
}

double score(const Catalog& catalog, const Symptom& symptom, const std::vector<TopicWord>& words) {
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

std::vector<const Symptom*> match_symptoms(const Catalog& catalog, std::string_view topic) {
  const auto words = split_words(topic);
  // Without a space it is a misspelt name.
  const bool is_description = topic.find_first_of(" \t\n") != std::string_view::npos;
  if (!is_description || words.size() > kMaxWords) return {};
  std::vector<double> scores;
  for (const Symptom& symptom : catalog.symptoms) {
    scores.push_back(score(catalog, symptom, words));
  }
  if (scores.empty()) return {};
  const double best = *std::max_element(scores.begin(), scores.end());
  std::vector<const Symptom*> found;
  for (std::size_t i = 0; best > 0 && i < scores.size(); ++i) {
    if (scores[i] >= kAlsoMeant * best) found.push_back(&catalog.symptoms[i]);
  }
  return found;
}

}  // namespace zoomc
