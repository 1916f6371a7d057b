#include "cli/usage_mistake.h"

#include <CLI/CLI.hpp>

#include "cli/two_words.h"
#include "shell/shell_text.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc {
namespace {

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known) {
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  const auto near = nearest(word, candidates);
  return near ? "; did you mean " + in_backticks(*near) + "?" : std::string();
}

const Command* chosen_command(const CLI::App& program, const CommandTree& tree) {
  for (const CLI::App* chosen : program.get_subcommands()) {
    for (const Command* command : commands_of(tree)) {
      if (command->name == command_name(*chosen)) return command;
    }
  }
  return nullptr;
}

std::string unknown_option(const CommandTree& tree, const Command* command,
                           const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  std::vector<std::string> known;
  const auto add = [&known](const CommandOption& option) {
    for (std::string& spelling : names_of(option)) known.push_back(std::move(spelling));
  };
  if (command != nullptr) {
    for (const CommandOption& option : command->options) add(option);
  }
  for (const CommandOption& option : tree.options) add(option);
  const std::string where = tree.program + (command == nullptr ? "" : " " + command->name);
  return in_backticks(where) + " has no option " + in_backticks(name) + did_you_mean(name, known);
}

std::string unknown_command(const CommandTree& tree, const std::string& word) {
  std::vector<std::string> known;
  for (const Command* command : commands_of(tree)) known.push_back(command->name);
  return "there is no command " + in_backticks(word) + did_you_mean(word, known);
}

}  // namespace

std::string usage_mistake(const CLI::App& program, const CommandTree& tree,
                          const CLI::ParseError& stop) {
  const Command* command = chosen_command(program, tree);
  const std::vector<std::string> extras = program.remaining(true);
  if (!extras.empty()) {
    const std::string& first = extras.front();
    if (first.size() > 1 && first.front() == '-') return unknown_option(tree, command, first);
    if (command == nullptr) return unknown_command(tree, first);
    return "unexpected argument " + in_backticks(first) + ": usage is " +
           in_backticks(usage_of(tree, *command));
  }
  if (command != nullptr && stop.get_name() == "RequiredError") {
    return std::string(stop.what()) + ": usage is " + in_backticks(usage_of(tree, *command));
  }
  return stop.what();
}

}  // namespace zoomc
