#pragma once
#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "cli/console.h"
#include "driver/check.h"
#include "model/words.h"
#include "shell/command_line.h"

// The parts of the table of commands. A command's file has its row: a struct with the options,
// what each of its members is called and takes, and the function that runs the command.
namespace zoomc::cli {

class Session;

// The command that the command line asks for.
using Action = std::function<ExitCode()>;

struct CommandEntry {
  shell::Command command;
  // Describes the options to the parser and gives what runs the command once they are read.
  Action (*prepare)(CLI::App& parser, const shell::Command& command, Session& session);
};

// A word of a choice with what help says of it in parentheses.
template <class T>
struct ChoiceWord {
  std::string_view word;
  T value;
  std::string_view note = {};
};

// Describe one option to the parser, which sets `value`.
void describe_value(CLI::App& parser, const shell::CommandOption& option, bool& value);
void describe_value(CLI::App& parser, const shell::CommandOption& option, std::string& value);
void describe_value(CLI::App& parser, const shell::CommandOption& option,
                    std::optional<std::string>& value);
void describe_value(CLI::App& parser, const shell::CommandOption& option, std::size_t& value);
void describe_value(CLI::App& parser, const shell::CommandOption& option,
                    std::vector<std::string>& values);
// `set` returns false for a word that is not one of the choices; the error then lists them.
void describe_choice(CLI::App& parser, const shell::CommandOption& option,
                     std::function<bool(std::string_view)> set);
// Describes them all, with what they exclude.
void describe_options(CLI::App& parser, std::span<const shell::CommandOption> options,
                      void* values);

// The struct that a pointer to a member points into.
template <class Owner, class Member>
Owner owner_of(Member Owner::*);

// A member of the options of a command, or a member of one of its members.
template <auto First, auto... Rest>
auto& member_of(decltype(owner_of(First))& options) {
  return ((options.*First).*....*Rest);
}

template <auto First, auto... Rest>
using MemberAt = std::remove_reference_t<decltype(member_of<First, Rest...>(
    std::declval<decltype(owner_of(First))&>()))>;

template <auto First, auto... Rest>
void describe_member(CLI::App& parser, const shell::CommandOption& option, void* options) {
  using Options = decltype(owner_of(First));
  describe_value(parser, option, member_of<First, Rest...>(*static_cast<Options*>(options)));
}

template <const auto& kChoices, auto First, auto... Rest>
void describe_choice_of(CLI::App& parser, const shell::CommandOption& option, void* options) {
  using Options = decltype(owner_of(First));
  auto& value = member_of<First, Rest...>(*static_cast<Options*>(options));
  describe_choice(parser, option, [&value](std::string_view word) {
    const auto choice = std::find_if(std::begin(kChoices), std::end(kChoices),
                                     [&](const auto& known) { return known.word == word; });
    if (choice != std::end(kChoices)) value = choice->value;
    return choice != std::end(kChoices);
  });
}

template <const auto& kChoices, auto First, auto... Rest>
std::vector<shell::ValueChoice> choices_of() {
  decltype(owner_of(First)) options;
  const auto& usual = member_of<First, Rest...>(options);
  std::vector<shell::ValueChoice> choices;
  for (const auto& choice : kChoices) {
    shell::ValueChoice& added =
        choices.emplace_back(shell::ValueChoice{choice.word, {}, usual == choice.value});
    if constexpr (requires { choice.note; }) added.note = choice.note;
  }
  return choices;
}

template <auto First, auto... Rest>
consteval shell::CommandOption flag(std::string_view name, std::string_view description) {
  static_assert(std::is_same_v<MemberAt<First, Rest...>, bool>);
  return {.name = name, .description = description, .describe = describe_member<First, Rest...>};
}

// An option with a value. Those of a list are given with commas between or one by one.
template <auto First, auto... Rest>
consteval shell::CommandOption option(std::string_view name, std::string_view value_name,
                                      std::string_view description) {
  return {.name = name,
          .value_name = value_name,
          .description = description,
          .takes_many = std::is_same_v<MemberAt<First, Rest...>, std::vector<std::string>>,
          .describe = describe_member<First, Rest...>};
}

template <auto... Path>
consteval shell::CommandOption argument(std::string_view name, std::string_view description) {
  return option<Path...>(name, name, description);
}

// One of a few words, which sets the member to what the word means. `kChoices` is a table of `word`
// and `value`; in the description `{}` stands for the words.
template <const auto& kChoices, auto... Path>
consteval shell::CommandOption choice(std::string_view name, std::string_view value_name,
                                      std::string_view description) {
  if (description.find("{}") == std::string_view::npos) throw "`{}` has to stand for the words";
  return {.name = name,
          .value_name = value_name,
          .description = description,
          .choices = choices_of<kChoices, Path...>,
          .describe = describe_choice_of<kChoices, Path...>};
}

template <const auto& kChoices, auto... Path>
consteval shell::CommandOption choice_argument(std::string_view name,
                                               std::string_view description) {
  return choice<kChoices, Path...>(name, name, description);
}

consteval shell::CommandOption required(shell::CommandOption option) {
  option.is_required = true;
  return option;
}

// Help lists `choices`, which the parser does not insist on.
consteval shell::CommandOption naming(std::vector<shell::ValueChoice> (*choices)(),
                                      shell::CommandOption option) {
  option.choices = choices;
  return option;
}

// A number from 1 to `max`.
consteval shell::CommandOption at_most(std::uint32_t max, shell::CommandOption option) {
  option.max = max;
  return option;
}

consteval shell::CommandOption excluding(std::string_view others, shell::CommandOption option) {
  option.excludes = others;
  return option;
}

// The options that stand for keys of the file, for a command whose options have `Overrides`.
template <auto App>
consteval std::array<shell::CommandOption, 4> app_options() {
  return {option<App, &model::Overrides::regions>(
              "--region", "REGION",
              "The workspace's region instead of the file's; several with commas"),
          choice<model::kEnumWords<model::Stage>, App, &model::Overrides::stage>(
              "--stage", "STAGE", "{}, instead of the file's"),
          choice<model::kEnumWords<model::ManagedBy>, App, &model::Overrides::managed_by>(
              "--managed-by", "WHO", "{}, instead of the file's"),
          choice<model::kEnumWords<model::Vocabulary>, App, &model::Overrides::scope_names>(
              "--scope-names", "NAMES", "{}, instead of the file's")};
}

template <std::size_t A, std::size_t B>
consteval std::array<shell::CommandOption, A + B> joined(
    const shell::CommandOption (&some)[A], const std::array<shell::CommandOption, B>& others) {
  std::array<shell::CommandOption, A + B> all;
  std::copy(others.begin(), others.end(), std::copy(some, some + A, all.begin()));
  return all;
}

template <class Options, ExitCode (*Run)(Session&, const Options&)>
Action prepare(CLI::App& parser, const shell::Command& command, Session& session) {
  const auto options = std::make_shared<Options>();
  describe_options(parser, command.options, options.get());
  return [&session, options] { return Run(session, *options); };
}

// A row of the table: `Run` takes the session and the options.
template <class Options, ExitCode (*Run)(Session&, const Options&)>
consteval CommandEntry entry(shell::Command command) {
  if (command.group.empty() || command.summary.empty()) throw "help says what a command does";
  if (command.examples.empty()) throw "help has an example of each command";
  return {command, prepare<Options, Run>};
}

// The titles of help.
namespace groups {
inline constexpr std::string_view kBegin = "Begin an app";
inline constexpr std::string_view kBuild = "Build and check";
inline constexpr std::string_view kUnderstand = "Understand";
inline constexpr std::string_view kReview = "Review and release";
inline constexpr std::string_view kTools = "Editors and shells";
}  // namespace groups

#define ZOOMC_COMMAND(entry) extern const CommandEntry entry;
#include "cli/commands.def"
#undef ZOOMC_COMMAND

// The options of every command.
struct GlobalOptions {
  std::string catalog_directory;
  ColorChoice color = ColorChoice::automatic;
};

// The whole table. Those options are members of `GlobalOptions`.
const shell::CommandLine& command_line();

}  // namespace zoomc::cli
