#include <algorithm>
#include <fmt/core.h>
#include <optional>
#include <string>

#include "catalog/lookup.h"
#include "edit/scalar.h"
#include "lint/deprecation.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::deprecated_operation {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "deprecated-operation",
    .summary = "the app uses an API call or an event that Zoom is taking away",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::zoom,
    .item = "scopes",
    .since = "0.1.0",
});

namespace {

bool is_named(const std::vector<model::KeyedText>& entries, std::string_view key) {
  return std::any_of(entries.begin(), entries.end(),
                     [&](const model::KeyedText& entry) { return entry.key == key; });
}

// Whether other parts of the file refer to what was asked for.
bool is_referred_to(const lint::LintContext& cx, const resolve::Request& request) {
  const std::string_view written = cx.file.slice(request.span);
  const auto& optional = cx.app.optional;
  return request.optional || is_named(cx.app.justify, request.key) ||
         is_named(cx.app.test_plan, request.key) || is_named(cx.app.justify, written) ||
         is_named(cx.app.test_plan, written) ||
         std::any_of(optional.begin(), optional.end(),
                     [&](const Text& key) { return key.value == request.key; });
}

// The only successor, as the same kind of thing that was asked for, unless the app has it already.
std::optional<std::string> successor_of(const lint::LintContext& cx,
                                        const resolve::Request& request,
                                        const catalog::Deprecation& row) {
  const auto names = lint::successors_of(row);
  if (names.size() != 1 || resolve::find_request(cx.resolved, request.kind, names.front())) {
    return std::nullopt;
  }
  const bool is_known = request.kind == resolve::RequestKind::operation
                            ? catalog::find_operations(cx.catalog, names.front()).size() == 1
                            : catalog::find_event(cx.catalog, names.front()).has_value();
  return is_known ? std::optional(std::string(names.front())) : std::nullopt;
}

// The text as it is written at the place of a request.
const Text* written_at(const model::App& app, Span span) {
  for (const Text& operation : app.operations) {
    if (operation.span == span) return &operation;
  }
  for (const model::Subscription& subscription : app.events) {
    for (const Text& type : subscription.types) {
      if (type.span == span) return &type;
    }
  }
  return nullptr;
}

std::vector<Fix> replacement(const lint::LintContext& cx, const resolve::Request& request,
                             const catalog::Deprecation& row) {
  const auto successor = successor_of(cx, request, row);
  const Text* written = written_at(cx.app, request.span);
  if (!successor || written == nullptr || is_referred_to(cx, request)) return {};
  // In a flow list `{userId}` needs quotes.
  const bool has_braces = successor->find('{') != std::string::npos;
  return edit::offer_word(written->span, written->value, in_backticks(*successor),
                          has_braces ? '"' + *successor + '"' : *successor);
}

void report_asked_for(const lint::LintContext& cx, const resolve::Request& request,
                      lint::Reporter& report) {
  const auto row = catalog::find_deprecation(cx.catalog, request.key);
  if (!row) return;
  Diagnostic found = report.make(request.span, lint::deprecation_message(*row));
  found.fixes = replacement(cx, request, *row);
  report.report(std::move(found));
}

void report_calls_of(const lint::LintContext& cx, const resolve::Request& feature,
                     lint::Reporter& report) {
  for (const catalog::OperationId call :
       cx.resolved.operations_of(cx.catalog.features[*feature.row])) {
    const auto row =
        catalog::find_deprecation(cx.catalog, catalog::display_name(cx.catalog.operations[call]));
    if (!row) continue;
    report.report(report.make(
        feature.span, fmt::format("{} makes a call that Zoom is taking away: {}",
                                  in_backticks(feature.key), lint::deprecation_message(*row))));
  }
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  for (const resolve::Request& request : cx.resolved.requests) {
    if (!request.row) continue;
    switch (request.kind) {
      case resolve::RequestKind::operation:
      case resolve::RequestKind::event: report_asked_for(cx, request, report); break;
      case resolve::RequestKind::feature: report_calls_of(cx, request, report); break;
      case resolve::RequestKind::sign_in:
      case resolve::RequestKind::extra_scope: break;
    }
  }
}

}  // namespace zoomc::rules::deprecated_operation
