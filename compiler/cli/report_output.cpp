#include "cli/report_output.h"

#include <algorithm>
#include <fmt/core.h>

#include "rules/registry.h"
#include "text/quote.h"

namespace zoomc::cli {
namespace {

// The cases on a page show what a report shows already.
std::string_view without_cases(std::string_view page) {
  const std::size_t end = page.find("\n## Cases\n");
  return end == std::string_view::npos ? page : page.substr(0, end);
}

std::vector<render::RuleText> rule_texts() {
  std::vector<render::RuleText> texts;
  for (const FindingKind& kind : rules::finding_kinds()) {
    texts.push_back({kind.id, kind.summary, without_cases(kind.page), kind.severity});
  }
  return texts;
}

std::string counted(std::size_t number, const std::string& noun, const std::string& plural = "s") {
  return std::to_string(number) + " " + noun + (number == 1 ? "" : plural);
}

}  // namespace

render::ReportSettings report_settings(render::Format format, bool color) {
  // To gather the texts takes as long as to read a file.
  const bool with_rules = format == render::Format::sarif;
  return {.color = color,
          .version = ZOOMC_VERSION,
          .rules = with_rules ? rule_texts() : std::vector<render::RuleText>{}};
}

ExitCode report_errors(Session& session, render::Format format, ExitCode code) {
  if (session.errors.empty()) return code;
  const auto report = render::make_report(format, report_settings(format, false));
  const auto write = [&](std::string_view text) {
    if (!text.empty()) code = worst(code, session.console.out(text));
  };
  write(report->begin());
  session.errors.tell(*report, write);
  write(report->end());
  return code;
}

void LintTotals::add(const std::vector<Diagnostic>& findings, std::size_t applied,
                     std::size_t allowed) {
  ++files_;
  applied_ += applied;
  allowed_ += allowed;
  if (!findings.empty()) ++files_with_findings_;
  for (const Diagnostic& found : findings) {
    errors_ += found.severity == Severity::error;
    warnings_ += found.severity == Severity::warning;
    notes_ += found.severity == Severity::note;
    if (found.fixes.empty()) continue;
    const bool safe = std::any_of(found.fixes.begin(), found.fixes.end(),
                                  [](const Fix& fix) { return fix.safety == FixSafety::safe; });
    ++(safe ? safe_ : unsafe_);
  }
}

std::string LintTotals::what_is_left() const {
  std::vector<std::string> counts;
  if (errors_ > 0) counts.push_back(counted(errors_, "error"));
  if (warnings_ > 0) counts.push_back(counted(warnings_, "warning"));
  if (notes_ > 0) counts.push_back(counted(notes_, "note"));
  const std::string files = counted(files_, "file");
  if (counts.empty()) return fmt::format("no findings in {}", files);
  if (files_with_findings_ == files_) return fmt::format("{} in {}", join_words(counts), files);
  return fmt::format("{} in {} of {}", join_words(counts), files_with_findings_, files);
}

std::string LintTotals::what_is_fixable() const {
  if (safe_ > 0 && unsafe_ > 0) {
    return fmt::format("; {} fixable with `--fix`, {} more with `--fix --unsafe`", safe_, unsafe_);
  }
  if (safe_ > 0) return fmt::format("; {} fixable with `--fix`", safe_);
  if (unsafe_ > 0) return fmt::format("; {} fixable with `--fix --unsafe`", unsafe_);
  return {};
}

std::string LintTotals::summary() const {
  const bool quiet = files_ <= 1 && files_with_findings_ == 0 && applied_ + allowed_ == 0;
  if (quiet) return {};
  std::string line;
  if (applied_ > 0) line += fmt::format("{} made; ", counted(applied_, "fix", "es"));
  if (allowed_ > 0) line += fmt::format("{} allowed; ", counted(allowed_, "finding"));
  return line + what_is_left() + what_is_fixable() + "\n";
}

}  // namespace zoomc::cli
