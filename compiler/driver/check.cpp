#include "driver/check.h"

#include <algorithm>

#include "driver/rule_ids.h"
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

void lint_app(const Analysis& made, const CheckOptions& options, bool whole,
              std::vector<Diagnostic> manifest_findings, Sink& sink, Sink& suppressed) {
  LintContext cx{made.file, made.document, made.app, made.resolved, *options.catalog};
  if (options.config != nullptr) cx.policies = options.config->policies;
  lint(cx, options.rules,
       {.config = options.config,
        .select = options.select,
        .ignore = options.ignore,
        .fixed_ids = phase_ids(),
        .whole = whole},
       std::move(manifest_findings), sink, suppressed);
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
    made.file.secrets = secret_places(secrets_of(made.app), made.file.text);
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
    lint_app(made, options, whole, manifest_sink.take(), sink, suppressed);
  }
  checked.findings = sink.take();
  checked.suppressed = suppressed.take();
  hide_secrets(secrets_of(made.app), checked.findings);
  hide_secrets(secrets_of(made.app), checked.suppressed);
  return checked;
}

}  // namespace zoomc
