#include <CLI/CLI.hpp>
#include <memory>

#include "cli/checked_file.h"
#include "cli/choice.h"
#include "cli/commands.h"
#include "review/checklist.h"

namespace zoomc {
namespace {

using WriteChecklist = std::string (*)(const Checklist&, const LintContext&);

constexpr EnumWord<WriteChecklist> kChecklistFormats[] = {
    {"markdown", checklist_markdown}, {"text", checklist_text}, {"json", checklist_json}};

struct ChecklistOptions {
  AppOptions app;
  std::string file;
  WriteChecklist write = checklist_markdown;
};

ExitCode check_off(Session& session, const ChecklistOptions& options) {
  const auto file = check_file(session, options.app, options.file);
  if (!file) return file.error();
  if (!file->checked.is_app) {
    session.show_findings(file->checked);
    return ExitCode::findings;
  }
  const LintContext cx = file->context();
  const Checklist list = make_checklist(cx, file->checked.findings, file_argument(options.file));
  const ExitCode code = file->checked.has_errors() ? ExitCode::findings : ExitCode::fine;
  return worst(code, session.tell(options.write(list, cx), {&file->made().file}));
}

}  // namespace

void add_checklist_command(CLI::App& program, Session& session, Action& action) {
  auto options = std::make_shared<ChecklistOptions>();
  CLI::App* command = program.add_subcommand(
      "checklist", "List what the app has done of the guide's steps and what is left to do");
  command->add_option("FILE", options->file, "The app; - for standard input")->required();
  add_choice<WriteChecklist>(*command, "--format", options->write, kChecklistFormats, "FORMAT",
                             "{}");
  add_app_options(*command, options->app);
  command->callback([&session, &action, options] {
    action = [&session, options] { return check_off(session, *options); };
  });
}

}  // namespace zoomc
