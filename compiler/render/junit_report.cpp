#include <algorithm>
#include <map>

#include "render/finding_text.h"
#include "render/reports.h"
#include "text/quote.h"

// JUnit's XML as Jenkins describes it: a file is a test suite, a finding a test that failed. A note
// fails nothing, so it is a test that passed and has something to say.
namespace zoomc::render {
namespace {

// Names without places, so that a test is the same one after an edit above it; of several with one
// id the later ones are numbered.
std::string test_name(const Diagnostic& finding, std::map<std::string_view, int>& seen) {
  const int nth = ++seen[finding.id];
  return std::string(finding.id) + (nth == 1 ? "" : " (" + std::to_string(nth) + ")");
}

// `element` is for all above a note.
std::string body_of(const FileView& view, const Diagnostic& finding, const std::string& element) {
  StyledText styled(false);
  print_finding(styled, view, finding);
  const std::string text = xml_text(styled.text());
  if (finding.severity == Severity::note) return "      <system-out>" + text + "</system-out>\n";
  std::string xml = "      <" + element + " type=\"" + std::string(to_string(finding.severity));
  xml += "\" message=\"" + xml_attribute(escape_controls(finding.message)) + "\">";
  return xml + text + "</" + element + ">\n";
}

// The element for a test that did not pass: `error` is for the test itself, `failure` for what it
// tests.
std::string element_of(const Diagnostic& finding, bool is_trouble) {
  return is_trouble && finding.severity == Severity::error ? "error" : "failure";
}

std::string test_case(std::string_view path, std::string_view name, std::string_view body) {
  std::string xml = "    <testcase name=\"" + xml_attribute(name);
  xml += "\" classname=\"" + xml_attribute(path) + "\"";
  if (body.empty()) return xml + "/>\n";
  return xml.append(">\n").append(body) + "    </testcase>\n";
}

class JunitReport final : public Report {
 public:
  std::string begin() override {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"zoomc\">\n";
  }

  void file(const SourceFile& file, const std::vector<Diagnostic>& findings,
            const ReportOut& out) override {
    write(file, findings, false, out);
  }

  void run_errors(const SourceFile& file, const std::vector<Diagnostic>& findings,
                  const ReportOut& out) override {
    write(file, findings, true, out);
  }

  std::string end() override { return "</testsuites>\n"; }

 private:
  static void write(const SourceFile& file, const std::vector<Diagnostic>& findings,
                    bool is_trouble, const ReportOut& out) {
    const FileView view(file);
    std::map<std::string_view, int> seen;
    const auto count = [&](std::string_view element) {
      return std::count_if(findings.begin(), findings.end(), [&](const Diagnostic& finding) {
        return finding.severity != Severity::note && element_of(finding, is_trouble) == element;
      });
    };
    const std::size_t tests = findings.empty() ? 1 : findings.size();
    BufferedWriter xml(out);
    xml << "  <testsuite name=\"" << xml_attribute(file.path) << "\" tests=\""
        << std::to_string(tests) << "\" failures=\"" << std::to_string(count("failure"))
        << "\" errors=\"" << std::to_string(count("error")) << "\">\n";
    for (const Diagnostic& finding : findings) {
      xml << test_case(file.path, test_name(finding, seen),
                       body_of(view, finding, element_of(finding, is_trouble)));
    }
    // A suite without tests is an error to some readers.
    if (findings.empty()) xml << test_case(file.path, "no findings", "");
    xml << "  </testsuite>\n";
  }
};

}  // namespace

std::unique_ptr<Report> make_junit_report() {
  return std::make_unique<JunitReport>();
}

}  // namespace zoomc::render
