#include "render/format.h"

#include <utility>

#include "render/render.h"
#include "render/reports.h"
#include "secrets/hiding.h"

namespace zoomc {
namespace {

class TextReport final : public Report {
 public:
  explicit TextReport(bool color) : color_(color) {}

  // As between two findings of a file, a blank line stands between those of two files.
  void file(const SourceFile& file, const std::vector<Diagnostic>& findings,
            const ReportOut& out) override {
    std::string text = render_text(file, findings, color_);
    if (text.empty()) return;
    if (shown_before_) text.insert(0, "\n");
    shown_before_ = true;
    out(text);
  }

  void trouble(const SourceFile& /*file*/, const std::vector<Diagnostic>& /*findings*/,
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

  void trouble(const SourceFile& /*file*/, const std::vector<Diagnostic>& /*findings*/,
               const ReportOut& /*out*/) override {}
};

// A report that is handed no secrets.
class DiscreetReport final : public Report {
 public:
  explicit DiscreetReport(std::unique_ptr<Report> report) : report_(std::move(report)) {}

  std::string begin() override { return report_->begin(); }
  void file(const SourceFile& file, const std::vector<Diagnostic>& findings,
            const ReportOut& out) override {
    const ShownFindings discreet(file, findings);
    report_->file(discreet.file(), discreet.findings(), out);
  }
  void trouble(const SourceFile& file, const std::vector<Diagnostic>& findings,
               const ReportOut& out) override {
    const ShownFindings discreet(file, findings);
    report_->trouble(discreet.file(), discreet.findings(), out);
  }
  std::string end() override { return report_->end(); }

 private:
  std::unique_ptr<Report> report_;
};

std::unique_ptr<Report> make_outspoken_report(Format format, ReportSettings settings) {
  switch (format) {
    // What makes their texts hides secrets itself.
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

}  // namespace zoomc
