#include "json/writer.h"
#include "render/finding_text.h"
#include "render/reports.h"

// The format of `schemas/findings.schema.json`.
namespace zoomc::render {
namespace {

void write_position(json::Writer& json, LineColumn position, std::uint32_t offset) {
  json.object([&] {
    json.member("line", position.line);
    json.member("column", position.column);
    json.member("offset", offset);
  });
}

void write_span(json::Writer& json, const FileView& view, Span span) {
  const FileRegion region = view.region(span);
  json.object("span", [&] {
    json.key("start");
    write_position(json, region.start, region.bytes.begin);
    json.key("end");
    write_position(json, region.end, region.bytes.end);
  });
}

void write_effect(json::Writer& json, const ZoomEffect& effect) {
  json.key("zoom");
  if (effect.verdict == ZoomVerdict::unknown && effect.text.empty()) {
    json.value(nullptr);
    return;
  }
  json.object([&] {
    json.member("verdict", to_string(effect.verdict));
    json.member("text", effect.text);
  });
}

// The text at the primary place is the first of the labels.
std::vector<Label> labels_of(const Diagnostic& finding) {
  std::vector<Label> labels;
  if (!finding.primary_label.empty()) labels.push_back({finding.primary, finding.primary_label});
  labels.insert(labels.end(), finding.labels.begin(), finding.labels.end());
  return labels;
}

void write_fix(json::Writer& json, const FileView& view, const Fix& fix) {
  json.object([&] {
    json.member("safety", to_string(fix.safety));
    json.member("title", fix.title);
    json.array("edits", fix.edits, [&](const Edit& edit) {
      json.object([&] {
        write_span(json, view, edit.span);
        json.member("replacement", edit.replacement);
      });
    });
  });
}

void write_finding(json::Writer& json, const FileView& view, const Diagnostic& finding) {
  json.object([&] {
    json.member("id", finding.id);
    json.member("severity", to_string(finding.severity));
    json.member("message", finding.message);
    write_effect(json, finding.zoom);
    write_span(json, view, finding.primary);
    json.array("labels", labels_of(finding), [&](const Label& label) {
      json.object([&] {
        write_span(json, view, label.span);
        json.member("text", label.text);
      });
    });
    json.array("hints", finding.hints, [&](const std::string& hint) { json.value(hint); });
    json.array("fixes", finding.fixes, [&](const Fix& fix) { write_fix(json, view, fix); });
  });
}

class JsonReport final : public Report {
 public:
  std::string begin() override { return R"({"version":1,"files":[)"; }

  void file(const SourceFile& file, const std::vector<Diagnostic>& findings,
            const ReportOut& out) override {
    const FileView view(file);
    json::Writer path;
    path.value(file.path);
    BufferedWriter json(out);
    json << files_.next("{\"path\":") << path.text() << ",\"findings\":[";
    for (const Diagnostic& finding : findings) {
      json::Writer entry;
      write_finding(entry, view, finding);
      json << (&finding == &findings.front() ? "" : ",") << entry.text();
    }
    json << "]}";
  }

  std::string end() override { return "\n]}\n"; }

 private:
  json::Lines files_;
};

}  // namespace

std::unique_ptr<Report> make_json_report() {
  return std::make_unique<JsonReport>();
}

}  // namespace zoomc::render
