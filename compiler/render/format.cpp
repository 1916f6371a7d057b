#include "render/format.h"

#include <algorithm>
#include <fmt/core.h>
#include <utility>

#include "diagnostics/diagnostic.h"
#include "render/finding_text.h"
#include "render/reports.h"
#include "secrets/hiding.h"
#include "source/line_index.h"
#include "text/quote.h"

namespace zoomc::render {
namespace {

class TextReport final : public Report {
 public:
  explicit TextReport(bool color) : color_(color) {}

  // There is a blank line between the findings of two files, as between two findings of a file.
  void file(const SourceFile& file, const std::vector<Diagnostic>& findings,
            const ReportOut& out) override {
    std::string text = render_text(file, findings, color_);
    if (text.empty()) return;
    if (shown_before_) text.insert(0, "\n");
    shown_before_ = true;
    out(text);
  }

  void run_errors(const SourceFile& /*file*/, const std::vector<Diagnostic>& /*findings*/,
                  const ReportOut& /*out*/) override {}

 private:
  bool color_;
  bool shown_before_ = false;
};

class ConciseReport final : public Report {
 public:
  void file(const SourceFile& file, const std::vector<Diagnostic>& findings,
            const ReportOut& out) override {
    if (!findings.empty()) out(render_concise(file, findings));
  }

  void run_errors(const SourceFile& /*file*/, const std::vector<Diagnostic>& /*findings*/,
                  const ReportOut& /*out*/) override {}
};

// A report that is handed no secrets.
class DiscreetReport final : public Report {
 public:
  explicit DiscreetReport(std::unique_ptr<Report> report) : report_(std::move(report)) {}

  std::string begin() override { return report_->begin(); }
  void file(const SourceFile& file, const std::vector<Diagnostic>& findings,
            const ReportOut& out) override {
    const secrets::ShownFindings discreet(file, findings);
    report_->file(discreet.file(), discreet.findings(), out);
  }
  void run_errors(const SourceFile& file, const std::vector<Diagnostic>& findings,
                  const ReportOut& out) override {
    const secrets::ShownFindings discreet(file, findings);
    report_->run_errors(discreet.file(), discreet.findings(), out);
  }
  std::string end() override { return report_->end(); }

 private:
  std::unique_ptr<Report> report_;
};

std::unique_ptr<Report> make_outspoken_report(Format format, ReportSettings settings) {
  switch (format) {
    // The functions that write these formats hide secrets themselves.
    case Format::text:
    case Format::concise: break;
    case Format::json: return make_json_report();
    case Format::sarif: return make_sarif_report(std::move(settings));
    case Format::github: return make_github_report();
    case Format::gitlab: return make_gitlab_report();
    case Format::junit: return make_junit_report();
    case Format::checkstyle: return make_checkstyle_report();
  }
  return nullptr;
}

}  // namespace

std::unique_ptr<Report> make_report(Format format, ReportSettings settings) {
  if (format == Format::text) return std::make_unique<TextReport>(settings.color);
  if (format == Format::concise) return std::make_unique<ConciseReport>();
  return std::make_unique<DiscreetReport>(make_outspoken_report(format, std::move(settings)));
}

std::string render_text(const SourceFile& file, const std::vector<Diagnostic>& findings,
                        bool color) {
  if (findings.empty()) return {};
  const std::size_t shown = std::min(findings.size(), kMaxTextFindings);
  const std::vector<Diagnostic> first(findings.begin(),
                                      findings.begin() + static_cast<std::ptrdiff_t>(shown));
  const secrets::ShownFindings discreet(file, first);
  const FileView view(discreet.file());
  StyledText styled(color);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) styled.end_line();
    print_finding(styled, view, discreet.findings()[i]);
  }
  if (const std::size_t more = findings.size() - shown; more > 0) {
    styled.end_line();
    const std::string path = escape_controls(file.path);
    styled.put(more == 1 ? fmt::format("... and 1 more finding in {}", path)
                         : fmt::format("... and {} more findings in {}", more, path));
    styled.end_line();
  }
  return styled.text();
}

std::string render_concise(const SourceFile& file, const std::vector<Diagnostic>& findings) {
  const LineIndex lines(file.text);
  const std::string path = escape_controls(file.path);
  std::string out;
  const secrets::ShownFindings discreet(file, findings);
  for (const Diagnostic& finding : discreet.findings()) {
    const LineColumn place = lines.position(finding.primary.begin);
    out += path + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": ";
    out.append(to_string(finding.severity)).append("[").append(escape_controls(finding.id));
    out += "] " + escape_controls(finding.message) + "\n";
  }
  return out;
}

}  // namespace zoomc::render
