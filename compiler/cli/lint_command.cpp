#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fmt/core.h>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/checked_file.h"
#include "cli/command.h"
#include "cli/file_walk.h"
#include "cli/progress.h"
#include "cli/report_output.h"
#include "cli/session.h"
#include "config/config.h"
#include "driver/add_allowances.h"
#include "driver/fix.h"
#include "driver/ordered_work.h"
#include "driver/rule_ids.h"
#include "edit/apply.h"
#include "lint/suppression_edit.h"
#include "render/format.h"
#include "rules/registry.h"
#include "secrets/hiding.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::cli {
namespace {

// The options of `zoomc lint`.
struct LintOptions {
  model::Overrides app;
  std::vector<std::string> paths;
  render::Format format = render::Format::text;
  bool notes = false;
  bool deny_warnings = false;
  bool fix = false;
  bool unsafe_fixes = false;
  bool diff = false;
  std::string stdin_filename;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  // The reason of `--add-allowances`; absent without it.
  std::optional<std::string> allowance_reason;
  // 0: as many as the machine has cores.
  std::size_t jobs = 0;
};

// The result of one file.
struct Linted {
  // Why it could not be read; then nothing else is there.
  std::optional<IoError> unreadable;
  // The file that the findings are about.
  SourceFile file;
  std::vector<Diagnostic> findings;
  // The findings that comments allow, if the report shows them.
  std::vector<Diagnostic> suppressed;
  // The file before the fixes, where there are any.
  std::optional<SourceFile> before;
  std::size_t applied = 0;
  // With `--add-allowances`: how many findings are allowed now.
  std::size_t allowed = 0;

  void keep(driver::Checked checked) {
    file = std::move(checked.analysis->file);
    findings = std::move(checked.findings);
    suppressed = std::move(checked.suppressed);
  }
};

// A file to lint and the settings of its project.
struct Input {
  std::string path;
  const config::ProjectConfig* config = nullptr;
  // On the command line; else it was found in a directory.
  bool named = false;
};

// With a fixed standard input its text has standard output to itself.
bool reports_on_stderr(const LintOptions& options) {
  const auto& paths = options.paths;
  return options.fix && std::find(paths.begin(), paths.end(), "-") != paths.end();
}

class LintRun {
 public:
  LintRun(Session& session, const LintOptions& options, const driver::CheckOptions& settings)
      : session_(session), options_(options), settings_(settings) {}

  ExitCode run() {
    const std::vector<Input> files = inputs();
    report_ = render::make_report(
        options_.format, report_settings(options_.format, session_.console.out_has_color()));
    if (!options_.diff) write(report_->begin());
    Progress progress(session_.console, files.size());
    driver::work_in_order<Linted>(
        files.size(), worker_count(options_.jobs, files.size()),
        [&](std::size_t i) { return output_failed() ? Linted() : lint(files[i]); },
        [&](std::size_t i, Linted linted) {
          progress.clear();
          tell(files[i], std::move(linted));
          progress.show(i + 1);
        });
    progress.clear();
    if (!options_.diff) {
      session_.errors.tell(*report_, [this](std::string_view text) { write(text); });
      write(report_->end());
      write_summary();
    }
    return code_;
  }

 private:
  // The files that the paths stand for, in order, each once. A path that cannot be read turns into
  // an exit code and the others go on. `lint.exclude` is for files found in a directory: a file
  // that is named is meant.
  std::vector<Input> inputs() {
    std::vector<Input> files;
    const auto add = [&](std::string path, bool named) {
      const auto project = session_.project(path);
      if (!project) return fail(project.error());
      if (named || !project->excluded) files.push_back({std::move(path), project->config(), named});
    };
    const std::vector<std::string> here{"."};
    const std::vector<std::string>& paths = options_.paths.empty() ? here : options_.paths;
    // A directory has each of its files once.
    std::set<std::string> seen;
    const auto is_new = [&](const std::string& path) {
      return paths.size() == 1 ||
             seen.insert(std::filesystem::path(path).lexically_normal().string()).second;
    };
    for (const std::string& named : paths) {
      const bool is_settings = names_settings(named);
      if (is_settings) check_settings(named);
      const std::string path = is_settings ? directory_of(named) : named;
      if (path == "-" || !session_.files.is_directory(path)) {
        if (is_new(path)) add(path, true);
        continue;
      }
      FoundFiles found = find_app_files(path);
      for (const IoError& error : found.unreadable) fail(session_.refuse_read(error, path));
      if (found.files.empty() && found.unreadable.empty()) warn_of_nothing(path);
      files.reserve(files.size() + found.files.size());
      for (std::string& file : found.files) {
        if (is_new(file)) add(std::move(file), false);
      }
    }
    return files;
  }

  // Settings that are named stand for the apps below their directory: those are what a change of
  // them is about.
  bool names_settings(const std::string& path) const {
    const std::string name = path.substr(path.rfind('/') + 1);
    return name == config::kConfigName && session_.files.exists(path) &&
           !session_.files.is_directory(path);
  }

  static std::string directory_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return path.substr(0, std::max<std::size_t>(slash, 1));
  }

  // They are checked also where no app is.
  void check_settings(const std::string& path) {
    const auto project = session_.project(path);
    if (!project) fail(project.error());
  }

  // In CI the wrong directory would pass for one without mistakes.
  void warn_of_nothing(const std::string& directory) {
    session_.console.err(
        fmt::format("zoomc: warning: no app file in `{}`; app files are named `NAME.zoom.yaml`, "
                    "and those that git ignores are left out\n",
                    escape_controls(directory)));
  }

  // Runs on any thread.
  Linted lint(const Input& input) const {
    auto file = input.named ? session_.try_read(input.path) : session_.try_read_found(input.path);
    if (!file) return {.unreadable = file.error()};
    const bool is_to_fix = options_.allowance_reason || options_.fix || options_.diff;
    Linted linted = is_to_fix ? fix_file(std::move(*file), settings_for(input))
                              : look(std::move(*file), settings_for(input));
    drop_what_is_not_told(linted);
    return linted;
  }

  driver::CheckOptions settings_for(const Input& input) const {
    driver::CheckOptions settings = settings_;
    settings.config = input.config;
    return settings;
  }

  static Linted look(SourceFile file, const driver::CheckOptions& settings) {
    Linted linted;
    linted.keep(driver::check(std::move(file), settings));
    return linted;
  }

  void drop_what_is_not_told(Linted& linted) const {
    if (!render::tells_suppressed(options_.format)) linted.suppressed.clear();
    if (!options_.notes) {
      for (auto* list : {&linted.findings, &linted.suppressed}) {
        std::erase_if(*list,
                      [](const Diagnostic& found) { return found.severity == Severity::note; });
      }
    }
  }

  Linted fix_file(SourceFile file, const driver::CheckOptions& settings) const {
    Linted linted;
    if (options_.allowance_reason) {
      linted.before = file;
      driver::WithAllowances allowed =
          driver::add_allowances(std::move(file), settings, *options_.allowance_reason);
      linted.keep(std::move(allowed.checked));
      linted.allowed = allowed.allowed;
    } else {
      driver::Fixed fixed = driver::fix(std::move(file), settings, options_.unsafe_fixes);
      linted.before = std::move(fixed.before);
      linted.keep(std::move(fixed.checked));
      linted.applied = fixed.applied;
    }
    return linted;
  }

  // Nobody gets to see what is found, and nothing is fixed: the rest need not be looked at.
  bool output_failed() const {
    return session_.console.out_has_failed() && !options_.fix && !options_.allowance_reason;
  }

  void tell(const Input& input, Linted linted) {
    if (output_failed()) return;
    if (linted.unreadable) {
      fail(session_.refuse_read(*linted.unreadable, input.path));
      return;
    }
    if (options_.diff) {
      secrets::Hiding hiding(*linted.before);
      hiding.learn(linted.file);
      const std::string diff = edit::unified_diff(
          linted.file.path, hiding.shown(*linted.before).text, hiding.shown(linted.file).text);
      if (!diff.empty()) fail(ExitCode::findings);
      write(diff);
      return;
    }
    if (linted.before && !keep_fixed(input.path, linted)) {
      // The file has what was found in it still.
      linted = look(*std::move(linted.before), settings_for(input));
      drop_what_is_not_told(linted);
    }
    totals_.add(linted.findings, linted.applied, linted.allowed);
    has_findings_ = has_findings_ || !linted.findings.empty();
    if (totals_.has_errors() || (options_.deny_warnings && totals_.has_warnings())) {
      fail(ExitCode::findings);
    }
    std::vector<Diagnostic>& told = linted.findings;
    std::move(linted.suppressed.begin(), linted.suppressed.end(), std::back_inserter(told));
    report_->file(linted.file, told, [this](std::string_view text) { write(text); });
  }

  // Writes the fixed text back; standard input's goes to standard output. Whether it is there now.
  bool keep_fixed(const std::string& path, const Linted& linted) {
    ExitCode written = ExitCode::fine;
    if (path == "-") {
      written = session_.console.out(linted.file.text);
    } else if (linted.file.text != linted.before->text) {
      written = session_.rewrite(path, linted.before->text, linted.file.text);
    }
    fail(written);
    return written == ExitCode::fine;
  }

  // The line that ends a report for people, a blank line before it where findings are above.
  void write_summary() {
    const std::string line = totals_.summary();
    if (options_.format != render::Format::text || line.empty()) return;
    write(has_findings_ ? "\n" + line : line);
  }

  void write(std::string_view text) {
    if (text.empty()) return;
    if (reports_on_stderr(options_)) {
      session_.console.err(text);
    } else {
      fail(session_.console.out(text));
    }
  }
  void fail(ExitCode code) { code_ = worst(code_, code); }

  Session& session_;
  const LintOptions& options_;
  const driver::CheckOptions& settings_;
  std::unique_ptr<render::Report> report_;
  LintTotals totals_;
  bool has_findings_ = false;
  ExitCode code_ = ExitCode::fine;
};

// Why the rules named on the command line make no sense; empty when they do.
std::string rule_mistake(const LintOptions& options) {
  const auto ids = driver::ids_of(rules::all_rules());
  const auto phases = driver::phase_ids();
  for (const auto* list : {&options.select, &options.ignore}) {
    for (const std::string& id : *list) {
      if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
      const std::string option = list == &options.select ? "--select: " : "--ignore: ";
      if (std::find(phases.begin(), phases.end(), id) != phases.end()) {
        return fmt::format("{}{} is not a linter rule: it is always reported", option,
                           in_backticks(id));
      }
      const auto near = nearest(id, ids);
      return near ? fmt::format("{}unknown rule {}; did you mean {}?", option, in_backticks(id),
                                in_backticks(*near))
                  : fmt::format("{}unknown rule {}", option, in_backticks(id));
    }
  }
  return {};
}

ExitCode lint_files(Session& session, const LintOptions& options) {
  if (options.unsafe_fixes && !options.fix && !options.diff) {
    return session.refuse_usage("--unsafe goes with --fix or --diff");
  }
  if (const std::string mistake = rule_mistake(options); !mistake.empty()) {
    return session.refuse_usage(mistake);
  }
  if (options.allowance_reason) {
    const std::string mistake = lint::refuse_reason(*options.allowance_reason);
    if (!mistake.empty()) return session.refuse_usage(fmt::format("--add-allowances: {}", mistake));
  }
  auto settings = check_options(session, options.app);
  if (!settings) {
    const bool has_report = !options.diff && !reports_on_stderr(options);
    return has_report ? report_errors(session, options.format, settings.error()) : settings.error();
  }
  settings->select = options.select;
  settings->ignore = options.ignore;
  settings->findings_only = true;
  if (!options.stdin_filename.empty()) session.stdin_name = options.stdin_filename;
  return LintRun(session, options, *settings).run();
}

constexpr auto kLintOptions = joined(
    {argument<&LintOptions::paths>("PATH",
                                   "App files or directories, - for standard input; . when absent"),
     choice<render::kFormats, &LintOptions::format>("--format", "FORMAT", "{}"),
     flag<&LintOptions::notes>("--notes", "Show notes too"),
     flag<&LintOptions::deny_warnings>("--deny-warnings", "Fail on warnings too"),
     option<&LintOptions::stdin_filename>("--stdin-filename", "NAME",
                                          "The name of standard input in findings"),
     option<&LintOptions::jobs>("--jobs", "N", "Files at a time; one for each core if absent"),
     option<&LintOptions::select>("--select", "RULE", "Run only these rules; several with commas"),
     option<&LintOptions::ignore>("--ignore", "RULE", "Leave these rules out; several with commas"),
     excluding("--diff", flag<&LintOptions::fix>(
                             "--fix", "Make the safe fixes in the files and report what remains")),
     flag<&LintOptions::diff>("--diff", "Show what --fix would change, and change nothing"),
     excluding("--fix --diff",
               option<&LintOptions::allowance_reason>(
                   "--add-allowances", "REASON",
                   "Write an allowance with this reason for every finding into the files")),
     flag<&LintOptions::unsafe_fixes>(
         "--unsafe", "With --fix or --diff: also make the fixes that a person must check")},
    app_options<&LintOptions::app>());
constexpr shell::CommandExample kLintExamples[] = {
    {"zoomc lint", "Lint every app below this directory"},
    {"zoomc lint --fix crm.zoom.yaml", "Make the safe fixes"},
    {"zoomc lint --format sarif > zoomc.sarif", "A report for GitHub code scanning"}};

}  // namespace

constexpr CommandEntry kLint =
    entry<LintOptions, lint_files>({.name = "lint",
                                    .group = groups::kBuild,
                                    .summary = "Check apps against the integrator's checklist",
                                    .options = kLintOptions,
                                    .examples = kLintExamples});

}  // namespace zoomc::cli
