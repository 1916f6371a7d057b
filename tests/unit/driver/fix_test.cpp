#include "driver/fix.h"

#include "catalog/builtin.h"
#include "support/catch.h"

using namespace zoomc;

namespace {

// A rule that is never content: it adds an `x` to the name for ever.
constexpr RuleInfo kNever{.id = "never", .summary = "never content", .fix = FixPromise::always};
void check_never(const LintContext& cx, Reporter& report) {
  const Span end{cx.app.name->span.end, cx.app.name->span.end};
  Diagnostic found = report.make(end, "not yet");
  found.fixes.push_back({FixSafety::safe, "add", {{end, "x"}}});
  report.report(std::move(found));
}

// A rule whose fix is no YAML.
constexpr RuleInfo kBreaker{.id = "breaker", .summary = "breaks", .fix = FixPromise::always};
void check_breaker(const LintContext& cx, Reporter& report) {
  Diagnostic found = report.make(cx.app.name->span, "break it");
  found.fixes.push_back({FixSafety::safe, "break", {{cx.app.name->span, "[unclosed"}}});
  report.report(std::move(found));
}

const SourceFile kAppFile{"app.zoom.yaml", "zoomc: 1\napp:\n  name: Acme\nregion: us\n"};

}  // namespace

TEST_CASE("rules that are never content end all the same") {
  const Rule rules[] = {{&kNever, check_never}};
  const Fixed fixed = fix(kAppFile, {.catalog = &builtin_catalog(), .rules = rules}, false);
  CHECK(fixed.applied == 20);
  CHECK(fixed.text == "zoomc: 1\napp:\n  name: Acme" + std::string(20, 'x') + "\nregion: us\n");
}

TEST_CASE("a round that breaks the file is taken back") {
  const Rule rules[] = {{&kBreaker, check_breaker}};
  const Fixed fixed = fix(kAppFile, {.catalog = &builtin_catalog(), .rules = rules}, false);
  CHECK(fixed.applied == 0);
  CHECK(fixed.text == kAppFile.text);
  CHECK(fixed.checked.findings.size() == 1);
}
