#include "held_findings.h"

#include <algorithm>
#include <rapidjson/document.h>

#include "hold.h"
#include "render/format.h"
#include "support/inside.h"
#include "text/utf8.h"

namespace zoomc::fuzz {
namespace {

// What a report promises to be it begins like.
bool is_json(std::string_view text) {
  return text.starts_with('{') || text.starts_with('[');
}

bool is_xml(std::string_view text) {
  return text.starts_with('<');
}

void hold_printable(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto c = decode_utf8(text, i);
    hold(c.has_value(), "a report is UTF-8");
    const bool is_control =
        (c->value < 0x20 && c->value != '\n') || (c->value >= 0x7F && c->value < 0xA0);
    hold(!is_control, "a report has no control characters");
    i += c->bytes;
  }
}

std::string report_of(render::Report& report, const SourceFile& file,
                      const std::vector<Diagnostic>& findings) {
  std::string text;
  report.file(file, findings, [&](std::string_view piece) { text += piece; });
  return text + report.end();
}

bool overlap(const Edit& a, const Edit& b) {
  return a.span.begin < b.span.end && b.span.begin < a.span.end;
}

void hold_edits(const Fix& fix) {
  for (std::size_t i = 0; i < fix.edits.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      hold(!overlap(fix.edits[i], fix.edits[j]), "the edits of a fix do not overlap");
    }
  }
}

}  // namespace

void hold_json(std::string_view text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
  hold(!document.HasParseError(), "what is to be JSON parses");
}

void hold_spans(const SourceFile& file, const std::vector<Diagnostic>& findings) {
  for (const Diagnostic& found : findings) {
    if (!lies_in(found, whole(file.text))) fail("a span outside of the file: " + found.message);
    for (const Fix& fix : found.fixes) hold_edits(fix);
  }
}

void hold_reports(const SourceFile& file, const std::vector<Diagnostic>& findings) {
  for (const render::FormatWord& format : render::kFormats) {
    const auto report = render::make_report(format.value, {.version = "1", .rules = {}});
    const std::string begin = report->begin();
    const std::string text = begin + report_of(*report, file, findings);
    hold(!find_invalid_utf8(text), "a report is UTF-8");
    if (is_json(begin)) {
      hold_json(text);
    } else if (!is_xml(begin)) {
      hold_printable(text);
    }
  }
}

}  // namespace zoomc::fuzz
