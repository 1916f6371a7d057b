#include "driver/check.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "driver/rule_ids.h"
#include "driver/shared_values.h"
#include "lint/lint.h"
#include "lint/secrets.h"
#include "manifest/write.h"
#include "model/build.h"
#include "resolve/justification.h"
#include "resolve/resolve.h"
#include "syntax/parse.h"

namespace zoomc {

bool Checked::has_errors() const {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Diagnostic& found) { return found.severity == Severity::error; });
}

namespace {

bool is_overridden(const Overrides& overrides) {
  return !overrides.regions.empty() || overrides.stage || overrides.managed_by ||
         overrides.scope_names;
}

void run_rules(Analysis& made, const CheckOptions& options, std::span<const Rule> rules, bool whole,
               std::vector<Diagnostic> manifest_findings, Sink& sink, Sink& suppressed) {
  LintContext cx{made.file, made.document, made.app, made.resolved, *options.catalog};
  std::vector<Secret> secrets = secrets_of(cx);
  if (sink.has_errors()) add_unread_secrets(cx, secrets);
  made.file.secrets = places_of(secrets, made.file.text);
  cx.secrets = &secrets;
  if (options.config != nullptr) cx.policies = options.config->policies;
  lint(cx, rules,
       {.config = options.config,
        .select = options.select,
        .ignore = options.ignore,
        .fixed_ids = phase_ids(),
        .whole = whole},
       std::move(manifest_findings), sink, suppressed);
}

// A file that is no app yet has secrets all the same.
void look_for_secrets(Analysis& made, const CheckOptions& options, Sink& sink, Sink& suppressed) {
  Sink nothing;
  made.resolved = resolve(made.app, *options.catalog, nothing);
  const auto rule = std::find_if(options.rules.begin(), options.rules.end(), [](const Rule& one) {
    return one.info->id == std::string_view("inline-secret");
  });
  if (rule == options.rules.end()) return;
  const auto at = static_cast<std::size_t>(rule - options.rules.begin());
  run_rules(made, options, options.rules.subspan(at, 1), false, {}, sink, suppressed);
}

}  // namespace

Checked check(SourceFile file, const CheckOptions& options) {
  Checked checked{.analysis = std::make_unique<Analysis>()};
  Analysis& made = *checked.analysis;
  made.file = std::move(file);
  Sink sink;
  Sink suppressed;
  if (auto document = parse(made.file, sink)) {
    made.document = std::move(*document);
    made.app = build_app(made.document, sink);
    checked.is_app = made.app.is_readable();
  }
  if (checked.is_app) {
    apply(options.overrides, made.app);
    made.resolved = resolve(made.app, *options.catalog, sink);
    const bool whole = !sink.has_errors() && !is_overridden(options.overrides);
    Sink manifest_sink;
    if (options.findings_only) {
      check_manifest_extra(made.resolved, manifest_sink);
    } else {
      made.manifest =
          write_manifest(made.resolved, justify(made.resolved), options.wrap, manifest_sink);
    }
    run_rules(made, options, options.rules, whole, manifest_sink.take(), sink, suppressed);
  } else {
    look_for_secrets(made, options, sink, suppressed);
  }
  checked.findings = sink.take();
  withhold_fixes_of_shared_values(made.file, made.document, checked.findings);
  checked.suppressed = suppressed.take();
  return checked;
}

}  // namespace zoomc
