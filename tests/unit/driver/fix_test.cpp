#include "driver/fix.h"

#include "catalog/builtin.h"
#include "support/catch.h"

using namespace zoomc;
using namespace zoomc::driver;

namespace {

// A rule that is never content: it adds an `x` to the name for ever.
constexpr lint::RuleInfo kNever{
    .id = "never", .summary = "never content", .fix = FixPromise::always};
void check_never(const lint::LintContext& cx, lint::Reporter& report) {
  const Span end{cx.app.name->span.end, cx.app.name->span.end};
  Diagnostic found = report.make(end, "not yet");
  found.fixes.push_back({FixSafety::safe, "add", {{end, "x"}}});
  report.report(std::move(found));
}

// A rule whose fix is no YAML.
constexpr lint::RuleInfo kBreaker{.id = "breaker", .summary = "breaks", .fix = FixPromise::always};
void check_breaker(const lint::LintContext& cx, lint::Reporter& report) {
  Diagnostic found = report.make(cx.app.name->span, "break it");
  found.fixes.push_back({FixSafety::safe, "break", {{cx.app.name->span, "[unclosed"}}});
  report.report(std::move(found));
}

// Writes the name anew and then wants it gone: a round undoes what the one before did.
constexpr lint::RuleInfo kWriter{.id = "writer", .summary = "writes", .fix = FixPromise::always};
void check_writer(const lint::LintContext& cx, lint::Reporter& report) {
  const Text& name = *cx.app.name;
  Diagnostic found = report.make(name.span, "not so");
  if (name.value == "Acme") {
    found.fixes.push_back({FixSafety::safe, "`Acme2`", {{name.span, "Acme2"}}});
  } else {
    found.fixes.push_back({FixSafety::unsafe, "remove it", {{name.span, "x"}}, FixKind::remove});
  }
  report.report(std::move(found));
}

// Wants the company gone as soon as the name has been changed.
constexpr lint::RuleInfo kLate{.id = "late", .summary = "comes late", .fix = FixPromise::sometimes};
void check_late(const lint::LintContext& cx, lint::Reporter& report) {
  if (cx.app.name->value == "Acme") return;
  const Span place = cx.app.company->span;
  Diagnostic found = report.make(place, "no company");
  found.fixes.push_back({FixSafety::unsafe, "remove it", {{place, "x"}}, FixKind::remove});
  report.report(std::move(found));
}

const SourceFile kAppFile{"app.zoom.yaml", "zoomc: 1\napp:\n  name: Acme\nregion: us\n"};

}  // namespace

TEST_CASE("rules that are never content end all the same") {
  const lint::Rule rules[] = {{&kNever, check_never}};
  const Fixed fixed =
      fix(kAppFile, {.catalog = &catalog::builtin_catalog(), .rules = rules}, false);
  CHECK(fixed.applied == 20);
  CHECK(fixed.text == "zoomc: 1\napp:\n  name: Acme" + std::string(20, 'x') + "\nregion: us\n");
}

TEST_CASE("a round that breaks the file is taken back") {
  const lint::Rule rules[] = {{&kBreaker, check_breaker}};
  const Fixed fixed =
      fix(kAppFile, {.catalog = &catalog::builtin_catalog(), .rules = rules}, false);
  CHECK(fixed.applied == 0);
  CHECK(fixed.text == kAppFile.text);
  CHECK(fixed.checked.findings.size() == 1);
}

TEST_CASE("a removal never takes what a fix of the same run wrote") {
  const lint::Rule rules[] = {{&kWriter, check_writer}};
  const Fixed fixed = fix(kAppFile, {.catalog = &catalog::builtin_catalog(), .rules = rules}, true);
  CHECK(fixed.text == "zoomc: 1\napp:\n  name: Acme2\nregion: us\n");
  CHECK(fixed.applied == 1);
  CHECK(fixed.checked.findings.size() == 1);
}

TEST_CASE("what is found only behind a fix is told and not removed") {
  const lint::Rule rules[] = {{&kWriter, check_writer}, {&kLate, check_late}};
  const SourceFile file{"app.zoom.yaml",
                        "zoomc: 1\napp: {name: Acme, company: Acme Inc}\nregion: us\n"};
  const Fixed fixed = fix(file, {.catalog = &catalog::builtin_catalog(), .rules = rules}, true);
  CHECK(fixed.text == "zoomc: 1\napp: {name: Acme2, company: Acme Inc}\nregion: us\n");
  CHECK(fixed.checked.findings.size() == 2);
}
