#pragma once
#include <CLI/CLI.hpp>
#include <span>
#include <string>
#include <vector>

#include "model/words.h"
#include "text/quote.h"

namespace zoomc {

// Lets everything pass and knows the words, for those who list them (see command_tree.h).
inline constexpr const char* kKnownWords = "words";

template <class Choices>
CLI::Validator known_words(const Choices& choices) {
  std::string words;
  for (const auto& choice : choices) {
    words += (words.empty() ? "" : " ") + std::string(choice.word);
  }
  return {[](std::string&) { return std::string(); }, words, kKnownWords};
}

// An option that takes one of a few words and sets `value` to the `T` that the word means. Another
// word is wrong usage, answered with the words there are. `choices` is a table of `word` and
// `value` that lives as long as the program.
template <class T, class Value, class Choices>
CLI::Option* add_choice(CLI::App& command, const std::string& name, Value& value,
                        const Choices& choices, const std::string& type, const std::string& help) {
  const auto set = [&value, table = std::span(choices), name](const std::string& word) {
    std::vector<std::string> words;
    for (const auto& choice : table) {
      if (choice.word == word) {
        const T meant = choice.value;
        value = meant;
        return;
      }
      words.push_back(in_backticks(choice.word));
    }
    throw CLI::ValidationError(
        name, in_backticks(word) + " is not one of " + zoomc::join_words(words, "or"));
  };
  return command.add_option_function<std::string>(name, set, help)
      ->type_name(type)
      ->check(known_words(choices));
}

}  // namespace zoomc
