#include <CLI/CLI.hpp>
#include <memory>

#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/infer_options.h"

namespace zoomc {
namespace {

constexpr EnumWord<InferFormat> kInferFormats[] = {{"text", InferFormat::text},
                                                   {"json", InferFormat::json},
                                                   {"sarif", InferFormat::sarif},
                                                   {"markdown", InferFormat::markdown}};

}  // namespace

void add_infer_command(CLI::App& program, Session& session, Action& action) {
  auto options = std::make_shared<InferOptions>();
  CLI::App* command = program.add_subcommand(
      "infer", "Compare the API calls your code makes with the scopes the app asks for");
  command
      ->add_option(
          "PATH", options->paths,
          "Source files or directories of them; HAR files, access logs, JSON lines or CSV; - "
          "for standard input")
      ->required();
  command->add_option("--app", options->app, "The app that makes the calls; - for standard input")
      ->type_name("FILE");
  add_choice<InferFormat>(*command, "--format", options->format, kInferFormats, "FORMAT", "{}");
  command->add_flag("--write", options->write, "Add what is missing to the app file");
  command->add_flag("--notes", options->notes, "Show notes too");
  command
      ->add_option("--min-days", options->min_days,
                   "How many days a log must cover before an unused scope is a warning (28)")
      ->type_name("N")
      ->check(CLI::Range(1, 3650));
  command->add_option("--jobs", options->jobs, "How many files to read at a time (all processors)")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  command
      ->add_option("--stdin-filename", options->stdin_filename,
                   "What standard input is called; its extension tells what it is")
      ->type_name("NAME");
  command->callback([&session, &action, options] {
    action = [&session, options] { return run_infer(session, *options); };
  });
}

}  // namespace zoomc
