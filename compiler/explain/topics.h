#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

// User input, taken apart and looked up in the catalog: case, quotes, spaces and punctuation do not
// matter.
namespace zoomc::explain {

bool same_folded(std::string_view a, std::string_view b);

// Without spaces, quotes and backticks around it, and without punctuation at the end.
std::string_view trimmed_topic(std::string_view text);

// A word in lower case, and its place in the text.
struct TopicWord {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Letters, digits and `_` make words, all others separate them; an apostrophe within one is left
// out ("can't" is `cant`), and so is a comma between the digits of a number ("4,700" is `4700`).
std::vector<TopicWord> split_words(std::string_view text);

using Phrase = std::vector<TopicWord>;

// The first place of `phrase` in `words`, at `from` or later.
std::optional<std::size_t> find_phrase(const Phrase& words, const Phrase& phrase, std::size_t from);

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
  // The text before and after the fixed words, up to the next occurrence, in order.
  std::vector<std::string_view> before;
  std::vector<std::string_view> behind;
};

// The error texts that `topic` contains or is a part of, in the order of the table. Only words are
// compared: case, punctuation, quotes and the text around them do not matter. A text within a
// longer one does not count.
std::vector<ErrorMatch> match_errors(const catalog::Catalog& catalog, std::string_view topic);

// The error texts of a code, if `topic` is only a code ("4,700") or names one ("code 4711").
std::vector<const catalog::ErrorText*> errors_of_code(const catalog::Catalog& catalog,
                                                      std::string_view topic);

// The symptoms that match a description in a person's own words, in the order of the table: those
// of which it has the most telling words. None if most of its words are about something else.
std::vector<const catalog::Symptom*> match_symptoms(const catalog::Catalog& catalog,
                                                    std::string_view topic);

}  // namespace zoomc::explain
