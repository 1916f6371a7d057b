#include "review/change_words.h"
#include "text/quote.h"

namespace zoomc {
namespace {

std::string_view sign_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added: return "+ ";
    case ChangeKind::removed: return "- ";
    case ChangeKind::changed: break;
  }
  return "~ ";
}

std::string text_item(const ChangeReport& report, const WeighedChange& weighed) {
  std::string item = "  " + std::string(sign_of(weighed.change.kind)) +
                     describe_change(weighed.change, in_backticks) + "\n";
  for (const std::string& line :
       {describe_extra_cost(report, weighed), place_of(report, weighed)}) {
    if (!line.empty()) item += "      " + line + "\n";
  }
  return item;
}

std::string text_heading_of_cost(const ChangeReport& report) {
  switch (report.stage) {
    case ChangeStage::unknown: return "Cost, if the app is published\n";
    case ChangeStage::testing: return "Cost, in testing\n";
    case ChangeStage::publishing:
    case ChangeStage::published: break;
  }
  return "Cost\n";
}

}  // namespace

std::string changes_text(const ChangeReport& report) {
  std::string text = describe_versions(report, in_backticks);
  if (report.changes.empty() && report.stage != ChangeStage::publishing) {
    return text + "\nnothing changed in the manifest\n";
  }
  text += "\n\n";
  for (const ChangeGroup& group : group_changes(report)) {
    text += std::string(group.title) + "\n";
    for (const WeighedChange* weighed : group.changes) text += text_item(report, *weighed);
    text += "\n";
  }
  text += text_heading_of_cost(report);
  for (const std::string& sentence : summarize_cost(report)) text += "  " + sentence + "\n";
  return text;
}

}  // namespace zoomc
