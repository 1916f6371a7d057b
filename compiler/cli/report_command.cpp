#include "cli/checked_file.h"
#include "cli/command.h"
#include "cli/session.h"
#include "review/report.h"
#include "secrets/hiding.h"

namespace zoomc::cli {
namespace {

struct ReportOptions {
  model::Overrides app;
  std::string file;
  std::string output = "-";
};

ExitCode deliver(Session& session, const ReportOptions& options, const std::string& page) {
  if (options.output == "-") return session.console.out(page);
  const auto written = session.files.replace(options.output, page);
  return written ? ExitCode::fine : session.refuse_io(written.error().message);
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
  const secrets::Hiding hiding(file->made().file);
  const std::string page = hiding.shown(review::report_html(
      file->made(), file->checked.facts, file->checked.findings, file_argument(options.file)));
  const ExitCode code = file->checked.has_errors() ? ExitCode::findings : ExitCode::fine;
  return worst(code, deliver(session, options, page));
}

constexpr auto kReportOptions = joined(
    {required(argument<&ReportOptions::file>("FILE", "The app; - for standard input")),
     option<&ReportOptions::output>("-o", "OUT", "Write the page here instead of standard output")},
    app_options<&ReportOptions::app>());
constexpr shell::CommandExample kReportExamples[] = {
    {"zoomc report crm.zoom.yaml -o crm.html", "The whole app as one page"}};

}  // namespace

constexpr CommandEntry kReport = entry<ReportOptions, report_app>(
    {.name = "report",
     .group = groups::kReview,
     .summary = "Write one HTML page that shows the app, its scopes, findings and checklist",
     .options = kReportOptions,
     .examples = kReportExamples});

}  // namespace zoomc::cli
