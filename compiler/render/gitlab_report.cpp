#include "json/writer.h"
#include "render/finding_text.h"
#include "render/report_names.h"
#include "render/reports.h"
#include "text/quote.h"

// Code Quality reports of GitLab, a part of what Code Climate specifies for issues.
namespace zoomc::render {
namespace {

std::string_view gitlab_severity(Severity severity) {
  switch (severity) {
    case Severity::error: return "major";
    case Severity::warning: return "minor";
    case Severity::note: return "info";
  }
  return "major";
}

std::string_view severity_of_trouble(Severity severity) {
  return severity == Severity::error ? "blocker" : gitlab_severity(severity);
}

// `severity` is a word of GitLab's.
void write_issue(json::Writer& json, const FileView& view, const Diagnostic& finding,
                 std::string_view severity, std::string_view fingerprint) {
  const FileRegion region = view.region(finding.primary);
  json.object([&] {
    json.member("type", "issue");
    json.member("check_name", finding.id);
    json.member("description", escape_controls(finding.message));
    json.key("categories");
    const std::string_view category = finding.sensitive ? "Security" : "Bug Risk";
    json.array(std::initializer_list<std::string_view>{category},
               [&](std::string_view name) { json.value(name); });
    json.member("fingerprint", fingerprint);
    json.member("severity", severity);
    json.object("location", [&] {
      json.member("path", repository_path(view.file().path));
      json.object("lines", [&] {
        json.member("begin", region.start.line);
        json.member("end", region.last_line());
      });
    });
  });
}

class GitlabReport final : public Report {
 public:
  std::string begin() override { return "["; }

  void file(const SourceFile& file, const std::vector<Diagnostic>& findings,
            const ReportOut& out) override {
    write(file, findings, gitlab_severity, out);
  }

  void run_errors(const SourceFile& file, const std::vector<Diagnostic>& findings,
                  const ReportOut& out) override {
    write(file, findings, severity_of_trouble, out);
  }

  std::string end() override { return "\n]\n"; }

 private:
  void write(const SourceFile& file, const std::vector<Diagnostic>& findings,
             std::string_view (*severity)(Severity), const ReportOut& out) {
    if (findings.empty()) return;
    const FileView view(file);
    Fingerprints fingerprints(view.file());
    BufferedWriter issues(out);
    for (const Diagnostic& finding : findings) {
      json::Writer json;
      write_issue(json, view, finding, severity(finding.severity), fingerprints.next(finding));
      issues << issues_.next(json.text());
    }
  }

  json::Lines issues_;
};

}  // namespace

std::unique_ptr<Report> make_gitlab_report() {
  return std::make_unique<GitlabReport>();
}

}  // namespace zoomc::render
