#include "review/drift.h"
#include "review/drift_words.h"
#include "review/rows.h"
#include "text/quote.h"

namespace zoomc {
namespace {

// "zoom.json:3:5"; both, the file's first, where both have it.
std::string places_of(const Drift& drift) {
  if (drift.file_place.empty() || drift.zoom_place.empty())
    return drift.file_place + drift.zoom_place;
  return drift.file_place + ", " + drift.zoom_place;
}

void add_text_section(std::string& text, std::string_view title, const std::vector<Drift>& drifts) {
  if (drifts.empty()) return;
  text.append(title) += '\n';
  for (const Drift& drift : drifts) {
    text += "  " + describe_drift(drift.change) + "\n";
    const std::string places = places_of(drift);
    if (!places.empty()) text += "      " + places + "\n";
    if (!drift.advice.empty()) text += "      " + drift.advice + "\n";
  }
  text += '\n';
}

std::string implied_words(const std::vector<std::string>& scopes) {
  if (scopes.empty()) return {};
  std::vector<std::string> codes;
  codes.reserve(scopes.size());
  for (const std::string& scope : scopes) codes.push_back(in_backticks(scope));
  return ", but for " + join_words(codes) + ", which Zoom adds by itself";
}

}  // namespace

std::string drift_text(const DriftReport& report, const std::string& update) {
  const std::string both = in_backticks(report.file) + " and " + in_backticks(report.manifest);
  if (report.is_clean()) return both + " mean the same" + implied_words(report.implied) + "\n";
  const std::size_t count =
      report.only_zoom.size() + report.only_file.size() + report.different.size();
  std::string text = both + " differ in " + count_of(count, "place") + "\n\n";
  add_text_section(text, "Only Zoom has", report.only_zoom);
  add_text_section(text, "Only the file has", report.only_file);
  add_text_section(text, "Different", report.different);
  text += "To keep the file's version, upload:\n  " + update + "\n";
  return text;
}

}  // namespace zoomc
