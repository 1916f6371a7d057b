#include "held_findings.h"

#include <algorithm>
#include <rapidjson/document.h>

#include "hold.h"
#include "render/format.h"
#include "support/inside.h"
#include "text/utf8.h"

namespace zoomc::fuzz {
namespace {

bool is_json(Format format) {
  return format == Format::json || format == Format::sarif || format == Format::gitlab;
}

bool is_for_terminals(Format format) {
  return format == Format::text || format == Format::concise || format == Format::github;
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

std::string report_of(Format format, const SourceFile& file,
                      const std::vector<Diagnostic>& findings) {
  const auto report = make_report(format, {.version = "1", .rules = {}});
  std::string text = report->begin();
  report->file(file, findings, [&](std::string_view piece) { text += piece; });
  return text + report->end();
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
  for (const FormatWord& format : kFormats) {
    const std::string text = report_of(format.value, file, findings);
    hold(!find_invalid_utf8(text), "a report is UTF-8");
    if (is_json(format.value)) hold_json(text);
    if (is_for_terminals(format.value)) hold_printable(text);
  }
}

}  // namespace zoomc::fuzz
