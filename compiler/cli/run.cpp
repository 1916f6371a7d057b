#include "cli/run.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cassert>
#include <csignal>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/builtin.h"
#include "cli/choice.h"
#include "cli/command_tree.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/session.h"
#include "cli/two_words.h"
#include "cli/usage_mistake.h"
#include "secrets/hiding.h"
#include "shell/help.h"
#include "source/disk.h"
#include "source/out_of_memory.h"
#include "source/standard_streams.h"
#include "text/quote.h"

namespace zoomc {
namespace {

constexpr EnumWord<ColorChoice> kColorChoices[] = {{"auto", ColorChoice::automatic},
                                                   {"always", ColorChoice::always},
                                                   {"never", ColorChoice::never}};

void add_global_options(CLI::App& program, Session& session, ColorChoice& color) {
  program.set_help_flag("-h,--help", "Show this help");
  program.set_version_flag(
      "--version",
      "zoomc " ZOOMC_VERSION " (catalog of " + std::string(builtin_catalog().date) + ")",
      "Show the version and the date of the built-in catalog");
  program
      .add_option("--catalog", session.catalog_directory,
                  "Use the tables in this directory instead of the built-in ones")
      ->type_name("DIR");
  add_choice<ColorChoice>(program, "--color", color, kColorChoices, "WHEN", "When to colour: {}");
  program.fallthrough();
}

struct CommandEntry {
  std::string_view name;
  void (*add)(CLI::App& program, Session& session, Action& action);
  // It tells of all other commands.
  bool tells_of_all = false;
};

constexpr CommandEntry kCommands[] = {{"init", add_init_command},
                                      {"compile", add_compile_command},
                                      {"lint", add_lint_command},
                                      {"check", add_check_command},
                                      {"infer", add_infer_command},
                                      {"import", add_import_command},
                                      {"drift", add_drift_command},
                                      {"why", add_why_command},
                                      {"justify", add_justify_command},
                                      {"checklist", add_checklist_command},
                                      {"report", add_report_command},
                                      {"diff", add_diff_command},
                                      {"explain", add_explain_command},
                                      {"catalog", add_catalog_command},
                                      {"catalog-update", add_catalog_update_command},
                                      {"catalog-diff", add_catalog_diff_command},
                                      {"lsp", add_lsp_command},
                                      {"schema", add_schema_command},
                                      {"completions", add_completions_command, true},
                                      {"man", add_man_command, true}};

// What a program knows of: describing all there is to CLI11 takes longer than linting a file.
struct Known {
  bool all_commands = true;
  bool options = true;
};
constexpr Known kAll;

// Whether a command line of these words may be this command's; the name of a command of two words
// is known by its first.
bool may_name(const CommandEntry& command, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return command.name == word || command.name.starts_with(word + "-");
  });
}

Known known_for(const std::vector<std::string>& words) {
  const bool needs_all =
      std::any_of(std::begin(kCommands), std::end(kCommands), [&](const CommandEntry& command) {
        return command.tells_of_all && may_name(command, words);
      });
  const bool has_options = std::any_of(
      words.begin(), words.end(), [](const std::string& word) { return word.starts_with('-'); });
  return {.all_commands = needs_all, .options = needs_all || has_options};
}

void add_commands(CLI::App& program, Session& session, Action& action, Known known,
                  const std::vector<std::string>& words) {
  for (const CommandEntry& command : kCommands) {
    if (!known.all_commands && !may_name(command, words)) continue;
    command.add(program, session, action);
    assert(program.get_subcommand(std::string(command.name)) != nullptr);
  }
}

// The help of the command that was named, else that of the program.
std::string help(const CLI::App& program, const CommandTree& tree) {
  const auto chosen = program.get_subcommands();
  for (const CommandGroup& group : tree.groups) {
    for (const Command& command : group.commands) {
      if (!chosen.empty() && command_name(*chosen.front()) == command.name) {
        return command_help(tree, command);
      }
    }
  }
  return program_help(tree);
}

// What ends a command line before its command runs: help and version for standard output, mistakes
// for standard error.
ExitCode answer(const CLI::App& program, const CLI::ParseError& stop, Console& console) {
  const CommandTree tree = command_tree(program);
  if (stop.get_name() == "CallForHelp") return console.out(help(program, tree));
  if (stop.get_exit_code() == 0) return console.out(std::string(stop.what()) + "\n");
  const auto chosen = program.get_subcommands();
  const std::string more =
      "zoomc " + (chosen.empty() ? "" : command_name(*chosen.front()) + " ") + "--help";
  // The library quotes what it was given as it is.
  console.err("zoomc: " + escape_controls(without_secrets(usage_mistake(program, tree, stop))) +
              "\nRun `" + more + "` for more.\n");
  return ExitCode::usage;
}

// Nothing when a program that does not know all makes no sense of the words: then one that does can
// tell what is wrong with them, and what there is.
std::optional<ExitCode> run_words(const std::vector<std::string>& words, Known known) {
  Disk disk;
  Console console;
  Session session(disk, console);
  ColorChoice color = ColorChoice::automatic;
  Action action;
  CLI::App program(
      "Compile a short YAML description of a Zoom integration into an app manifest,\n"
      "with the smallest set of OAuth scopes, and lint it.",
      "zoomc");
  session.may_have_options = known.options;
  if (known.options) add_global_options(program, session, color);
  add_commands(program, session, action, known, words);
  try {
    // The library takes the words from the back.
    std::vector<std::string> joined = join_two_words(program, words);
    std::reverse(joined.begin(), joined.end());
    program.parse(std::move(joined));
  } catch (const CLI::ParseError& stop) {
    if (!known.all_commands) return std::nullopt;
    return answer(program, stop, console);
  }
  if (!action) {
    if (!known.all_commands) return std::nullopt;
    console.err(program_help(command_tree(program)));
    return ExitCode::usage;
  }
  console.choose_color(color);
  return action();
}

}  // namespace

int run(int argc, const char* const* argv) {
  occupy_standard_streams();
  // A closed pipe is a write error like any other.
  std::signal(SIGPIPE, SIG_IGN);
  // And so is a file that would be larger than the limit.
  std::signal(SIGXFSZ, SIG_IGN);
  end_when_out_of_memory(static_cast<int>(ExitCode::world));
  const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
  std::optional<ExitCode> code = run_words(words, known_for(words));
  if (!code) code = run_words(words, kAll);
  return static_cast<int>(*code);
}

}  // namespace zoomc
