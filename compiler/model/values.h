#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/mapping_reader.h"
#include "model/reading.h"
#include "model/words.h"

// Single values. Each reader returns the value with its place, or reports why it is not one.
namespace zoomc::model {

// Free text: a number or boolean is surely meant as text, so quotes are offered.
std::optional<Text> read_text(Reading& reading, const Slot& slot);
// A word, name or URL.
std::optional<Text> read_word(Reading& reading, const Slot& slot);
std::optional<Located<bool>> read_boolean(Reading& reading, const Slot& slot);
// A URL for both environments, or one for each.
std::optional<PerEnvironment> read_per_environment(Reading& reading, const Slot& slot);

// One of `known`.
std::optional<Text> read_choice(Reading& reading, const Slot& slot,
                                std::span<const std::string_view> known);

template <class E>
std::optional<Located<E>> read_enum(Reading& reading, const Slot& slot) {
  const std::optional<Text> word = read_choice(reading, slot, all_words<E>());
  if (!word) return std::nullopt;
  return Located<E>{*from_word<E>(word->value), word->span, word->key};
}

// Lists. An empty one is always an error: leaving out the key means the same.

struct WordListRules {
  // The wanted type, for the message about a value of another type, and the advice.
  std::string_view wanted = "a list";
  std::string_view way_out = {};
  // A single word is read as a list of one.
  bool one_word = false;
  // A repeated word is reported, and read once. If a rule of the linter reports duplicates, they
  // are all read.
  bool unique = true;
  // The possible words; empty if the model does not know them.
  std::span<const std::string_view> known = {};
};

// The words of a list; nothing if it is not a list or is empty.
std::optional<std::vector<Text>> read_words(Reading& reading, const Slot& slot,
                                            const WordListRules& rules);

// The same for keys where a missing list and an unread one mean the same.
std::vector<Text> read_words_or_none(Reading& reading, const Slot& slot);

// Calls `read` with each entry of a list of mappings; reports a value that is not a list or is
// empty.
void for_each_entry(Reading& reading, const Slot& slot,
                    const std::function<void(const Slot&)>& read);

}  // namespace zoomc::model
