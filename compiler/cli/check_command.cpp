#include <algorithm>
#include <fmt/core.h>

#include "audit/audit.h"
#include "cli/command.h"
#include "cli/report_output.h"
#include "cli/session.h"
#include "manifest/read_manifest.h"
#include "manifest/validate.h"
#include "render/format.h"
#include "rules/registry.h"

namespace zoomc::cli {
namespace {

struct CheckCommandOptions {
  std::vector<std::string> files;
  render::Format format = render::Format::text;
  bool notes = false;
  bool deny_warnings = false;
  bool as_zoom = false;
  std::string stdin_filename;
};

// Audits manifests and writes one report on them.
class CheckRun {
 public:
  CheckRun(Session& session, const CheckCommandOptions& options, const catalog::Catalog& catalog)
      : session_(session), options_(options), catalog_(catalog) {}

  ExitCode run() {
    report_ = render::make_report(
        options_.format, report_settings(options_.format, session_.console.out_has_color()));
    write(report_->begin());
    for (const std::string& path : options_.files) {
      if (!session_.console.out_has_failed()) check(path);
    }
    session_.errors.tell(*report_, [this](std::string_view text) { write(text); });
    write(report_->end());
    if (options_.format == render::Format::text) write_summary();
    return code_;
  }

 private:
  void check(const std::string& path) {
    auto file = session_.read(path);
    if (!file) return fail(file.error());
    audit::Audit audit = audit::audit_manifest(*file, catalog_, rules::all_rules());
    file->secrets = std::move(audit.secrets);
    if (!options_.notes) {
      std::erase_if(audit.findings,
                    [](const Diagnostic& found) { return found.severity == Severity::note; });
    }
    ++checked_;
    if (audit.verdict == ZoomVerdict::accepts) ++accepted_;
    if (audit.verdict == ZoomVerdict::can_reject) ++doubtful_;
    report_->file(*file, audit.findings, [this](std::string_view text) { write(text); });
    has_findings_ = has_findings_ || !audit.findings.empty();
    // `check` has no `--fix` that the summary could offer.
    for (Diagnostic& found : audit.findings) found.fixes.clear();
    totals_.add(audit.findings, 0, 0);
    if (totals_.has_errors() || (options_.deny_warnings && totals_.has_warnings())) {
      fail(ExitCode::findings);
    }
  }

  // "2 errors in 1 file; zoom rejects it"
  void write_summary() {
    if (checked_ == 0) return;
    std::string line = totals_.summary();
    line = line.empty() ? "no findings" : line.substr(0, line.size() - 1);
    if (checked_ == 1) {
      line += accepted_ == 1   ? "; zoom accepts it"
              : doubtful_ == 1 ? "; zoom can reject it"
                               : "; zoom rejects it";
    } else {
      line += fmt::format("; zoom accepts {} of {}", accepted_, checked_);
      if (doubtful_ > 0) line += fmt::format(" and can reject {}", doubtful_);
    }
    write((has_findings_ ? "\n" : "") + line + "\n");
  }

  void write(std::string_view text) {
    if (!text.empty()) fail(session_.console.out(text));
  }
  void fail(ExitCode code) { code_ = worst(code_, code); }

  Session& session_;
  const CheckCommandOptions& options_;
  const catalog::Catalog& catalog_;
  std::unique_ptr<render::Report> report_;
  LintTotals totals_;
  std::size_t checked_ = 0;
  std::size_t accepted_ = 0;
  // Those that Zoom rejects in some apps only.
  std::size_t doubtful_ = 0;
  bool has_findings_ = false;
  ExitCode code_ = ExitCode::fine;
};

// Zoom's answer has standard output to itself.
ExitCode answer_as_zoom(Session& session, const std::string& path,
                        const catalog::Catalog& catalog) {
  const auto file = session.read(path);
  if (!file) return file.error();
  Sink sink;
  const auto read = manifest::read_manifest(*file, sink);
  session.show_findings(*file, sink.take());
  if (!read) return ExitCode::findings;
  const auto findings = manifest::validate_manifest(*read->manifest, catalog);
  const ExitCode written = session.console.out(manifest::zoom_reply(findings));
  return worst(written, manifest::is_taken_by_zoom(findings) ? ExitCode::fine : ExitCode::findings);
}

ExitCode check(Session& session, const CheckCommandOptions& options) {
  if (options.as_zoom && options.files.size() > 1) {
    return session.refuse_usage("--as-zoom takes one manifest: Zoom answers one at a time");
  }
  const auto catalog = session.catalog();
  if (!catalog) {
    return options.as_zoom ? catalog.error()
                           : report_errors(session, options.format, catalog.error());
  }
  if (!options.stdin_filename.empty()) session.stdin_name = options.stdin_filename;
  if (options.as_zoom) return answer_as_zoom(session, options.files.front(), **catalog);
  return CheckRun(session, options, **catalog).run();
}

constexpr shell::CommandOption kCheckOptions[] = {
    required(argument<&CheckCommandOptions::files>(
        "MANIFEST", "Manifests (*.json), exported or compiled; - for standard input")),
    choice<render::kFormats, &CheckCommandOptions::format>("--format", "FORMAT", "{}"),
    flag<&CheckCommandOptions::notes>("--notes", "Show notes too"),
    flag<&CheckCommandOptions::deny_warnings>("--deny-warnings", "Fail on warnings too"),
    excluding("--format",
              flag<&CheckCommandOptions::as_zoom>(
                  "--as-zoom", "Print only the JSON that Zoom's validator would answer")),
    option<&CheckCommandOptions::stdin_filename>("--stdin-filename", "NAME",
                                                 "The name of standard input in findings")};
constexpr shell::CommandExample kCheckExamples[] = {
    {"zoomc check exported.json", "What Zoom and its review would say about a manifest"},
    {"zoomc check --as-zoom exported.json", "The reply that Zoom's validator gives"}};

}  // namespace

constexpr CommandEntry kCheck = entry<CheckCommandOptions, check>(
    {.name = "check",
     .group = groups::kBuild,
     .summary = "Check a manifest: what Zoom accepts, rejects or silently drops",
     .options = kCheckOptions,
     .examples = kCheckExamples});

}  // namespace zoomc::cli
