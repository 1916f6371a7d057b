#include <algorithm>
#include <map>

#include "json/writer.h"
#include "render/finding_text.h"
#include "render/report_names.h"
#include "render/reports.h"
#include "text/quote.h"

// SARIF 2.1.0, one run. The results come first and the tool last, because only then is it known
// which rules have to be described.
namespace zoomc::render {
namespace {

// Writes `{"text": …}` under `name`: a message, or content.
void write_text(json::Writer& json, std::string_view name, std::string_view text) {
  json.object(name, [&] { json.member("text", text); });
}

void write_region(json::Writer& json, std::string_view name, const FileRegion& region) {
  json.object(name, [&] {
    json.member("startLine", region.start.line);
    json.member("startColumn", region.start.column);
    json.member("endLine", region.end.line);
    json.member("endColumn", region.end.column);
    json.member("byteOffset", region.bytes.begin);
    json.member("byteLength", region.bytes.size());
  });
}

class ResultWriter {
 public:
  explicit ResultWriter(const SourceFile& file)
      : view_(file), uri_(to_uri(file.path)), fingerprints_(view_.file()) {}

  std::string write(const Diagnostic& finding, std::uint32_t rule_index) {
    json::Writer json;
    json.object([&] {
      json.member("ruleId", finding.id);
      json.member("ruleIndex", rule_index);
      json.member("level", to_string(finding.severity));
      write_text(json, "message", sarif_text(finding));
      write_locations(json, finding);
      if (finding.suppression) {
        write_suppression(json, *finding.suppression);
      } else {
        write_fixes(json, finding);
      }
      json.object("partialFingerprints",
                  [&] { json.member("zoomcFinding/v1", fingerprints_.next(finding)); });
      write_properties(json, finding);
    });
    return json.text();
  }

  // The same, as what kept the run from doing all that was asked for.
  std::string write_notification(const Diagnostic& finding, std::uint32_t index) const {
    json::Writer json;
    json.object([&] {
      json.object("descriptor", [&] {
        json.member("id", finding.id);
        json.member("index", index);
      });
      json.member("level", to_string(finding.severity));
      write_text(json, "message", sarif_text(finding));
      json.array("locations", std::initializer_list<Span>{finding.primary}, [&](Span span) {
        json.object([&] { write_place(json, span, finding.primary_label); });
      });
    });
    return json.text();
  }

 private:
  // The reason is the author's own text, and may quote what is secret elsewhere in the file.
  void write_suppression(json::Writer& json, Span reason) const {
    json.array("suppressions", std::initializer_list<Span>{reason}, [&](Span span) {
      json.object([&] {
        json.member("kind", "inSource");
        if (!span.empty()) json.member("justification", view_.file().slice(span));
      });
    });
  }

  void write_artifact(json::Writer& json) const {
    json.object("artifactLocation", [&] { json.member("uri", uri_); });
  }

  void write_place(json::Writer& json, Span span, std::string_view label) const {
    json.object("physicalLocation", [&] {
      write_artifact(json);
      write_region(json, "region", view_.region(span));
    });
    if (!label.empty()) write_text(json, "message", sarif_text(label));
  }

  void write_locations(json::Writer& json, const Diagnostic& finding) const {
    json.array("locations", std::initializer_list<Span>{finding.primary}, [&](Span span) {
      json.object([&] { write_place(json, span, finding.primary_label); });
    });
    if (finding.labels.empty()) return;
    json.key("relatedLocations");
    std::uint32_t id = 0;
    json.array(finding.labels, [&](const Label& label) {
      json.object([&] {
        json.member("id", id++);
        write_place(json, label.span, label.text);
      });
    });
  }

  void write_fixes(json::Writer& json, const Diagnostic& finding) const {
    if (finding.fixes.empty()) return;
    json.array("fixes", finding.fixes, [&](const Fix& fix) {
      json.object([&] {
        write_text(json, "description", sarif_text(fix.title));
        json.array("artifactChanges", std::initializer_list<const Fix*>{&fix},
                   [&](const Fix* change) { write_change(json, *change); });
        json.object("properties", [&] { json.member("safety", to_string(fix.safety)); });
      });
    });
  }

  void write_change(json::Writer& json, const Fix& fix) const {
    json.object([&] {
      write_artifact(json);
      json.array("replacements", fix.edits, [&](const Edit& edit) {
        json.object([&] {
          write_region(json, "deletedRegion", view_.region(edit.span));
          write_text(json, "insertedContent", edit.replacement);
        });
      });
    });
  }

  static void write_properties(json::Writer& json, const Diagnostic& finding) {
    const bool has_verdict = finding.zoom.verdict != ZoomVerdict::unknown;
    if (!has_verdict && finding.policy.empty()) return;
    json.object("properties", [&] {
      if (has_verdict) json.member("zoom", to_string(finding.zoom.verdict));
      if (!finding.policy.empty()) json.member("policy", finding.policy);
    });
  }

  FileView view_;
  std::string uri_;
  Fingerprints fingerprints_;
};

// The page of a rule; one without a page says where to ask.
void write_help(json::Writer& json, const RuleText& rule) {
  json.object("help", [&] {
    if (rule.help.empty()) {
      json.member("text", "zoomc explain " + std::string(rule.id));
    } else {
      json.member("text", rule.help);
      json.member("markdown", rule.help);
    }
  });
}

std::string rule_entry(const RuleText& rule) {
  json::Writer json;
  json.object([&] {
    json.member("id", rule.id);
    if (rule.summary.empty()) return;
    const std::string opening = opening_paragraph(rule.help);
    write_text(json, "shortDescription", rule.summary);
    write_text(json, "fullDescription", opening.empty() ? rule.summary : opening);
    write_help(json, rule);
    json.object("defaultConfiguration", [&] { json.member("level", to_string(rule.severity)); });
  });
  return json.text();
}

// The kinds of findings that a list of a report refers to, in the order in which they were found.
class Described {
 public:
  std::uint32_t index_of(std::string_view id, const ReportSettings& settings) {
    const auto index = static_cast<std::uint32_t>(found_.size());
    const auto [entry, is_new] = indices_.try_emplace(id, index);
    if (is_new) {
      const auto known = std::find_if(settings.rules.begin(), settings.rules.end(),
                                      [id](const RuleText& rule) { return rule.id == id; });
      found_.push_back(known == settings.rules.end() ? RuleText{.id = id} : *known);
    }
    return entry->second;
  }

  std::string entries() const {
    std::string text;
    json::Lines lines;
    for (const RuleText& rule : found_) text += lines.next(rule_entry(rule));
    return text;
  }

 private:
  std::vector<RuleText> found_;
  std::map<std::string_view, std::uint32_t> indices_;
};

class SarifReport final : public Report {
 public:
  explicit SarifReport(ReportSettings settings) : settings_(std::move(settings)) {}

  std::string begin() override {
    return R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0",)"
           R"("runs":[{"columnKind":"unicodeCodePoints","results":[)";
  }

  void file(const SourceFile& file, const std::vector<Diagnostic>& findings,
            const ReportOut& out) override {
    if (findings.empty()) return;
    ResultWriter writer(file);
    BufferedWriter lines(out);
    for (const Diagnostic& finding : findings) {
      lines << results_.next(writer.write(finding, found_.index_of(finding.id, settings_)));
    }
  }

  // Most tools read only results, so it is repeated there.
  void run_errors(const SourceFile& file, const std::vector<Diagnostic>& findings,
                  const ReportOut& out) override {
    this->file(file, findings, out);
    const ResultWriter writer(file);
    for (const Diagnostic& finding : findings) {
      const std::uint32_t index = notified_.index_of(finding.id, settings_);
      notifications_ += notification_lines_.next(writer.write_notification(finding, index));
      has_failed_ = has_failed_ || finding.severity == Severity::error;
    }
  }

  std::string end() override {
    json::Writer version;
    version.value(settings_.version);
    std::string text = "\n],";
    if (!notifications_.empty()) text += invocations() + ",";
    text += "\"tool\":{\"driver\":{\"name\":\"zoomc\"";
    if (!settings_.version.empty()) text += ",\"semanticVersion\":" + version.text();
    text += ",\"rules\":[" + found_.entries() + "\n]";
    if (!notifications_.empty()) text += ",\"notifications\":[" + notified_.entries() + "\n]";
    return text + "}}}]}\n";
  }

 private:
  std::string invocations() const {
    return std::string("\"invocations\":[{\"executionSuccessful\":") +
           (has_failed_ ? "false" : "true") + ",\"toolExecutionNotifications\":[" + notifications_ +
           "\n]}]";
  }

  ReportSettings settings_;
  json::Lines results_;
  Described found_;
  std::string notifications_;
  json::Lines notification_lines_;
  Described notified_;
  bool has_failed_ = false;
};

}  // namespace

std::unique_ptr<Report> make_sarif_report(ReportSettings settings) {
  return std::make_unique<SarifReport>(std::move(settings));
}

std::string sarif_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '{' || c == '}') out += c;
    if (text.substr(at, 2) == "](") out += '\\';
    out += c;
  }
  return out;
}

std::string sarif_text(const Diagnostic& finding) {
  std::string text = sarif_text(escape_controls(finding.message));
  const auto add = [&text](const std::string& line) {
    text += "\n" + sarif_text(escape_controls(line));
  };
  const std::string effect = describe(finding.zoom);
  if (!effect.empty()) add(effect);
  std::for_each(finding.hints.begin(), finding.hints.end(), add);
  return text;
}

std::string opening_paragraph(std::string_view page) {
  std::string paragraph;
  while (!page.empty()) {
    const std::size_t end = std::min(page.find('\n'), page.size());
    const std::string_view line = page.substr(0, end);
    page.remove_prefix(std::min(end + 1, page.size()));
    if (line.empty() && !paragraph.empty()) break;
    if (line.empty() || line.starts_with('#')) continue;
    if (!paragraph.empty()) paragraph += ' ';
    paragraph += line;
  }
  return paragraph;
}

}  // namespace zoomc::render
