#include "cli/managed_by_comparison.h"

#include <array>

#include "review/managed_by.h"

namespace zoomc {
namespace {

ManagedOutcome outcome_of(ManagedBy managed_by, const Checked& checked) {
  ManagedOutcome outcome{.managed_by = managed_by};
  for (const Diagnostic& found : checked.findings) {
    if (found.severity != Severity::error) continue;
    outcome.reasons.push_back(std::string(found.id) + ": " + found.message);
  }
  if (outcome.reasons.empty()) outcome.resolved = &checked.analysis->resolved;
  return outcome;
}

}  // namespace

ExitCode show_managed_by(Session& session, const AppOptions& options, const std::string& path) {
  auto settings = check_options(session, options);
  if (!settings) return settings.error();
  auto file = session.read(path);
  if (!file) return file.error();
  const auto project = session.project(path);
  if (!project) return project.error();
  settings->config = project->config();
  settings->findings_only = true;
  const Checked present = check(*file, *settings);
  if (!present.is_app) {
    session.show_findings(present);
    return ExitCode::findings;
  }
  const auto managed = [&](ManagedBy managed_by) {
    settings->overrides.managed_by = managed_by;
    return check(*file, *settings);
  };
  const Checked user = managed(ManagedBy::user);
  const Checked admin = managed(ManagedBy::admin);
  const std::array<ManagedOutcome, 2> outcomes{outcome_of(ManagedBy::user, user),
                                               outcome_of(ManagedBy::admin, admin)};
  const bool is_impossible = outcomes[0].resolved == nullptr && outcomes[1].resolved == nullptr;
  const ExitCode written = session.tell(
      compare_managed_by(file->path, present.analysis->resolved.managed_by, outcomes), {&*file});
  return worst(written, is_impossible ? ExitCode::findings : ExitCode::fine);
}

}  // namespace zoomc
