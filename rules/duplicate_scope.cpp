#include <algorithm>

#include "lint/extra_scope.h"
#include "lint/rule.h"
#include "lint/subjects.h"
#include "text/quote.h"

namespace zoomc::rules::duplicate_scope {

extern constexpr RuleInfo kInfo = checked({
    .id = "duplicate-scope",
    .summary = "an extra scope is listed twice, or in the manifest without being asked for",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::guide,
    .item = "scopes",
    .since = "0.1.0",
});

namespace {

using Subjects = std::vector<const Subject*>;

// Those whose requirements the scope was chosen for; sign-in, which has no place, last.
Subjects bringing(const LintContext& cx, const ResolvedScope& scope) {
  std::vector<std::uint32_t> numbers;
  for (const std::uint32_t requirement : scope.meets) {
    const auto& subjects = cx.resolved.requirements[requirement].subjects;
    numbers.insert(numbers.end(), subjects.begin(), subjects.end());
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  Subjects subjects;
  for (const std::uint32_t number : numbers) subjects.push_back(&cx.resolved.subjects[number]);
  std::stable_partition(subjects.begin(), subjects.end(), [](const Subject* subject) {
    return subject->kind != SubjectKind::sign_in;
  });
  return subjects;
}

Diagnostic derived_already(const LintContext& cx, const ExtraScope& extra, const Text& entry,
                           const Subjects& subjects, const Reporter& report) {
  Diagnostic found = report.make(
      entry.span, names_of(subjects) + (subjects.size() == 1 ? " already adds " : " already add ") +
                      in_backticks(entry.value) + "; remove this line");
  if (!subjects.empty() && !subjects.front()->span.empty()) {
    found.labels.push_back({subjects.front()->span, "brings it"});
  }
  const auto& optional = cx.app.optional;
  const bool is_named = std::any_of(optional.begin(), optional.end(),
                                    [&](const Text& key) { return key.value == entry.value; });
  if (is_named) {
    found.hints.push_back(
        "take it out of `optional` too: " +
        (extra.scope->optional
             ? std::string("it is optional already")
             : "there it has no effect, for " + names_of(subjects) + " cannot do without it"));
  }
  return found;
}

Diagnostic listed_twice(const ExtraScope& extra, const Text& entry, const Reporter& report) {
  Diagnostic found =
      report.make(entry.span, in_backticks(entry.value) + " is listed twice in `extra_scopes`");
  found.labels.push_back({extra.text.span, "first here"});
  return found;
}

}  // namespace

void check(const LintContext& cx, Reporter& report) {
  const std::vector<ExtraScope>& all = cx.extra_scopes;
  for (const ExtraScope& extra : all) {
    if (extra.problem != ExtraScopeProblem::duplicate) continue;
    const auto report_entry = [&](const Text& entry, Diagnostic found) {
      auto fix = remove_entry(cx, all, extra, entry, FixSafety::safe);
      if (fix) found.fixes.push_back(*std::move(fix));
      report.report(std::move(found));
    };
    if (extra.is_derived()) {
      const Subjects subjects = bringing(cx, *extra.scope);
      report_entry(extra.text, derived_already(cx, extra, extra.text, subjects, report));
    }
    for (const Text& repeat : extra.repeats) {
      report_entry(repeat, listed_twice(extra, repeat, report));
    }
  }
}

}  // namespace zoomc::rules::duplicate_scope
