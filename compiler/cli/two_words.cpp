#include "cli/two_words.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace zoomc {
namespace {

// Whether the word is an option of the program that has its value in the next word.
bool takes_next(const CLI::App& program, const std::string& word) {
  const CLI::Option* option = program.get_option_no_throw(word);
  return option != nullptr && option->get_items_expected_max() > 0;
}

}  // namespace

std::vector<std::string> join_two_words(const CLI::App& program, std::vector<std::string> words) {
  std::size_t first = 0;
  while (first < words.size() && words[first].starts_with('-')) {
    first += takes_next(program, words[first]) ? 2 : 1;
  }
  if (first + 1 >= words.size()) return words;
  const std::string joined = words[first] + "-" + words[first + 1];
  const auto named = program.get_subcommands(
      [&](const CLI::App* command) { return command->get_name() == joined; });
  if (named.empty()) return words;
  words[first] = joined;
  words.erase(words.begin() + static_cast<std::ptrdiff_t>(first) + 1);
  return words;
}

std::string command_name(const CLI::App& command) {
  std::string name = command.get_name();
  std::replace(name.begin(), name.end(), '-', ' ');
  return name;
}

}  // namespace zoomc
