#include "render/finding_text.h"
#include "render/report_names.h"
#include "render/reports.h"
#include "text/quote.h"

// Workflow commands of GitHub Actions: a line on the log that the runner turns into an annotation.
namespace zoomc::render {
namespace {

std::string_view command_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: return "notice";
  }
  return "error";
}

// Other control characters than line breaks are written as in messages: the line goes to a log.
std::string escape_data(std::string_view text) {
  std::string out;
  for (;;) {
    const std::size_t end = text.find_first_of("%\r\n");
    out += escape_controls(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    out += text[end] == '%' ? "%25" : text[end] == '\r' ? "%0D" : "%0A";
    text.remove_prefix(end + 1);
  }
}

std::string escape_property(std::string_view text) {
  std::string out;
  for (const char c : escape_data(text)) {
    if (c == ':') {
      out += "%3A";
    } else if (c == ',') {
      out += "%2C";
    } else {
      out += c;
    }
  }
  return out;
}

// The runner refuses columns of a place of several lines.
std::string place_of(const FileRegion& region) {
  std::string place = ",line=" + std::to_string(region.start.line) +
                      ",endLine=" + std::to_string(region.last_line());
  if (region.last_line() != region.start.line) return place;
  place += ",col=" + std::to_string(region.start.column);
  if (region.end.line == region.start.line) {
    place += ",endColumn=" + std::to_string(region.end.column);
  }
  return place;
}

std::string annotation(const FileView& view, const Diagnostic& finding) {
  std::string text = finding.message;
  for (const std::string& note : notes_of(finding)) {
    text += "\n" + note;
  }
  std::string line = "::" + std::string(command_of(finding.severity));
  line += " file=" + escape_property(repository_path(view.file().path));
  line += place_of(view.region(finding.primary));
  line += ",title=" + escape_property(finding.id);
  return line + "::" + escape_data(text) + "\n";
}

class GithubReport final : public Report {
 public:
  void file(const SourceFile& file, const std::vector<Diagnostic>& findings,
            const ReportOut& out) override {
    if (findings.empty()) return;
    const FileView view(file);
    BufferedWriter lines(out);
    for (const Diagnostic& finding : findings) lines << annotation(view, finding);
  }
};

}  // namespace

std::unique_ptr<Report> make_github_report() {
  return std::make_unique<GithubReport>();
}

}  // namespace zoomc::render
