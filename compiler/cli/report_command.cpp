#include <CLI/CLI.hpp>
#include <memory>

#include "cli/checked_file.h"
#include "cli/commands.h"
#include "cli/outputs.h"
#include "review/report.h"
#include "secrets/hiding.h"

namespace zoomc {
namespace {

struct ReportOptions {
  AppOptions app;
  std::string file;
  std::string output = "-";
};

ExitCode deliver(Session& session, const ReportOptions& options, const std::string& page) {
  if (options.output == "-") return session.console.out(page);
  const auto written = session.files.replace(options.output, page);
  return written ? ExitCode::fine : session.refuse_world(written.error().message);
}

ExitCode report_app(Session& session, const ReportOptions& options) {
  std::string mistake = mistake_in_outputs(session.files, {options.file}, {options.output});
  if (!mistake.empty()) return session.refuse_usage(mistake);
  const auto file = check_file(session, options.app, options.file);
  if (!file) return file.error();
  mistake = mistake_in_outputs(session.files, session.other_inputs(), {options.output});
  if (!mistake.empty()) return session.refuse_usage(mistake);
  session.show_findings(file->checked);
  if (!file->checked.is_app) return ExitCode::findings;
  const Hiding hiding(file->made().file);
  const std::string page = hiding.shown(
      report_html(file->context(), file->checked.findings, file_argument(options.file)));
  const ExitCode code = file->checked.has_errors() ? ExitCode::findings : ExitCode::fine;
  return worst(code, deliver(session, options, page));
}

}  // namespace

void add_report_command(CLI::App& program, Session& session, Action& action) {
  auto options = std::make_shared<ReportOptions>();
  CLI::App* command = program.add_subcommand(
      "report", "Write one HTML page that shows the app, its scopes, findings and checklist");
  command->add_option("FILE", options->file, "The app; - for standard input")->required();
  command->add_option("-o", options->output, "Write the page here instead of standard output")
      ->type_name("OUT");
  add_app_options(*command, options->app);
  command->callback([&session, &action, options] {
    action = [&session, options] { return report_app(session, *options); };
  });
}

}  // namespace zoomc
