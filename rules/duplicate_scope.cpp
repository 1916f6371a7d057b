#include <algorithm>
#include <fmt/core.h>

#include "lint/extra_scope.h"
#include "lint/requests.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::duplicate_scope {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "duplicate-scope",
    .summary = "an extra scope is listed twice, or is in the manifest anyway",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::guide,
    .item = "scopes",
    .since = "0.1.0",
});

namespace {

using Requests = std::vector<const resolve::Request*>;

// The requests whose requirements the scope was chosen for; sign-in, which is not written in the
// file, last.
Requests bringing(const lint::LintContext& cx, const resolve::ResolvedScope& scope) {
  std::vector<std::uint32_t> numbers;
  for (const std::uint32_t requirement : scope.satisfies) {
    const auto& requests = cx.resolved.requirements[requirement].requests;
    numbers.insert(numbers.end(), requests.begin(), requests.end());
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  Requests requests;
  for (const std::uint32_t number : numbers) requests.push_back(&cx.resolved.requests[number]);
  std::stable_partition(requests.begin(), requests.end(), [](const resolve::Request* request) {
    return request->kind != resolve::RequestKind::sign_in;
  });
  return requests;
}

Diagnostic derived_already(const lint::LintContext& cx, const lint::ExtraScope& extra,
                           const Text& entry, const Requests& requests,
                           const lint::Reporter& report) {
  const std::string names = lint::names_of(requests);
  const std::string scope = in_backticks(entry.value);
  Diagnostic found = report.make(
      entry.span, requests.size() == 1
                      ? fmt::format("{} already adds {}; remove this line", names, scope)
                      : fmt::format("{} already add {}; remove this line", names, scope));
  if (!requests.empty() && !requests.front()->span.empty()) {
    found.labels.push_back({requests.front()->span, "adds it"});
  }
  const auto& optional = cx.app.optional;
  const bool is_named = std::any_of(optional.begin(), optional.end(),
                                    [&](const Text& key) { return key.value == entry.value; });
  if (is_named) {
    found.hints.push_back(extra.scope->optional
                              ? std::string("remove it from `optional` too: it is optional already")
                              : fmt::format("remove it from `optional` too: it has no effect "
                                            "there, because {} cannot work without it",
                                            names));
  }
  return found;
}

Diagnostic listed_twice(const lint::ExtraScope& extra, const Text& entry,
                        const lint::Reporter& report) {
  Diagnostic found = report.make(
      entry.span, fmt::format("{} is listed twice in `extra_scopes`", in_backticks(entry.value)));
  found.labels.push_back({extra.text.span, "first here"});
  return found;
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const std::vector<lint::ExtraScope>& all = cx.extra_scopes;
  for (const lint::ExtraScope& extra : all) {
    if (extra.problem != lint::ExtraScopeProblem::duplicate) continue;
    const auto report_entry = [&](const Text& entry, Diagnostic found) {
      auto fix = lint::remove_entry(cx, all, extra, entry, FixSafety::safe);
      if (fix) found.fixes.push_back(*std::move(fix));
      report.report(std::move(found));
    };
    if (extra.is_derived()) {
      const Requests requests = bringing(cx, *extra.scope);
      report_entry(extra.text, derived_already(cx, extra, extra.text, requests, report));
    }
    for (const Text& repeat : extra.repeats) {
      report_entry(repeat, listed_twice(extra, repeat, report));
    }
  }
}

}  // namespace zoomc::rules::duplicate_scope
