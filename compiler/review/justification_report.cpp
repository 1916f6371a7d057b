#include "review/justification_report.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <set>
#include <utility>

#include "catalog/lookup.h"
#include "json/writer.h"
#include "resolve/justification.h"
#include "review/report_text.h"
#include "text/quote.h"

namespace zoomc::review {
namespace {

constexpr std::size_t kMinColumn = 29;

JustifiedScope make_scope(const resolve::ResolvedApp& resolved, const resolve::ResolvedScope& scope,
                          const std::vector<ScopeUse>& uses, const TestPlan& plan) {
  std::set<std::uint32_t> requests;
  std::set<catalog::OperationId> operations;
  std::set<catalog::EventId> events;
  for (const ScopeUse& use : uses) {
    requests.insert(use.request);
    if (use.operation) operations.insert(*use.operation);
    if (use.event) events.insert(*use.event);
  }
  return {.scope = &scope,
          .requests = {requests.begin(), requests.end()},
          .operations = {operations.begin(), operations.end()},
          .events = {events.begin(), events.end()},
          .steps = plan.steps_of(scope, uses),
          .guide = guide_notes(resolved, scope)};
}

std::string text_of_scope(const resolve::ResolvedApp& resolved, const FilePlaces& places,
                          const JustifiedScope& entry) {
  std::vector<TextRow> rows;
  rows.push_back(
      {entry.reason.written ? "  why" : "  why *", escape_controls(entry.reason.text), {}});
  for (const std::uint32_t number : entry.requests) {
    const resolve::Request& request = resolved.requests[number];
    const bool is_sign_in = request.kind == resolve::RequestKind::sign_in;
    rows.push_back({"  for", escape_controls(asked_as(request)),
                    is_sign_in ? "always needed" : places.text_of(request.span)});
  }
  for (const catalog::OperationId id : entry.operations) {
    const catalog::Operation& call = resolved.catalog->operations[id];
    rows.push_back({"  calls", escape_controls(catalog::display_name(call)),
                    escape_controls(resolve::as_phrase(call.name))});
  }
  for (const catalog::EventId id : entry.events) {
    rows.push_back({"  receives", escape_controls(resolved.catalog->events[id].name), {}});
  }
  for (const ReviewStep& step : entry.steps) {
    rows.push_back({step.written ? "  test" : "  test *", escape_controls(step.text), {}});
  }
  for (const GuideNote& note : entry.guide) {
    rows.push_back({"  guide", text_of(note, escape_controls), {}});
  }
  if (entry.scope->optional) {
    rows.push_back({"  optional", "users can decline it when they install the app", {}});
  }
  return escape_controls(entry.scope->name) + "\n" + lay_out(rows, kMinColumn);
}

std::string_view label_of(resolve::RequestKind kind) {
  switch (kind) {
    case resolve::RequestKind::operation: return "Wanted for the call";
    case resolve::RequestKind::event: return "Wanted for the event";
    case resolve::RequestKind::extra_scope: return "Asked for by name";
    case resolve::RequestKind::sign_in:
    case resolve::RequestKind::feature: break;
  }
  return "Feature";
}

std::string markdown_of(const resolve::Request& request) {
  if (request.kind == resolve::RequestKind::sign_in) return "sign-in";
  std::string text = markdown_code(request.key);
  if (!request.composite.empty()) text += fmt::format(" (in {})", markdown_code(request.composite));
  return text;
}

std::string markdown_of(const catalog::Operation& call) {
  std::string text = markdown_code(catalog::display_name(call));
  const std::string title = resolve::as_phrase(call.name);
  if (!title.empty()) text += fmt::format(" ({})", escape_markdown(title));
  return text;
}

std::string markdown_of_scope(const resolve::ResolvedApp& resolved, const JustifiedScope& entry) {
  std::string text = fmt::format("\n## {}\n\n{}\n\n", markdown_code(entry.scope->name),
                                 escape_markdown(entry.reason.text));
  if (entry.scope->optional) text += "- Optional: users can decline it when they install the app\n";
  for (const std::uint32_t number : entry.requests) {
    const resolve::Request& request = resolved.requests[number];
    text += fmt::format("- {}: {}\n", label_of(request.kind), markdown_of(request));
  }
  for (const catalog::OperationId id : entry.operations) {
    text += fmt::format("- Call: {}\n", markdown_of(resolved.catalog->operations[id]));
  }
  for (const catalog::EventId id : entry.events) {
    text += fmt::format("- Event: {}\n", markdown_code(resolved.catalog->events[id].name));
  }
  for (const GuideNote& note : entry.guide) {
    text += fmt::format("- Guide: {}\n", text_of(note, markdown_code));
  }
  text += "\nTest:\n\n";
  std::size_t number = 0;
  for (const ReviewStep& step : entry.steps) {
    text += fmt::format("{}. {}\n", ++number, escape_markdown(step.text));
  }
  return text;
}

// A cell of several entries.
template <class Range, class TextOf>
std::string cell_of(const Range& range, std::string_view separator, TextOf text_of_one) {
  std::string cell;
  for (const auto& one : range) {
    if (!cell.empty()) cell += separator;
    cell += text_of_one(one);
  }
  return cell;
}

std::string csv_of_scope(const resolve::ResolvedApp& resolved, const JustifiedScope& entry) {
  const catalog::Catalog& catalog = *resolved.catalog;
  const auto plain = [](std::string_view name) { return std::string(name); };
  return csv_record(std::array{
      std::string(entry.scope->name), std::string(entry.scope->optional ? "yes" : "no"),
      entry.reason.text,
      cell_of(entry.requests, "; ",
              [&](std::uint32_t number) { return asked_as(resolved.requests[number]); }),
      cell_of(
          entry.operations, "; ",
          [&](catalog::OperationId id) { return catalog::display_name(catalog.operations[id]); }),
      cell_of(entry.events, "; ", [&](catalog::EventId id) { return catalog.events[id].name; }),
      cell_of(entry.steps, " ", [](const ReviewStep& step) { return step.text; }),
      cell_of(entry.guide, "; ", [&](const GuideNote& note) { return text_of(note, plain); })});
}

std::string_view kind_of(resolve::RequestKind kind) {
  switch (kind) {
    case resolve::RequestKind::sign_in: return "sign_in";
    case resolve::RequestKind::feature: return "feature";
    case resolve::RequestKind::operation: return "operation";
    case resolve::RequestKind::event: return "event";
    case resolve::RequestKind::extra_scope: return "scope";
  }
  return {};
}

std::string_view source_of(resolve::ScopeSource source) {
  switch (source) {
    case resolve::ScopeSource::derived: return "derived";
    case resolve::ScopeSource::guide: return "guide";
    case resolve::ScopeSource::extra: return "by_hand";
  }
  return {};
}

void write_scope(json::PrettyWriter& json, const resolve::ResolvedApp& resolved,
                 const FilePlaces& places, const JustifiedScope& entry) {
  const catalog::Catalog& catalog = *resolved.catalog;
  json.object([&] {
    json.member("scope", entry.scope->name);
    json.member("optional", entry.scope->optional);
    json.member("source", source_of(entry.scope->source));
    json.member("why", entry.reason.text);
    json.member("written", entry.reason.written);
    json.array("for", entry.requests, [&](std::uint32_t number) {
      const resolve::Request& request = resolved.requests[number];
      json.object([&] {
        json.member("kind", kind_of(request.kind));
        json.member("key", request.key);
        json.member_unless_empty("composite", request.composite);
        places.write(json, request.span);
      });
    });
    json.array("operations", entry.operations, [&](catalog::OperationId id) {
      const catalog::Operation& call = catalog.operations[id];
      json.object([&] {
        json.member("operation", catalog::display_name(call));
        json.member("name", call.name);
      });
    });
    json.array("events", entry.events,
               [&](catalog::EventId id) { json.value(catalog.events[id].name); });
    json.array("test", entry.steps, [&](const ReviewStep& step) {
      json.object([&] {
        json.member("step", step.text);
        json.member("written", step.written);
      });
    });
    json.array("guide", entry.guide, [&](const GuideNote& note) {
      json.object([&] {
        json.member("feature", note.feature);
        json.strings("names", note.names);
        json.member_unless_empty("shortfall", note.shortfall);
      });
    });
  });
}

bool is_of_guide(const resolve::Request& request) {
  return request.kind == resolve::RequestKind::feature ||
         request.kind == resolve::RequestKind::sign_in;
}

GuideNote note_of(const resolve::ResolvedScope& scope, const catalog::Feature& feature,
                  bool one_of_several) {
  GuideNote note{.feature = feature.name,
                 .names = {feature.guide_scopes.begin(), feature.guide_scopes.end()},
                 .one_of_several = one_of_several};
  note.names_it_too =
      std::find(note.names.begin(), note.names.end(), scope.name) != note.names.end();
  if (!note.names_it_too) note.shortfall = feature.guide_shortfall;
  return note;
}

}  // namespace

JustificationReport make_justification_report(const resolve::ResolvedApp& resolved) {
  JustificationReport report{.resolved = &resolved};
  const TestPlan plan(resolved);
  const auto uses = uses_of_scopes(resolved);
  std::vector<ScopeReason> reasons = scope_reasons(resolved, uses);
  for (std::size_t i = 0; i < resolved.scopes.size(); ++i) {
    report.scopes.push_back(make_scope(resolved, resolved.scopes[i], uses[i], plan));
    report.scopes.back().reason = std::move(reasons[i]);
  }
  return report;
}

std::string asked_as(const resolve::Request& request) {
  if (request.kind == resolve::RequestKind::sign_in) return "sign-in";
  if (request.composite.empty()) return request.key;
  return fmt::format("{} (in {})", request.key, request.composite);
}

std::string justification_text(const JustificationReport& report, const SourceFile& file) {
  const FilePlaces places(file);
  std::string text;
  for (const JustifiedScope& entry : report.scopes) {
    text += text_of_scope(*report.resolved, places, entry) + "\n";
  }
  return text + fmt::format(
                    "{}, {}-managed; what has a * is generated: `justify` and `test_plan` take "
                    "your own words\n",
                    count_of(report.scopes.size(), "scope"),
                    model::to_string(report.resolved->managed_by));
}

std::string justification_markdown(const JustificationReport& report) {
  const auto& name = report.resolved->app->name;
  std::string text =
      fmt::format("# Scopes of {}\n\n{}. {}\n", name ? escape_markdown(name->value) : "the app",
                  count_of(report.scopes.size(), "scope"),
                  report.resolved->is_admin() ? "An admin connects the app for a whole account."
                                              : "Each user connects the app for their own data.");
  for (const JustifiedScope& entry : report.scopes) {
    text += markdown_of_scope(*report.resolved, entry);
  }
  return text;
}

std::string justification_csv(const JustificationReport& report) {
  std::string text = csv_record(std::array<std::string, 8>{
      "scope", "optional", "why", "for", "operations", "events", "test", "guide"});
  for (const JustifiedScope& entry : report.scopes) text += csv_of_scope(*report.resolved, entry);
  return text;
}

std::string justification_json(const JustificationReport& report, const SourceFile& file) {
  const resolve::ResolvedApp& resolved = *report.resolved;
  const FilePlaces places(file);
  json::PrettyWriter json;
  json.object([&] {
    json.member("version", 1U);
    json.member("file", file.path);
    if (resolved.app->name) json.member("app", resolved.app->name->value);
    json.member("managed_by", model::to_string(resolved.managed_by));
    json.array("scopes", report.scopes,
               [&](const JustifiedScope& entry) { write_scope(json, resolved, places, entry); });
  });
  return json.text() + "\n";
}

std::vector<GuideNote> guide_notes(const resolve::ResolvedApp& resolved,
                                   const resolve::ResolvedScope& scope) {
  const bool has_guide = resolved.platform != nullptr && resolved.platform->has_guide_names;
  if (!has_guide || scope.source != resolve::ScopeSource::derived) return {};
  std::set<std::uint32_t> requests;
  for (const std::uint32_t number : scope.satisfies) {
    const auto& of = resolved.requirements[number].requests;
    requests.insert(of.begin(), of.end());
  }
  std::vector<GuideNote> notes;
  for (const std::uint32_t index : requests) {
    const resolve::Request& request = resolved.requests[index];
    if (!is_of_guide(request)) continue;
    const catalog::Feature& feature = resolved.catalog->features[*request.row];
    if (feature.guide_scopes.empty()) continue;
    notes.push_back(note_of(scope, feature, requests.size() > 1));
  }
  return notes;
}

std::string text_of(const GuideNote& note, std::string (*show)(std::string_view)) {
  const std::string of = note.one_of_several ? fmt::format(" for {}", show(note.feature)) : "";
  if (note.names_it_too) return fmt::format("the guide names it too{}", of);
  std::vector<std::string> names;
  for (const std::string_view name : note.names) names.push_back(show(name));
  std::string text = fmt::format("the guide names {}{}", join_words(names), of);
  if (!note.shortfall.empty()) text += fmt::format(", which {}", note.shortfall);
  return text;
}

AuthorityUse authority_use_of(const JustificationReport& report) {
  std::set<catalog::OperationId> needed;
  for (const JustifiedScope& entry : report.scopes) {
    needed.insert(entry.operations.begin(), entry.operations.end());
  }
  const catalog::Catalog& catalog = *report.resolved->catalog;
  AuthorityUse whole;
  std::set<catalog::OperationId> allowed;
  std::set<catalog::OperationId> excess;
  for (const JustifiedScope& entry : report.scopes) {
    ScopeAuthority scope{.scope = whole.scopes.size(), .is_known = entry.scope->row.has_value()};
    if (scope.is_known) {
      for (const catalog::OperationId operation : catalog.scopes[*entry.scope->row].operations) {
        ++scope.allowed;
        if (needed.count(operation) == 0) scope.excess.push_back(operation);
        allowed.insert(operation);
      }
    }
    excess.insert(scope.excess.begin(), scope.excess.end());
    whole.scopes.push_back(std::move(scope));
  }
  whole.allowed = allowed.size();
  whole.excess = excess.size();
  return whole;
}

}  // namespace zoomc::review
