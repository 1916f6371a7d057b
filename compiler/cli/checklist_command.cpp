#include "cli/checked_file.h"
#include "cli/command.h"
#include "review/checklist.h"

namespace zoomc::cli {
namespace {

using WriteChecklist = std::string (*)(const review::Checklist&, const resolve::CompiledApp&);

constexpr model::EnumWord<WriteChecklist> kChecklistFormats[] = {
    {"markdown", review::checklist_markdown},
    {"text", review::checklist_text},
    {"json", review::checklist_json}};

struct ChecklistOptions {
  model::Overrides app;
  std::string file;
  WriteChecklist write = review::checklist_markdown;
};

ExitCode check_off(Session& session, const ChecklistOptions& options) {
  const auto file = check_file(session, options.app, options.file);
  if (!file) return file.error();
  if (!file->checked.is_app) {
    session.show_findings(file->checked);
    return ExitCode::findings;
  }
  const resolve::CompiledApp& cx = file->made();
  const review::Checklist list = review::make_checklist(
      cx, file->checked.facts, file->checked.findings, file_argument(options.file));
  const ExitCode code = file->checked.has_errors() ? ExitCode::findings : ExitCode::fine;
  return worst(code, session.tell(options.write(list, cx), {&file->made().file}));
}

constexpr auto kChecklistOptions =
    joined({required(argument<&ChecklistOptions::file>("FILE", "The app; - for standard input")),
            choice<kChecklistFormats, &ChecklistOptions::write>("--format", "FORMAT", "{}")},
           app_options<&ChecklistOptions::app>());
constexpr shell::CommandExample kChecklistExamples[] = {
    {"zoomc checklist crm.zoom.yaml", "What is done and what is left to do"}};

}  // namespace

constexpr CommandEntry kChecklist = entry<ChecklistOptions, check_off>(
    {.name = "checklist",
     .group = groups::kReview,
     .summary = "List the guide's steps for the app: what is done and what is left to do",
     .options = kChecklistOptions,
     .examples = kChecklistExamples});

}  // namespace zoomc::cli
