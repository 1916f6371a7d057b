#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

// What people type, taken apart and found in the catalog: case, quotes, spaces and punctuation do
// not matter.
namespace zoomc::explain {

bool same_folded(std::string_view a, std::string_view b);

// Without spaces, quotes and backticks around it, and without the punctuation that ends a sentence.
std::string_view trimmed_topic(std::string_view text);

// A word in lower case, and where in the text it begins and ends.
struct TopicWord {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Letters, digits and `_` make words, all else parts them; an apostrophe within one is left out
// ("can't" is `cant`), and so is a comma between the digits of a number ("4,700" is `4700`).
std::vector<TopicWord> split_words(std::string_view text);

// The names in a text as Zoom's APIs write them: `meeting:read:summary`, `recording.completed`.
// Each once, and no more than anybody reads.
inline constexpr std::size_t kMaxNames = 100;
std::vector<std::string> split_names(std::string_view text);

// Whether two words are forms of one ("call", "calls"; "publish", "publishing") or one letter apart
// ("redirect", "redirct").
bool similar_words(std::string_view a, std::string_view b);

// A text of Zoom's, found in what a person pasted.
struct ErrorMatch {
  const catalog::ErrorText* error = nullptr;
  // The text before and behind the fixed words, up to the next occurrence, in order.
  std::vector<std::string_view> before;
  std::vector<std::string_view> behind;
};

// The error texts that `topic` has or is a part of, in the order of the table. Only words are
// compared: case, punctuation, quotes and the text around them do not matter. A text within a
// longer one is not meant.
std::vector<ErrorMatch> match_errors(const catalog::Catalog& catalog, std::string_view topic);

// The error texts of a code, where `topic` is nothing but one ("4,700") or names one ("code 4711").
std::vector<const catalog::ErrorText*> errors_of_code(const catalog::Catalog& catalog,
                                                      std::string_view topic);

// The symptoms that a description in a person's own words means, in the order of the table: those
// of which it has the most telling words. None where most of its words are about something else.
std::vector<const catalog::Symptom*> match_symptoms(const catalog::Catalog& catalog,
                                                    std::string_view topic);

}  // namespace zoomc::explain
