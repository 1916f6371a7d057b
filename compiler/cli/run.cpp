#include "cli/run.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <string>

#include "catalog/builtin.h"
#include "cli/choice.h"
#include "cli/command_tree.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/session.h"
#include "cli/two_words.h"
#include "cli/usage_mistake.h"
#include "shell/help.h"
#include "source/disk.h"

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
  add_choice<ColorChoice>(program, "--color", color, kColorChoices, "WHEN",
                          "When to colour: auto (default), always or never");
  program.fallthrough();
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
  console.err("zoomc: " + usage_mistake(program, tree, stop) + "\nRun `" + more + "` for more.\n");
  return ExitCode::usage;
}

}  // namespace

int run(int argc, const char* const* argv) {
  // A closed pipe is a write error like any other.
  std::signal(SIGPIPE, SIG_IGN);
  Disk disk;
  Console console;
  Session session(disk, console);
  ColorChoice color = ColorChoice::automatic;
  Action action;
  CLI::App program(
      "Compile a short YAML description of a Zoom integration into an app manifest,\n"
      "with the smallest set of OAuth scopes, and lint it.",
      "zoomc");
  add_global_options(program, session, color);
  add_init_command(program, session, action);
  add_compile_command(program, session, action);
  add_lint_command(program, session, action);
  add_check_command(program, session, action);
  add_infer_command(program, session, action);
  add_import_command(program, session, action);
  add_drift_command(program, session, action);
  add_why_command(program, session, action);
  add_justify_command(program, session, action);
  add_checklist_command(program, session, action);
  add_report_command(program, session, action);
  add_diff_command(program, session, action);
  add_explain_command(program, session, action);
  add_catalog_command(program, session, action);
  add_catalog_update_command(program, session, action);
  add_catalog_diff_command(program, session, action);
  add_lsp_command(program, session, action);
  add_schema_command(program, session, action);
  add_completions_command(program, session, action);
  add_man_command(program, session, action);
  try {
    // The library takes the words from the back.
    std::vector<std::string> words = join_two_words(program, argc, argv);
    std::reverse(words.begin(), words.end());
    program.parse(std::move(words));
  } catch (const CLI::ParseError& stop) {
    return static_cast<int>(answer(program, stop, console));
  }
  if (!action) {
    console.err(program_help(command_tree(program)));
    return static_cast<int>(ExitCode::usage);
  }
  console.choose_color(color);
  return static_cast<int>(action());
}

}  // namespace zoomc
