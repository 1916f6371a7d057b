#include <CLI/CLI.hpp>
#include <memory>

#include "cli/choice.h"
#include "cli/command_tree.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "shell/completions.h"
#include "shell/man_page.h"

namespace zoomc {
namespace {

using Completions = std::string (*)(const CommandTree&);

struct Shell {
  std::string_view word;
  Completions value;
};

constexpr Shell kShells[] = {
    {"bash", bash_completions}, {"zsh", zsh_completions}, {"fish", fish_completions}};

}  // namespace

void add_completions_command(CLI::App& program, Session& session, Action& action) {
  auto script = std::make_shared<Completions>(nullptr);
  CLI::App* command =
      program.add_subcommand("completions", "Print a script that completes the command line");
  add_choice<Completions>(*command, "SHELL", *script, kShells, "", "{}")->required();
  command->callback([&program, &session, &action, script] {
    action = [&program, &session, script] {
      return session.console.out((*script)(command_tree(program)));
    };
  });
}

void add_man_command(CLI::App& program, Session& session, Action& action) {
  CLI::App* command = program.add_subcommand("man", "Print the manual page");
  command->callback([&program, &session, &action] {
    action = [&program, &session] { return session.console.out(man_page(command_tree(program))); };
  });
}

}  // namespace zoomc
