#include "review/change_words.h"
#include "review/markdown.h"
#include "text/quote.h"

namespace zoomc {
namespace {

std::string_view verb_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added: return "added ";
    case ChangeKind::removed: return "removed ";
    case ChangeKind::changed: break;
  }
  return "changed ";
}

std::string markdown_item(const ChangeReport& report, const WeighedChange& weighed) {
  std::string line = "- " + std::string(verb_of(weighed.change.kind)) +
                     describe_change(weighed.change, markdown_short_code);
  const std::string place = place_of(report, weighed);
  if (!place.empty()) line += " (" + markdown_code(place) + ")";
  const std::string cost = describe_extra_cost(report, weighed);
  if (!cost.empty()) line += ": **" + cost + "**";
  return line + "\n";
}

std::string markdown_heading_of_cost(const ChangeReport& report) {
  switch (report.stage) {
    case ChangeStage::unknown: return "#### Cost, if the app is published\n\n";
    case ChangeStage::testing: return "#### Cost, in testing\n\n";
    case ChangeStage::publishing:
    case ChangeStage::published: break;
  }
  return "#### Cost\n\n";
}

}  // namespace

std::string changes_markdown(const ChangeReport& report) {
  std::string text = "### Zoom app " + markdown_short_code(report.after.path) + "\n\n" +
                     describe_versions(report, markdown_short_code) + "\n\n";
  if (report.changes.empty() && report.stage != ChangeStage::publishing) {
    return text + "Nothing changed in the manifest.\n";
  }
  text += markdown_heading_of_cost(report);
  for (const std::string& sentence : summarize_cost(report)) text += "- " + sentence + "\n";
  for (const ChangeGroup& group : group_changes(report)) {
    text += "\n#### " + std::string(group.title) + "\n\n";
    for (const WeighedChange* weighed : group.changes) text += markdown_item(report, *weighed);
  }
  return text;
}

}  // namespace zoomc
