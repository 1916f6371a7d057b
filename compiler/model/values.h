#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "model/refuse.h"
#include "model/words.h"

// Single values. Each reader gives the located value, or reports why it is none.
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

}  // namespace zoomc::model
