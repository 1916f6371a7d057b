#include "driver/check.h"

#include <algorithm>

#include "manifest/write.h"
#include "model/build.h"
#include "resolve/resolve.h"
#include "syntax/parse.h"

namespace zoomc {

bool Checked::has_errors() const {
  return std::any_of(findings.begin(), findings.end(), [](const Diagnostic& found) {
    return found.severity == Severity::error;
  });
}

Checked check(SourceFile file, const CheckOptions& options) {
  Checked checked{.analysis = std::make_unique<Analysis>()};
  Analysis& made = *checked.analysis;
  made.file = std::move(file);
  Sink sink;
  if (auto document = parse(made.file, sink)) {
    made.document = std::move(*document);
    made.app = build_app(made.document, sink);
    checked.is_app = made.app.is_readable();
  }
  if (checked.is_app) {
    apply(options.overrides, made.app);
    made.resolved = resolve(made.app, *options.catalog, sink);
    lint({made.file, made.document, made.app, made.resolved, *options.catalog}, options.rules, sink);
    made.manifest = write_manifest(made.resolved, options.wrap, sink);
  }
  checked.findings = sink.take();
  return checked;
}

}  // namespace zoomc
