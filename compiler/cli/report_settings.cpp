#include "cli/report_settings.h"

#include "rules/registry.h"

namespace zoomc {
namespace {

// The cases on a page show what a report shows already.
std::string_view without_cases(std::string_view page) {
  const std::size_t end = page.find("\n## Cases\n");
  return end == std::string_view::npos ? page : page.substr(0, end);
}

std::vector<RuleText> rule_texts() {
  std::vector<RuleText> texts;
  for (const FindingKind& kind : finding_kinds()) {
    texts.push_back({kind.id, kind.summary, without_cases(kind.page), kind.severity});
  }
  return texts;
}

}  // namespace

ReportSettings report_settings(Format format, bool color) {
  // To gather the texts takes as long as to read a file.
  const bool with_rules = format == Format::sarif;
  return {.color = color,
          .version = ZOOMC_VERSION,
          .rules = with_rules ? rule_texts() : std::vector<RuleText>{}};
}

ExitCode report_troubles(Session& session, Format format, ExitCode code) {
  if (session.troubles.empty()) return code;
  const auto report = make_report(format, report_settings(format, false));
  const auto write = [&](std::string_view text) {
    if (!text.empty()) code = worst(code, session.console.out(text));
  };
  write(report->begin());
  session.troubles.tell(*report, write);
  write(report->end());
  return code;
}

}  // namespace zoomc
