#include "cli/command_tree.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <string_view>

#include "catalog/builtin.h"
#include "cli/choice.h"
#include "cli/command_pages.h"
#include "cli/two_words.h"

namespace zoomc {
namespace {

struct NamedHint {
  std::string_view name;
  ValueKind kind;
  // The lists of the catalog that have the names.
  std::vector<std::string> lists = {};
};

// What values may be, by what they are called in help. All others are any text.
const std::vector<NamedHint>& named_hints() {
  static const std::vector<NamedHint> hints{
      {"FILE", ValueKind::app_file},
      {"PATH", ValueKind::app_file},
      {"OLD", ValueKind::app_file},
      {"NEW", ValueKind::app_file},
      {"MANIFEST", ValueKind::file},
      {"OUT", ValueKind::file},
      {"DIR", ValueKind::directory},
      {"DOCUMENT", ValueKind::file},
      {"BEFORE", ValueKind::directory},
      {"AFTER", ValueKind::directory},
      {"RULE", ValueKind::name, {"rules"}},
      {"SCOPE", ValueKind::name, {"scopes"}},
      {"FEATURE", ValueKind::name, {"features"}},
      {"GROUP.ACTION", ValueKind::name, {"features"}},
      {"REGION", ValueKind::name, {"regions"}},
      {"PLATFORM", ValueKind::name, {"platforms"}},
      {"TOPIC", ValueKind::name, {"rules", "features", "scopes", "events"}},
  };
  return hints;
}

ValueHint hint_of(const CLI::Option& option, std::string_view name) {
  // CLI11 wants to change an option to find its validators, and throws where there is none.
  auto& searchable = const_cast<CLI::Option&>(option);
  try {
    const std::string words = searchable.get_validator(kKnownWords)->get_description();
    return {ValueKind::word, CLI::detail::split(words, ' ')};
  } catch (const CLI::OptionNotFound&) {
  }
  for (const NamedHint& hint : named_hints()) {
    if (hint.name == name) return {hint.kind, hint.lists};
  }
  return {ValueKind::text, {}};
}

bool takes_many(const CLI::Option& option) {
  return option.get_items_expected_max() > 1 ||
         option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
}

CommandOption describe_option(const CLI::Option& option) {
  CommandOption described{.description = option.get_description()};
  if (!option.get_snames().empty()) described.short_name = option.get_snames().front();
  if (!option.get_lnames().empty()) described.long_name = option.get_lnames().front();
  if (option.get_items_expected_max() == 0) return described;
  // Behind the colon stands what validators say of themselves.
  const std::string type = option.get_type_name();
  described.value_name = type.substr(0, type.find(':'));
  described.value = hint_of(option, described.value_name);
  described.many = takes_many(option);
  return described;
}

CommandArgument describe_argument(const CLI::Option& option) {
  const std::string name = option.get_name(true);
  return {.name = name,
          .value = hint_of(option, name),
          .description = option.get_description(),
          .required = option.get_required(),
          .many = takes_many(option)};
}

// Help is an option of every command; it is listed once.
std::vector<CommandOption> options_of(const CLI::App& app, bool with_help) {
  std::vector<CommandOption> options;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional() || option->get_group().empty()) continue;
    if (option == app.get_help_ptr() && !with_help) continue;
    options.push_back(describe_option(*option));
  }
  return options;
}

Command describe_command(const CLI::App& app, const CommandPage& page) {
  Command command{.name = command_name(app), .summary = app.get_description()};
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) command.arguments.push_back(describe_argument(*option));
  }
  command.options = options_of(app, false);
  for (const PageExample& example : page.examples) {
    command.examples.push_back({std::string(example.line), std::string(example.what)});
  }
  return command;
}

// The pages, and one without examples for each command that has none.
std::vector<CommandPage> pages_of(const CLI::App& program, std::deque<std::string>& names) {
  std::vector<CommandPage> pages(command_pages().begin(), command_pages().end());
  for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; })) {
    const bool has_page = std::any_of(pages.begin(), pages.end(), [&](const CommandPage& page) {
      return page.command == command_name(*command);
    });
    if (!has_page) pages.push_back({names.emplace_back(command_name(*command)), "Other", {}});
  }
  return pages;
}

// Who completes `catalog` is told of `catalog update` among the words of its first argument.
void add_second_words(CommandTree& tree) {
  std::map<std::string, std::vector<std::string>> second_words;
  for (const CommandGroup& group : tree.groups) {
    for (const Command& command : group.commands) {
      const auto space = command.name.find(' ');
      if (space == std::string::npos) continue;
      second_words[command.name.substr(0, space)].push_back(command.name.substr(space + 1));
    }
  }
  for (CommandGroup& group : tree.groups) {
    for (Command& command : group.commands) {
      const auto found = second_words.find(command.name);
      if (found == second_words.end() || command.arguments.empty()) continue;
      auto& words = command.arguments.front().value.words;
      words.insert(words.end(), found->second.begin(), found->second.end());
    }
  }
}

CommandTree command_tree_of(const CLI::App& program, const std::vector<CommandPage>& pages) {
  CommandTree tree{.program = program.get_name(),
                   .description = program.get_description(),
                   .version = ZOOMC_VERSION,
                   .catalog_date = std::string(builtin_catalog().date),
                   .options = options_of(program, true)};
  for (const CommandPage& page : pages) {
    const auto commands = program.get_subcommands(
        [&page](const CLI::App* command) { return command_name(*command) == page.command; });
    if (commands.empty()) continue;
    if (tree.groups.empty() || tree.groups.back().title != page.group) {
      tree.groups.push_back({std::string(page.group), {}});
    }
    tree.groups.back().commands.push_back(describe_command(*commands.front(), page));
  }
  add_second_words(tree);
  for (const PageExample& example : first_examples()) {
    tree.examples.push_back({std::string(example.line), std::string(example.what)});
  }
  return tree;
}

}  // namespace

CommandTree command_tree(const CLI::App& program) {
  // What the pages point to.
  std::deque<std::string> names;
  return command_tree_of(program, pages_of(program, names));
}

}  // namespace zoomc
