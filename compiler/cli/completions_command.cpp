#include "cli/command.h"
#include "cli/session.h"
namespace zoomc {
namespace {

using Completions = std::string (*)(const CommandLine&);

constexpr EnumWord<Completions> kShells[] = {
    {"bash", bash_completions}, {"zsh", zsh_completions}, {"fish", fish_completions}};

struct CompletionsOptions {
  Completions script = nullptr;
};

ExitCode print_completions(Session& session, const CompletionsOptions& options) {
  return session.console.out(options.script(command_line()));
}

constexpr CommandOption kCompletionsOptions[] = {
    required(choice_argument<kShells, &CompletionsOptions::script>("SHELL", "{}"))};
constexpr CommandExample kCompletionsExamples[] = {
    {"source <(zoomc completions bash)", "Complete in this bash"},
    {"zoomc completions fish > ~/.config/fish/completions/zoomc.fish", "Complete in every fish"}};

struct ManOptions {};

ExitCode print_man_page(Session& session, const ManOptions&) {
  return session.console.out(man_page(command_line()));
}

constexpr CommandExample kManExamples[] = {
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

}  // namespace zoomc
