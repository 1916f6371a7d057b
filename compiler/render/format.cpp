#include "render/format.h"

#include "render/render.h"
#include "render/reports.h"

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

}  // namespace

std::unique_ptr<Report> make_report(Format format, ReportSettings settings) {
  switch (format) {
    case Format::text: return std::make_unique<TextReport>(settings.color);
    case Format::concise: return std::make_unique<ConciseReport>();
    case Format::json: return make_json_report();
    case Format::sarif: return make_sarif_report(std::move(settings));
    case Format::github: return make_github_report();
    case Format::gitlab: return make_gitlab_report();
    case Format::junit: return make_junit_report();
    case Format::checkstyle: return make_checkstyle_report();
  }
  return nullptr;
}

}  // namespace zoomc
