#include "review/drift.h"
#include "review/drift_words.h"
#include "review/markdown.h"
#include "text/quote.h"

namespace zoomc {
namespace {

void add_markdown_section(std::string& text, std::string_view title,
                          const std::vector<Drift>& drifts) {
  if (drifts.empty()) return;
  text.append("\n#### ").append(title).append("\n\n");
  for (const Drift& drift : drifts) {
    text += "- " + describe_drift(drift.change, markdown_short_code);
    for (const std::string& place : {drift.file_place, drift.zoom_place}) {
      if (!place.empty()) text += " (" + markdown_code(place) + ")";
    }
    if (!drift.advice.empty()) text += "; " + markdown_message(drift.advice);
    text += '\n';
  }
}

}  // namespace

std::string drift_markdown(const DriftReport& report, const std::string& update) {
  std::string text = "### Drift of " + markdown_short_code(report.file) + "\n\n";
  text += report.is_clean() ? "It means the same as " : "It differs from ";
  text += markdown_short_code(report.manifest) + ".\n";
  add_markdown_section(text, "Only Zoom has", report.only_zoom);
  add_markdown_section(text, "Only the file has", report.only_file);
  add_markdown_section(text, "Different", report.different);
  if (!report.implied.empty()) {
    text += "\nZoom adds by itself:";
    for (const std::string& scope : report.implied) text += " " + markdown_short_code(scope);
    text += "\n";
  }
  if (!report.is_clean()) {
    text += "\nTo keep the file's version, upload: " + markdown_code(update) + "\n";
  }
  return text;
}

}  // namespace zoomc
