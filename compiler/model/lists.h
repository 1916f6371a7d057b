#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/reading.h"

// Lists. An empty one is always an error: leaving the key out says the same.
namespace zoomc::model {

struct WordListRules {
  // What a value of another type is told that it must be, and the way out.
  std::string_view wanted = "a list";
  std::string_view way_out = {};
  // A single word stands for a list of one.
  bool one_word = false;
  // The same word twice is reported, and read once. Where the linter has its own word to say about
  // duplicates they are all read.
  bool unique = true;
  // The words there are; empty where the model does not know them.
  std::span<const std::string_view> known = {};
};

// The words of a list; nothing when it is none or empty.
std::optional<std::vector<Text>> read_words(Reading& reading, const Slot& slot,
                                            const WordListRules& rules);

// The same for keys whose absence and an unread list are one to the app.
std::vector<Text> read_words_or_none(Reading& reading, const Slot& slot);

// Calls `read` with each entry of a list of mappings; reports what is no list or empty.
void for_each_entry(Reading& reading, const Slot& slot,
                    const std::function<void(const Slot&)>& read);

}  // namespace zoomc::model
