#pragma once
#include <string>
#include <string_view>
#include <vector>

// What people type, taken apart: case, quotes, spaces and punctuation do not matter.
namespace zoomc {

bool same_folded(std::string_view a, std::string_view b);

// Without spaces, quotes and backticks around it, and without the punctuation that ends a sentence.
std::string_view trimmed_topic(std::string_view text);

// A word in lower case and the bytes of the text that it stands in.
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

}  // namespace zoomc
