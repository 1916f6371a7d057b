#pragma once
#include <CLI/CLI.hpp>
#include <span>
#include <string>
#include <string_view>
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

// A word of a choice with what help says of it in parentheses.
template <class T>
struct ChoiceWord {
  std::string_view word;
  T value;
  std::string_view note = {};
};

// What help says of a choice. The words are put where `{}` stands, so that nobody types them twice.
class ChoiceHelp {
 public:
  template <std::size_t Size>
  consteval ChoiceHelp(const char (&text)[Size]) : text_(text, Size - 1) {
    if (text_.find(kWords) == std::string_view::npos) throw "`{}` has to stand for the words";
  }
  std::string with(const std::string& words) const {
    std::string text(text_);
    return text.replace(text.find(kWords), kWords.size(), words);
  }

 private:
  static constexpr std::string_view kWords = "{}";
  std::string_view text_;
};

// "text (default), json or sarif". What is given by place has no default.
template <class Value, class Choices>
std::string list_choices(const std::string& name, const Value& value, const Choices& choices) {
  std::vector<std::string> words;
  for (const auto& choice : choices) {
    std::string& word = words.emplace_back(choice.word);
    if constexpr (requires { choice.note; }) {
      if (!choice.note.empty()) word.append(" (").append(choice.note).append(")");
    }
    if (name.starts_with('-') && value == choice.value) word += " (default)";
  }
  return zoomc::join_words(words, "or");
}

// An option that takes one of a few words and sets `value` to the `T` that the word means. Another
// word is wrong usage, answered with the words there are. `choices` is a table of `word` and
// `value` that lives as long as the program.
template <class T, class Value, class Choices>
CLI::Option* add_choice(CLI::App& command, const std::string& name, Value& value,
                        const Choices& choices, const std::string& type, ChoiceHelp help) {
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
  return command
      .add_option_function<std::string>(name, set, help.with(list_choices(name, value, choices)))
      ->type_name(type)
      ->check(known_words(choices));
}

}  // namespace zoomc
