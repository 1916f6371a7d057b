#include "cli/run.h"

#include <CLI/CLI.hpp>
#include <csignal>
#include <sstream>
#include <string>

#include "catalog/builtin.h"
#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/session.h"
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
  program.require_subcommand(1);
  program.fallthrough();
}

// What CLI11 has to say about a command line: help and version for standard output, mistakes for
// standard error.
ExitCode answer(const CLI::App& program, const CLI::ParseError& stop, Console& console) {
  std::ostringstream out;
  std::ostringstream err;
  const int code = program.exit(stop, out, err);
  if (code == 0) return console.out(out.str());
  console.err("zoomc: " + std::string(stop.what()) + "\nRun `zoomc --help` for more.\n");
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
  add_compile_command(program, session, action);
  add_lint_command(program, session, action);
  add_why_command(program, session, action);
  add_explain_command(program, session, action);
  add_catalog_command(program, session, action);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& stop) {
    return static_cast<int>(answer(program, stop, console));
  }
  console.choose_color(color);
  return static_cast<int>(action());
}

}  // namespace zoomc
