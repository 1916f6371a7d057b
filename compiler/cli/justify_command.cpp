#include "cli/checked_file.h"
#include "cli/command.h"
#include "review/justification_report.h"

namespace zoomc::cli {
namespace {

enum class JustifyFormat : std::uint8_t { markdown, text, csv, json };

constexpr model::EnumWord<JustifyFormat> kJustifyFormats[] = {{"markdown", JustifyFormat::markdown},
                                                              {"text", JustifyFormat::text},
                                                              {"csv", JustifyFormat::csv},
                                                              {"json", JustifyFormat::json}};

struct JustifyOptions {
  model::Overrides app;
  std::string file;
  JustifyFormat format = JustifyFormat::markdown;
};

std::string write(const review::JustificationReport& report, const SourceFile& file,
                  JustifyFormat format) {
  switch (format) {
    case JustifyFormat::markdown: return review::justification_markdown(report);
    case JustifyFormat::text: return review::justification_text(report, file);
    case JustifyFormat::csv: return review::justification_csv(report);
    case JustifyFormat::json: return review::justification_json(report, file);
  }
  return {};
}

ExitCode justify_scopes(Session& session, const JustifyOptions& options) {
  const auto file = check_file(session, options.app, options.file);
  if (!file) return file.error();
  session.show_findings(file->checked);
  if (file->checked.has_errors()) return ExitCode::findings;
  const resolve::CompiledApp& made = file->made();
  return session.tell(
      write(review::make_justification_report(made.resolved), made.file, options.format),
      {&made.file});
}

constexpr auto kJustifyOptions =
    joined({required(argument<&JustifyOptions::file>("FILE", "The app; - for standard input")),
            choice<kJustifyFormats, &JustifyOptions::format>("--format", "FORMAT", "{}")},
           app_options<&JustifyOptions::app>());
constexpr shell::CommandExample kJustifyExamples[] = {
    {"zoomc justify crm.zoom.yaml > review.md", "The packet for Zoom's reviewers"}};

}  // namespace

constexpr CommandEntry kJustify = entry<JustifyOptions, justify_scopes>(
    {.name = "justify",
     .group = groups::kReview,
     .summary = "Write the text for Zoom's reviewers: why each scope is needed and how to test it",
     .options = kJustifyOptions,
     .examples = kJustifyExamples});

}  // namespace zoomc::cli
