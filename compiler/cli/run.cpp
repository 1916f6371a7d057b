#include "cli/run.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <fmt/core.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/builtin.h"
#include "cli/command.h"
#include "cli/session.h"
#include "secrets/hiding.h"
#include "source/disk.h"
#include "source/out_of_memory.h"
#include "source/streams.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::cli {
namespace {

using Words = std::vector<std::string>;

template <class Value>
CLI::Option& add(CLI::App& parser, const shell::CommandOption& option, Value& value) {
  CLI::Option* added = parser.add_option(std::string(option.name), value);
  if (!option.is_argument()) added->type_name(std::string(option.value_name));
  return *added->required(option.is_required);
}

void describe_help(CLI::App& parser, const shell::CommandOption& option, void*) {
  parser.set_help_flag(std::string(option.name));
}

void describe_version(CLI::App& parser, const shell::CommandOption& option, void*) {
  parser.set_version_flag(
      std::string(option.name),
      fmt::format("zoomc {} (catalog of {})", command_line().version, command_line().catalog_date));
}

constexpr model::EnumWord<ColorChoice> kColors[] = {{"auto", ColorChoice::automatic},
                                                    {"always", ColorChoice::always},
                                                    {"never", ColorChoice::never}};

constexpr shell::NamedText kExitCodes[] = {
    {"0", "Fine."},
    {"1",
     "Findings: errors, with --deny-warnings warnings too; a file that was refused; a manifest "
     "that is out of date or has drifted."},
    {"2", "Wrong usage, or a topic that explain does not know."},
    {"3", "A file or system error: a path that is missing or cannot be read, a full disk."},
};

constexpr shell::NamedText kEnvironment[] = {
    {"NO_COLOR",
     "When set and not empty, output is not coloured unless --color=always is "
     "given."},
};

constexpr shell::NamedText kFiles[] = {
    {"*.zoom.yaml", "The description of an app; *.zoom.yml works too."},
    {"*.manifest.json", "The compiled manifest, next to the app."},
    {".zoomc.yaml",
     "Settings of the project, found upwards from the app: severities of rules, "
     "files left out, policies."},
    {"zoomc.lock",
     "The catalog that the manifests were made with, recorded by compile --lock and checked by "
     "compile --locked."},
    {".pre-commit-config.yaml",
     "Where the hooks zoomc-lint, zoomc-fix and "
     "zoomc-compile-check are switched on."},
};

constexpr shell::CommandOption kGlobalOptions[] = {
    {.name = "-h,--help", .description = "Show this help", .describe = describe_help},
    {.name = "--version",
     .description = "Show the version and the date of the built-in catalog",
     .describe = describe_version},
    option<&GlobalOptions::catalog_directory>(
        "--catalog", "DIR", "Use the tables in this directory instead of the built-in ones"),
    choice<kColors, &GlobalOptions::color>("--color", "WHEN", "When to colour: {}"),
};

#define ZOOMC_COMMAND(entry) &entry,
constexpr const CommandEntry* kEntries[] = {
#include "cli/commands.def"
};
#undef ZOOMC_COMMAND

#define ZOOMC_COMMAND(entry) &entry.command,
constexpr const shell::Command* kCommands[] = {
#include "cli/commands.def"
};
#undef ZOOMC_COMMAND

// For newcomers.
constexpr shell::CommandExample kExamples[] = {
    {"zoomc init", "Describe an app"},
    {"zoomc lint", "Check all apps below this directory"},
    {"zoomc compile crm.zoom.yaml -o crm.manifest.json", "Make the manifest"},
    {"zoomc explain 'Invalid redirect url'", "Understand what Zoom said"},
};

const CommandEntry* find_entry(std::string_view name) {
  const auto found =
      std::find_if(std::begin(kEntries), std::end(kEntries),
                   [&](const CommandEntry* entry) { return entry->command.name == name; });
  return found == std::end(kEntries) ? nullptr : *found;
}

// True if the word is an option of every command that has its value in the next word.
bool takes_next(std::string_view word) {
  return std::any_of(command_line().options.begin(), command_line().options.end(),
                     [&](const shell::CommandOption& option) {
                       return option.name == word && !option.value_name.empty();
                     });
}

// The command that the first words name; null when there is none. CLI11 takes no space in a name,
// so the second word of one is taken out.
const CommandEntry* take_command(Words& words) {
  std::size_t first = 0;
  while (first < words.size() && words[first].starts_with('-')) {
    first += takes_next(words[first]) ? 2 : 1;
  }
  if (first >= words.size()) return nullptr;
  if (first + 1 < words.size()) {
    if (const auto* entry = find_entry(words[first] + " " + words[first + 1])) {
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(first) + 1);
      return entry;
    }
  }
  return find_entry(words[first]);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known) {
  const auto near = nearest(word, known);
  return near ? fmt::format("; did you mean {}?", in_backticks(*near)) : std::string();
}

std::string unknown_option(const shell::Command* command, std::string_view word) {
  const std::string_view name = word.substr(0, word.find('='));
  std::vector<std::string_view> known;
  for (const shell::CommandOption* option :
       shell::all_options_of(command_line(), command == nullptr ? shell::Command{} : *command)) {
    for (const std::string_view spelling : shell::names_of(*option)) known.push_back(spelling);
  }
  const std::string where = command == nullptr ? "zoomc" : fmt::format("zoomc {}", command->name);
  return fmt::format("{} has no option {}{}", in_backticks(where), in_backticks(name),
                     did_you_mean(name, known));
}

std::string unknown_command(std::string_view word) {
  std::vector<std::string_view> known;
  for (const shell::Command* command : command_line().commands) known.push_back(command->name);
  return fmt::format("unknown command {}{}", in_backticks(word), did_you_mean(word, known));
}

// Describes the value that an option was given without; nothing if `stop` is about something
// else.
std::optional<std::string> missing_value(const shell::Command* command,
                                         const CLI::ParseError& stop) {
  const std::string_view said = stop.what();
  if (stop.get_name() != "ArgumentMismatch" || !said.ends_with(" missing")) return std::nullopt;
  const std::string_view name = said.substr(0, said.find(':'));
  for (const shell::CommandOption* option :
       shell::all_options_of(command_line(), command == nullptr ? shell::Command{} : *command)) {
    const auto names = shell::names_of(*option);
    if (std::find(names.begin(), names.end(), name) == names.end()) continue;
    Words words;
    if (option->choices != nullptr) {
      for (const shell::ValueChoice& choice : option->choices())
        words.push_back(in_backticks(choice.word));
    }
    return fmt::format("{} needs a value: {}", in_backticks(name),
                       words.empty() ? std::string(option->value_name) : join_words(words, "or"));
  }
  return std::nullopt;
}

// Why a command line makes no sense, in our words: the misspelt command or option with what was
// meant, the missing argument, else what CLI11 says of it. `command` is null when none was named.
std::string usage_mistake(const CLI::App& parser, const shell::Command* command,
                          const CLI::ParseError& stop) {
  const Words extras = parser.remaining(true);
  const auto usage = [&] { return in_backticks(shell::usage_of(command_line(), *command)); };
  if (!extras.empty()) {
    const std::string& first = extras.front();
    if (first.size() > 1 && first.front() == '-') return unknown_option(command, first);
    if (command == nullptr) return unknown_command(first);
    return fmt::format("unexpected argument {}: usage is {}", in_backticks(first), usage());
  }
  if (auto missing = missing_value(command, stop)) return *std::move(missing);
  if (command != nullptr && stop.get_name() == "RequiredError") {
    return fmt::format("{}: usage is {}", stop.what(), usage());
  }
  return stop.what();
}

// The text that ends a command line before its command runs: help and version for standard output,
// mistakes for standard error.
ExitCode answer(const CLI::App& parser, const shell::Command* command, const CLI::ParseError& stop,
                Console& console) {
  if (stop.get_name() == "CallForHelp") {
    return console.out(command == nullptr ? shell::program_help(command_line())
                                          : shell::command_help(command_line(), *command));
  }
  if (stop.get_exit_code() == 0) return console.out(std::string(stop.what()) + "\n");
  const std::string name = command == nullptr ? "" : std::string(command->name) + " ";
  // The library quotes what it was given as it is.
  const std::string mistake = secrets::without_secrets(usage_mistake(parser, command, stop));
  console.err(
      fmt::format("zoomc: {}\nRun `zoomc {}--help` for more.\n", escape_controls(mistake), name));
  return ExitCode::usage;
}

ExitCode run_words(Words words) {
  Disk disk;
  Console console;
  Session session(disk, console);
  GlobalOptions globals;
  CLI::App parser;
  describe_options(parser, command_line().options, &globals);
  parser.fallthrough();
  Action action;
  // Describing all commands to CLI11 takes longer than linting a file.
  const CommandEntry* entry = take_command(words);
  if (entry != nullptr) {
    const shell::Command& command = entry->command;
    CLI::App* added = parser.add_subcommand(std::string(shell::first_word(command)));
    action = entry->prepare(*added, command, session);
  }
  const auto named = [&] { return parser.get_subcommands().empty() ? nullptr : &entry->command; };
  try {
    // The library takes the words from the back.
    std::reverse(words.begin(), words.end());
    parser.parse(std::move(words));
  } catch (const CLI::ParseError& stop) {
    return answer(parser, named(), stop, console);
  }
  if (named() == nullptr) {
    console.err(shell::program_help(command_line()));
    return ExitCode::usage;
  }
  session.catalog_directory = globals.catalog_directory;
  console.choose_color(globals.color);
  return action();
}

}  // namespace

void describe_value(CLI::App& parser, const shell::CommandOption& option, bool& value) {
  parser.add_flag(std::string(option.name), value);
}

void describe_value(CLI::App& parser, const shell::CommandOption& option, std::string& value) {
  add(parser, option, value);
}

void describe_value(CLI::App& parser, const shell::CommandOption& option,
                    std::optional<std::string>& value) {
  add(parser, option, value);
}

void describe_value(CLI::App& parser, const shell::CommandOption& option, std::size_t& value) {
  CLI::Option& added = add(parser, option, value);
  if (option.max > 0) added.check(CLI::Range(1U, option.max));
}

void describe_value(CLI::App& parser, const shell::CommandOption& option, Words& values) {
  CLI::Option& added = add(parser, option, values);
  if (!option.is_argument()) added.delimiter(',')->allow_extra_args(false);
}

void describe_choice(CLI::App& parser, const shell::CommandOption& option,
                     std::function<bool(std::string_view)> set) {
  const auto read = [&option, set = std::move(set)](const std::string& word) {
    if (set(word)) return;
    Words words;
    for (const shell::ValueChoice& choice : option.choices())
      words.push_back(in_backticks(choice.word));
    throw CLI::ValidationError(
        std::string(option.name),
        fmt::format("{} is not one of {}", in_backticks(word), join_words(words, "or")));
  };
  parser.add_option_function<std::string>(std::string(option.name), read)
      ->type_name(option.is_argument() ? "" : std::string(option.value_name))
      ->required(option.is_required);
}

void describe_options(CLI::App& parser, std::span<const shell::CommandOption> options,
                      void* values) {
  for (const shell::CommandOption& option : options) option.describe(parser, option, values);
  for (const shell::CommandOption& option : options) {
    for (const std::string& other : CLI::detail::split(std::string(option.excludes), ' ')) {
      if (other.empty()) continue;
      parser.get_option(std::string(option.name))->excludes(parser.get_option(other));
    }
  }
}

const shell::CommandLine& command_line() {
  static const shell::CommandLine line{
      .program = "zoomc",
      .description =
          "Compile a short YAML description of a Zoom integration into an app manifest,\n"
          "with the smallest set of OAuth scopes, and lint it.",
      .version = ZOOMC_VERSION,
      .catalog_date = catalog::builtin_catalog().date,
      .options = kGlobalOptions,
      .commands = kCommands,
      .examples = kExamples,
      .exit_codes = kExitCodes,
      .environment = kEnvironment,
      .files = kFiles};
  return line;
}

int run(int argc, const char* const* argv) {
  occupy_standard_streams();
  // A closed pipe is a write error like any other.
  std::signal(SIGPIPE, SIG_IGN);
  // And so is a file that would be larger than the limit.
  std::signal(SIGXFSZ, SIG_IGN);
  end_when_out_of_memory(static_cast<int>(ExitCode::io_error));
  return static_cast<int>(run_words(Words(argv + std::min(argc, 1), argv + argc)));
}

}  // namespace zoomc::cli
