#include "cli/rule_texts.h"

#include "cli/finding_kinds.h"

namespace zoomc {
namespace {

// The cases on a page show what a report shows already.
std::string_view without_cases(std::string_view page) {
  const std::size_t end = page.find("\n## Cases\n");
  return end == std::string_view::npos ? page : page.substr(0, end);
}

}  // namespace

std::vector<RuleText> rule_texts() {
  std::vector<RuleText> texts;
  for (const FindingKind& kind : finding_kinds()) {
    texts.push_back({kind.id, kind.summary, without_cases(kind.page), kind.severity});
  }
  return texts;
}

}  // namespace zoomc
