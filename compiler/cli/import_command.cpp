#include <algorithm>
#include <filesystem>
#include <fmt/core.h>
#include <vector>

#include "author/import_manifest.h"
#include "cli/checked_file.h"
#include "cli/command.h"
#include "cli/session.h"
#include "manifest/read_manifest.h"
#include "text/quote.h"

namespace zoomc::cli {
namespace {

struct ImportOptions {
  std::string manifest;
  std::string output;
  bool force = false;

  bool to_stdout() const { return output.empty() || output == "-"; }
  std::string target() const { return to_stdout() ? "-" : output; }
};

// True if writing there would overwrite someone's text; a pipe or `/dev/stdout` loses nothing.
bool would_overwrite(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error);
}

// Why nothing can be written there, before any work is done.
ExitCode refuse_target(Session& session, const ImportOptions& options) {
  std::vector<std::string> inputs = session.other_inputs();
  inputs.push_back(options.manifest);
  const std::string mistake = mistake_in_outputs(session.files, inputs, {options.target()});
  if (!mistake.empty()) return session.refuse_usage(mistake);
  if (options.to_stdout()) {
    return options.force
               ? session.refuse_usage("--force is for -o: nothing is overwritten without it")
               : ExitCode::fine;
  }
  if (options.force || !would_overwrite(options.output)) return ExitCode::fine;
  return session.refuse_io(
      fmt::format("{} is there already: give another name with -o, or --force to replace it",
                  in_backticks(options.output)));
}

std::vector<Diagnostic> errors_of(const std::vector<Diagnostic>& findings) {
  std::vector<Diagnostic> errors;
  std::copy_if(findings.begin(), findings.end(), std::back_inserter(errors),
               [](const Diagnostic& found) { return found.severity == Severity::error; });
  return errors;
}

ExitCode import(Session& session, const ImportOptions& options) {
  const auto settings = check_options(session, {});
  if (!settings) return settings.error();
  const ExitCode refused = refuse_target(session, options);
  if (refused != ExitCode::fine) return refused;
  const auto file = session.read(options.manifest);
  if (!file) return file.error();
  Sink sink;
  auto manifest = manifest::read_manifest(*file, sink);
  const bool is_refused = !manifest || sink.has_errors();
  session.show_findings(*file, sink.take());
  if (is_refused) return ExitCode::findings;
  while (const auto inner = manifest->wrapped_again()) manifest->enter(*inner);

  if (const auto too_large = author::refuse_import(*manifest)) {
    session.show_findings(*file, {*too_large});
    return ExitCode::findings;
  }
  const std::string name = options.to_stdout() ? "<stdout>" : options.output;
  const author::ImportedApp imported =
      author::import_manifest(*manifest, file->path, name, *settings);
  session.show_findings(*file, imported.losses);
  session.show_findings(imported.checked.analysis->file, errors_of(imported.checked.findings));
  ExitCode code = imported.checked.has_errors() ? ExitCode::findings : ExitCode::fine;
  if (options.to_stdout()) return worst(code, session.console.out(imported.text));
  const auto written = session.files.replace(options.output, imported.text);
  return written ? code : worst(code, session.refuse_io(written.error().message));
}

constexpr shell::CommandOption kImportOptions[] = {
    required(argument<&ImportOptions::manifest>(
        "MANIFEST", "The manifest (JSON, wrapped or not); - for standard input")),
    option<&ImportOptions::output>("-o", "FILE",
                                   "Write the app file here instead of standard output"),
    flag<&ImportOptions::force>("--force", "Replace the file at -o if there is one")};
constexpr shell::CommandExample kImportExamples[] = {
    {"zoomc import exported.json -o crm.zoom.yaml",
     "Put an existing Marketplace app under version control"}};

}  // namespace

constexpr CommandEntry kImport =
    entry<ImportOptions, import>({.name = "import",
                                  .group = groups::kBegin,
                                  .summary = "Turn an exported manifest back into an app file",
                                  .options = kImportOptions,
                                  .examples = kImportExamples});

}  // namespace zoomc::cli
