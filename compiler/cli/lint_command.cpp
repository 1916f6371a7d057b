#include <CLI/CLI.hpp>
#include <memory>

#include "cli/app_files.h"
#include "cli/app_options.h"
#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/session.h"
#include "render/render.h"

namespace zoomc {
namespace {

enum class Format { text, concise };

constexpr EnumWord<Format> kFormats[] = {{"text", Format::text}, {"concise", Format::concise}};

struct LintOptions {
  AppOptions app;
  std::vector<std::string> paths;
  Format format = Format::text;
  bool notes = false;
  bool deny_warnings = false;
  std::string stdin_filename;
};

// The files that the paths stand for, in order. A path that cannot be read turns into an exit code
// and the others go on.
std::vector<std::string> expand(Session& session, std::vector<std::string> paths, ExitCode& code) {
  if (paths.empty()) paths.emplace_back(".");
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    if (path == "-" || !session.files.is_directory(path)) {
      files.push_back(path);
      continue;
    }
    const auto found = find_app_files(path);
    if (!found) {
      code = worst(code, session.refuse_world(found.error().message));
    } else {
      files.insert(files.end(), found->begin(), found->end());
    }
  }
  return files;
}

std::string render(const LintOptions& options, const SourceFile& file,
                   const std::vector<Diagnostic>& findings, bool color) {
  if (findings.empty()) return {};
  return options.format == Format::text ? render_text(file, findings, color)
                                        : render_concise(file, findings);
}

// Whether what was found makes the command fail.
ExitCode verdict(const LintOptions& options, const std::vector<Diagnostic>& findings) {
  for (const Diagnostic& found : findings) {
    const bool counts = found.severity == Severity::error ||
                        (options.deny_warnings && found.severity == Severity::warning);
    if (counts) return ExitCode::findings;
  }
  return ExitCode::fine;
}

ExitCode lint_file(Session& session, const LintOptions& options, const CheckOptions& settings,
                   const std::string& path, bool& shown_before) {
  auto file = session.read(path);
  if (!file) return file.error();
  Checked checked = check(std::move(*file), settings);
  if (!options.notes) {
    std::erase_if(checked.findings,
                  [](const Diagnostic& found) { return found.severity == Severity::note; });
  }
  const std::string text =
      render(options, checked.analysis->file, checked.findings, session.console.out_has_color());
  // As between two findings of a file, a blank line stands between those of two files.
  const bool spaced = options.format == Format::text && shown_before && !text.empty();
  const ExitCode written = session.console.out(spaced ? "\n" + text : text);
  shown_before = shown_before || !text.empty();
  return worst(written, verdict(options, checked.findings));
}

ExitCode lint_all(Session& session, const LintOptions& options) {
  const auto settings = check_options(session, options.app);
  if (!settings) return settings.error();
  if (!options.stdin_filename.empty()) session.stdin_name = options.stdin_filename;
  ExitCode code = ExitCode::fine;
  bool shown_before = false;
  for (const std::string& path : expand(session, options.paths, code)) {
    code = worst(code, lint_file(session, options, *settings, path, shown_before));
  }
  return code;
}

}  // namespace

void add_lint_command(CLI::App& program, Session& session, Action& action) {
  auto options = std::make_shared<LintOptions>();
  CLI::App* command =
      program.add_subcommand("lint", "Check apps against the integrator's checklist");
  command->add_option("PATH", options->paths,
                      "App files or directories, - for standard input; . when absent");
  add_choice<Format>(*command, "--format", options->format, kFormats, "FORMAT",
                     "text (default) or concise");
  command->add_flag("--notes", options->notes, "Show notes too");
  command->add_flag("--deny-warnings", options->deny_warnings, "Fail on warnings too");
  command
      ->add_option("--stdin-filename", options->stdin_filename,
                   "What a file from standard input is called in findings")
      ->type_name("NAME");
  add_app_options(*command, options->app);
  command->callback([&session, &action, options] {
    action = [&session, options] { return lint_all(session, *options); };
  });
}

}  // namespace zoomc
