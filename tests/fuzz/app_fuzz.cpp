// An app file, perhaps behind settings and a NUL: the whole pipeline does not crash, every span
// lies inside the file, every report takes the findings, each fix changes what it names and nothing
// else, the fixes together keep their promises, and what compiles is a manifest.
#include <algorithm>
#include <optional>
#include <string>

#include "catalog/builtin.h"
#include "config/read_config.h"
#include "driver/check.h"
#include "driver/fix.h"
#include "driver/rule_ids.h"
#include "edit/apply.h"
#include "held_findings.h"
#include "hold.h"
#include "rules/registry.h"
#include "support/fix_effect.h"
#include "support/fix_promises.h"
#include "support/inside.h"

namespace zoomc::fuzz {
namespace {

// The settings, where they have no errors; a run with others ends before it looks at an app.
std::optional<config::ProjectConfig> settings_of(const std::string& text) {
  const std::vector<std::string_view> ids = driver::ids_of(rules::all_rules());
  const SourceFile file{".zoomc.yaml", text};
  Sink sink;
  config::ProjectConfig config =
      config::read_config(file, {.rules = ids, .fixed = driver::phase_ids()}, sink);
  const bool is_usable = !sink.has_errors();
  const std::vector<Diagnostic> findings = sink.take();
  hold_spans(file, findings);
  hold_reports(file, findings);
  return is_usable ? std::optional(std::move(config)) : std::nullopt;
}

// Whether the scopes of an app are all that it asks for: no phase has found an error in it.
bool is_whole(const driver::Checked& checked) {
  for (const Diagnostic& found : checked.findings) {
    const auto ids = driver::phase_ids();
    const bool is_of_phase = std::find(ids.begin(), ids.end(), found.id) != ids.end();
    if (is_of_phase && found.severity == Severity::error) return false;
  }
  return checked.is_app;
}

void hold_no_wider(const driver::Checked& before, const driver::Checked& after) {
  if (!is_whole(before)) return;
  for (const resolve::ResolvedScope& scope : after.analysis->resolved.scopes) {
    if (resolve::find_resolved_scope(before.analysis->resolved, scope.name) == nullptr) {
      fail("a safe fix adds the scope " + std::string(scope.name));
    }
  }
}

void hold_fixes(const std::string& app, const driver::Checked& checked,
                const driver::CheckOptions& options, bool unsafe_too) {
  const driver::Fixed fixed = driver::fix({"app.zoom.yaml", app}, options, unsafe_too);
  const std::string broken = broken_promise(app, fixed, options, unsafe_too);
  if (!broken.empty()) {
    fail(broken + (unsafe_too ? " (unsafe)\n" : " (safe)\n") + app + "\n=>\n" + fixed.text);
  }
  if (!unsafe_too) hold_no_wider(checked, fixed.checked);
}

// More findings tell no more, and each fix is looked at over the whole file.
constexpr std::size_t kMaxJudged = 50;

// Each fix alone changes what its finding names and nothing else.
void hold_each_fix(const std::string& app, const std::vector<Diagnostic>& findings) {
  for (std::size_t i = 0; i < findings.size() && i < kMaxJudged; ++i) {
    for (const Fix& one : findings[i].fixes) {
      AppChange change = change_of(app, findings[i], one);
      const std::string after = edit::apply_edits(app, one.edits);
      change.after = after;
      const std::string harm = harm_of(change);
      if (!harm.empty()) fail(harm + ": " + findings[i].message + "\n" + app + "\n=>\n" + after);
    }
  }
}

bool has_fixes(const driver::Checked& checked) {
  return std::any_of(checked.findings.begin(), checked.findings.end(),
                     [](const Diagnostic& found) { return !found.fixes.empty(); });
}

bool same(const Diagnostic& a, const Diagnostic& b) {
  return a.id == b.id && a.primary == b.primary && a.message == b.message;
}

// Editors ask for the findings alone.
void hold_findings_alone(const std::string& app, const driver::Checked& checked,
                         driver::CheckOptions options) {
  options.findings_only = true;
  const driver::Checked alone = driver::check({"app.zoom.yaml", app}, options);
  hold(std::equal(alone.findings.begin(), alone.findings.end(), checked.findings.begin(),
                  checked.findings.end(), same),
       "the findings alone are the same findings");
}

void hold_app(const std::string& app, const driver::CheckOptions& options) {
  const driver::Checked checked = driver::check({"app.zoom.yaml", app}, options);
  const resolve::CompiledApp& made = *checked.analysis;
  hold(lies_in(made.document.root, whole(app)), "the tree lies in the file");
  hold_spans(made.file, checked.findings);
  hold_reports(made.file, checked.findings);
  hold_findings_alone(app, checked, options);
  if (checked.is_app) hold_json(checked.manifest);
  if (!has_fixes(checked)) return;
  hold_each_fix(app, checked.findings);
  hold_fixes(app, checked, options, false);
  hold_fixes(app, checked, options, true);
}

}  // namespace
}  // namespace zoomc::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace zoomc;
  std::string app = fuzz::text_of(data, size);
  driver::CheckOptions options{.catalog = &catalog::builtin_catalog(), .rules = rules::all_rules()};
  std::optional<config::ProjectConfig> config;
  if (const std::size_t end = app.find('\0'); end != std::string::npos) {
    config = fuzz::settings_of(app.substr(0, end));
    if (!config) return 0;
    options.config = &*config;
    app.erase(0, end + 1);
  }
  fuzz::hold_app(app, options);
  return 0;
}
