#include <algorithm>

#include "catalog/lookup.h"
#include "infer/infer_report.h"
#include "json/writer.h"

namespace zoomc::infer {
namespace {

std::uint32_t small(std::uint64_t number) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(number, UINT32_MAX));
}

void write_place(json::PrettyWriter& json, const InferReport& report, std::uint32_t file,
                 LineColumn position) {
  json.member("path", report.usage.files[file]);
  json.member("line", position.line);
  json.member("column", position.column);
}

std::string_view word_of(ResolutionStatus doubt) {
  switch (doubt) {
    case ResolutionStatus::none: return "none";
    case ResolutionStatus::unknown: return "unknown";
    case ResolutionStatus::method_computed: return "method";
    case ResolutionStatus::path_computed: return "path";
    case ResolutionStatus::ambiguous: return "ambiguous";
  }
  return {};
}

void write_operations(json::PrettyWriter& json, const InferReport& report) {
  json.array("operations", report.usage.operations, [&](const auto& entry) {
    const catalog::OperationId operation = entry.first;
    const OperationUse& use = entry.second;
    json.object([&] {
      json.member("operation", catalog::display_name(report.catalog.operations[operation]));
      json.array(
          "features", features_with(report.catalog, operation),
          [&](catalog::FeatureId feature) { json.value(report.catalog.features[feature].name); });
      if (report.has_app()) json.member("allowed", report.standing_of(operation) == "allowed");
      json.array("places", use.places, [&](const CallPlace& place) {
        json.object([&] { write_place(json, report, place.file, place.position); });
      });
      json.member("times_in_logs", small(use.times));
    });
  });
}

void write_doubts(json::PrettyWriter& json, const InferReport& report) {
  json.array("unresolved", report.usage.doubtful, [&](const UnresolvedCall& doubtful) {
    json.object([&] {
      write_place(json, report, doubtful.file, doubtful.call.position);
      json.member("doubt", word_of(doubtful.call.doubt));
      if (!doubtful.call.method.empty()) json.member("method", doubtful.call.method);
      if (!doubtful.call.path.empty()) json.member("call_path", doubtful.call.path);
    });
  });
  json.array("unknown_in_logs", report.usage.unknown, [&](const auto& entry) {
    json.object([&] {
      json.member("call", entry.first);
      json.member("times", small(entry.second));
    });
  });
}

void write_suggestion(json::PrettyWriter& json, const InferReport& report) {
  const Suggestion& suggestion = report.comparison.suggestion;
  json.object("suggestion", [&] {
    json.array("features", suggestion.features, [&](catalog::FeatureId feature) {
      json.value(report.catalog.features[feature].name);
    });
    json.array("operations", suggestion.operations, [&](catalog::OperationId operation) {
      json.value(catalog::display_name(report.catalog.operations[operation]));
    });
  });
}

void write_finding(json::PrettyWriter& json, const std::string& path, const Diagnostic& found) {
  json.object([&] {
    json.member("path", path);
    json.member("id", found.id);
    json.member("severity", to_string(found.severity));
    json.member("message", found.message);
    json.member("offset", found.primary.begin);
  });
}

}  // namespace

std::string infer_json(const InferReport& report) {
  json::PrettyWriter json;
  json.object([&] {
    json.member("version", 1U);
    if (report.has_app()) json.member("app", report.app);
    write_operations(json, report);
    write_doubts(json, report);
    write_suggestion(json, report);
    std::vector<std::pair<std::string, const Diagnostic*>> findings;
    const auto& in_code = report.comparison.in_code;
    for (std::size_t file = 0; file < in_code.size(); ++file) {
      for (const Diagnostic& found : in_code[file])
        findings.emplace_back(report.usage.files[file], &found);
    }
    for (const Diagnostic& found : report.comparison.in_app)
      findings.emplace_back(report.app, &found);
    json.array("findings", findings,
               [&](const auto& entry) { write_finding(json, entry.first, *entry.second); });
    json.array("logs", report.usage.logs, [&](const LogSummary& log) {
      json.object([&] {
        json.member("path", log.path);
        json.member("format", to_string(log.format));
        json.member("calls", small(log.calls));
        json.member("other", small(log.other));
        json.member("days", small(log.days));
      });
    });
    json.member("files_read", small(report.usage.files_read));
    json.array("too_large", report.usage.too_large,
               [&](const std::string& path) { json.value(path); });
  });
  return json.text() + "\n";
}

}  // namespace zoomc::infer
