#include "cli/command.h"
#include "cli/session.h"
namespace zoomc::cli {
namespace {

using Completions = std::string (*)(const shell::CommandLine&);

constexpr model::EnumWord<Completions> kShells[] = {{"bash", shell::bash_completions},
                                                    {"zsh", shell::zsh_completions},
                                                    {"fish", shell::fish_completions}};

struct CompletionsOptions {
  Completions script = nullptr;
};

ExitCode print_completions(Session& session, const CompletionsOptions& options) {
  return session.console.out(options.script(command_line()));
}

constexpr shell::CommandOption kCompletionsOptions[] = {
    required(choice_argument<kShells, &CompletionsOptions::script>("SHELL", "{}"))};
constexpr shell::CommandExample kCompletionsExamples[] = {
    {"source <(zoomc completions bash)", "Complete in this bash"},
    {"zoomc completions fish > ~/.config/fish/completions/zoomc.fish", "Complete in every fish"}};

struct ManOptions {};

ExitCode print_man_page(Session& session, const ManOptions&) {
  return session.console.out(shell::man_page(command_line()));
}

constexpr shell::CommandExample kManExamples[] = {
    {"zoomc man > zoomc.1 && man ./zoomc.1", "Read the manual page"}};

}  // namespace

constexpr CommandEntry kCompletions = entry<CompletionsOptions, print_completions>(
    {.name = "completions",
     .group = groups::kTools,
     .summary = "Print a script that completes the command line",
     .options = kCompletionsOptions,
     .examples = kCompletionsExamples});

constexpr CommandEntry kMan = entry<ManOptions, print_man_page>({.name = "man",
                                                                 .group = groups::kTools,
                                                                 .summary = "Print the manual page",
                                                                 .examples = kManExamples});

}  // namespace zoomc::cli
