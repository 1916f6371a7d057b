#include <fmt/core.h>

#include "catalog/lookup.h"
#include "infer/infer_report.h"
#include "review/report_text.h"

namespace zoomc::infer {

std::string infer_markdown(const InferReport& report) {
  std::string text = "## Zoom API calls\n\n" + review::escape_markdown(report.summary()) + "\n";
  if (!report.usage.operations.empty()) {
    text += report.has_app() ? "\n| | operation | feature | called |\n|---|---|---|---|\n"
                             : "\n| operation | feature | called |\n|---|---|---|\n";
  }
  for (const auto& [operation, use] : report.usage.operations) {
    text += "| ";
    if (report.has_app()) {
      const std::string_view standing = report.standing_of(operation);
      text += standing == "allowed" ? "allowed | " : fmt::format("**{}** | ", standing);
    }
    text += review::markdown_code(catalog::display_name(report.catalog.operations[operation])) +
            " | " + review::escape_markdown(report.features_of(operation)) + " | " +
            review::escape_markdown(report.where_of(use)) + " |\n";
  }
  if (!report.usage.doubtful.empty() || !report.usage.unknown.empty()) {
    text += "\n### Not resolved\n\n";
    for (const UnresolvedCall& doubtful : report.usage.doubtful) {
      text += "- " +
              review::escape_markdown(report.place_of(doubtful.file, doubtful.call.position)) +
              " " + review::escape_markdown(report.doubt_of(doubtful.call)) + "\n";
    }
    for (const auto& [call, times] : report.usage.unknown) {
      text += fmt::format("- {}: not in the catalog, {} in logs\n", review::escape_markdown(call),
                          review::count_of(times, "time"));
    }
  }
  const std::string yaml = suggestion_yaml(report.catalog, report.comparison.suggestion);
  if (!yaml.empty()) {
    text += report.has_app() ? "\n### To add to the app\n\n" : "\n### In an app file\n\n";
    text += "```yaml\n" + yaml + "```\n";
  }
  for (const std::string& remark : report.remarks())
    text += "\n" + review::escape_markdown(remark) + "\n";
  return text;
}

}  // namespace zoomc::infer
