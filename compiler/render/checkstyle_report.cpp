#include "render/finding_text.h"
#include "render/reports.h"
#include "text/quote.h"

// The XML of Checkstyle, which many code review tools read.
namespace zoomc::render {
namespace {

std::string_view checkstyle_severity(Severity severity) {
  return severity == Severity::note ? "info" : to_string(severity);
}

std::string error_of(const FileView& view, const Diagnostic& finding) {
  const LineColumn place = view.region(finding.primary).start;
  std::string line = "    <error line=\"" + std::to_string(place.line) + "\" column=\"" +
                     std::to_string(place.column) + "\" severity=\"";
  line.append(checkstyle_severity(finding.severity)).append("\" message=\"");
  line += xml_attribute(escape_controls(finding.message)) + "\" source=\"zoomc.";
  return line + xml_attribute(finding.id) + "\"/>\n";
}

class CheckstyleReport final : public Report {
 public:
  std::string begin() override {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  }

  void file(const SourceFile& file, const std::vector<Diagnostic>& findings,
            const ReportOut& out) override {
    const FileView view(file);
    BufferedWriter xml(out);
    xml << "  <file name=\"" << xml_attribute(file.path) << "\">\n";
    for (const Diagnostic& finding : findings) xml << error_of(view, finding);
    xml << "  </file>\n";
  }

  std::string end() override { return "</checkstyle>\n"; }
};

}  // namespace

std::unique_ptr<Report> make_checkstyle_report() {
  return std::make_unique<CheckstyleReport>();
}

}  // namespace zoomc::render
