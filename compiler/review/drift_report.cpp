#include <fmt/core.h>

#include "json/writer.h"
#include "review/change_report.h"
#include "review/drift.h"
#include "review/report_text.h"

namespace zoomc::review {
namespace {

std::string drift_text_item(const Drift& drift) {
  std::string text = "  " + describe_drift(drift.change) + "\n";
  // The file's first, where both have it.
  const bool in_both = !drift.file_place.empty() && !drift.zoom_place.empty();
  const std::string places = drift.file_place + (in_both ? ", " : "") + drift.zoom_place;
  for (const std::string& line : {places, drift.advice}) {
    if (!line.empty()) text += "      " + line + "\n";
  }
  return text;
}

std::string drift_markdown_item(const Drift& drift) {
  std::string text = "- " + describe_drift(drift.change, markdown_short_code);
  for (const std::string& place : {drift.file_place, drift.zoom_place}) {
    if (!place.empty()) text += " (" + markdown_code(place) + ")";
  }
  if (!drift.advice.empty()) text += "; " + markdown_message(drift.advice);
  return text + "\n";
}

std::string drift_sections(const DriftReport& report, bool is_markdown) {
  struct Section {
    std::string_view title;
    const std::vector<Drift>& drifts;
  };
  std::string text;
  for (const Section& section :
       {Section{"Only Zoom has", report.only_zoom}, Section{"Only the file has", report.only_file},
        Section{"Different", report.different}}) {
    if (section.drifts.empty()) continue;
    text += ReportForm{is_markdown}.heading(4, section.title);
    for (const Drift& drift : section.drifts) {
      text += is_markdown ? drift_markdown_item(drift) : drift_text_item(drift);
    }
    if (!is_markdown) text += '\n';
  }
  return text;
}

std::string implied_words(const std::vector<std::string>& scopes) {
  if (scopes.empty()) return {};
  std::vector<std::string> codes;
  codes.reserve(scopes.size());
  for (const std::string& scope : scopes) codes.push_back(in_backticks(scope));
  return fmt::format(", except for {}, which Zoom adds by itself", join_words(codes));
}

void write_drift(json::PrettyWriter& json, const Drift& drift) {
  const manifest::ManifestChange& change = drift.change;
  json.object([&] {
    json.member("part", manifest::to_string(change.part));
    json.member("subject", change.subject);
    json.member_unless_empty("subscription", change.subscription);
    json.member("key", key_of(change));
    json.member_unless_empty("file_value", shown_value(change, change.before));
    json.member_unless_empty("zoom_value", shown_value(change, change.after));
    json.member_unless_empty("file_place", drift.file_place);
    json.member_unless_empty("zoom_place", drift.zoom_place);
    json.member_unless_empty("advice", drift.advice);
  });
}

}  // namespace

std::string drift_text(const DriftReport& report, const std::string& update) {
  const std::string file = in_backticks(report.file);
  const std::string manifest = in_backticks(report.manifest);
  if (report.is_clean())
    return fmt::format("{} and {} mean the same{}\n", file, manifest,
                       implied_words(report.implied));
  const std::size_t count =
      report.only_zoom.size() + report.only_file.size() + report.different.size();
  return fmt::format("{} and {} differ in {}\n\n{}To keep the file's version, upload:\n  {}\n",
                     file, manifest, count_of(count, "place"), drift_sections(report, false),
                     update);
}

std::string drift_markdown(const DriftReport& report, const std::string& update) {
  std::string text = fmt::format("### Drift of {}\n\nIt {} {}.\n", markdown_short_code(report.file),
                                 report.is_clean() ? "means the same as" : "differs from",
                                 markdown_short_code(report.manifest));
  text += drift_sections(report, true);
  if (!report.implied.empty()) {
    text += "\nZoom adds by itself:";
    for (const std::string& scope : report.implied) text += " " + markdown_short_code(scope);
    text += "\n";
  }
  if (!report.is_clean()) {
    text += fmt::format("\nTo keep the file's version, upload: {}\n", markdown_code(update));
  }
  return text;
}

std::string drift_json(const DriftReport& report) {
  json::PrettyWriter json;
  const auto each = [&json](const Drift& drift) { write_drift(json, drift); };
  json.object([&] {
    json.member("version", 1U);
    json.member("file", report.file);
    json.member("manifest", report.manifest);
    json.member("same", report.is_clean());
    json.array("only_zoom", report.only_zoom, each);
    json.array("only_file", report.only_file, each);
    json.array("different", report.different, each);
    json.strings("implied", report.implied);
  });
  return json.text() + "\n";
}

}  // namespace zoomc::review
