#include <CLI/CLI.hpp>
#include <memory>

#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/lint_options.h"

namespace zoomc {
namespace {

void add_output_options(CLI::App& command, LintOptions& options) {
  add_choice<Format>(command, "--format", options.format, kFormats, "FORMAT", "{}");
  command.add_flag("--notes", options.notes, "Show notes too");
  command.add_flag("--deny-warnings", options.deny_warnings, "Fail on warnings too");
  command
      .add_option("--stdin-filename", options.stdin_filename,
                  "What a file from standard input is called in findings")
      ->type_name("NAME");
  command.add_option("--jobs", options.jobs, "Files at a time; as many as cores when absent")
      ->type_name("N");
}

void add_fix_options(CLI::App& command, LintOptions& options) {
  CLI::Option* fix = command.add_flag("--fix", options.fix,
                                      "Make the safe fixes in the files and report what remains");
  CLI::Option* diff =
      command.add_flag("--diff", options.diff, "Show what --fix would change, and change nothing");
  fix->excludes(diff);
  command
      .add_option("--add-allowances", options.allowance_reason,
                  "Write an allowance with this reason for every finding into the files")
      ->type_name("REASON")
      ->excludes(fix)
      ->excludes(diff);
  command.add_flag("--unsafe", options.unsafe_fixes,
                   "With --fix or --diff: make the fixes too that need a person's yes");
}

void add_rule_options(CLI::App& command, LintOptions& options) {
  command.add_option("--select", options.select, "Run only these rules; several with commas")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("RULE");
  command.add_option("--ignore", options.ignore, "Leave these rules out; several with commas")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("RULE");
}

}  // namespace

void add_lint_command(CLI::App& program, Session& session, Action& action) {
  auto options = std::make_shared<LintOptions>();
  CLI::App* command =
      program.add_subcommand("lint", "Check apps against the integrator's checklist");
  command->add_option("PATH", options->paths,
                      "App files or directories, - for standard input; . when absent");
  if (session.may_have_options) {
    add_output_options(*command, *options);
    add_rule_options(*command, *options);
    add_fix_options(*command, *options);
    add_app_options(*command, options->app);
  }
  command->callback([&session, &action, options] {
    action = [&session, options] { return run_lint(session, *options); };
  });
}

}  // namespace zoomc
