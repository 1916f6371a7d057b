#include <algorithm>

#include "render/excerpt.h"
#include "render/render.h"
#include "text/quote.h"

namespace zoomc {
namespace {

std::string_view sentence(ZoomVerdict verdict) {
  switch (verdict) {
    case ZoomVerdict::unknown: return "";
    case ZoomVerdict::accepts: return "zoom accepts it";
    case ZoomVerdict::rejects: return "zoom rejects it";
    case ZoomVerdict::drops: return "zoom accepts and then drops it";
    case ZoomVerdict::review: return "zoom's review sends it back";
    case ZoomVerdict::runtime: return "it fails at run time";
  }
  return "";
}

std::string describe(const ZoomEffect& effect) {
  std::string text(sentence(effect.verdict));
  if (!text.empty() && !effect.text.empty()) text += "; ";
  return text + effect.text;
}

// What follows the excerpt, a line each.
std::vector<std::string> notes_of(const Diagnostic& finding) {
  std::vector<std::string> notes;
  const std::string effect = describe(finding.zoom);
  if (!effect.empty()) notes.push_back(effect);
  for (const Fix& fix : finding.fixes) {
    notes.push_back("fix (" + std::string(to_string(fix.safety)) + "): " + fix.title);
  }
  notes.insert(notes.end(), finding.hints.begin(), finding.hints.end());
  notes.push_back("more: zoomc explain " + std::string(finding.id));
  return notes;
}

void print_header(Ink& ink, const Diagnostic& finding) {
  const std::string kind =
      std::string(to_string(finding.severity)) + "[" + escape_controls(finding.id) + "]";
  ink.put(style_of(finding.severity), kind);
  ink.put(Style::strong, ": " + escape_controls(finding.message));
  ink.end_line();
}

// The file with every secret starred out, byte for byte, so that all places stay where they are.
SourceFile without_secrets(const SourceFile& file, const std::vector<Diagnostic>& findings) {
  SourceFile masked = file;
  for (const Diagnostic& finding : findings) {
    if (!finding.sensitive) continue;
    const std::size_t end = std::min<std::size_t>(finding.primary.end, masked.text.size());
    for (std::size_t i = finding.primary.begin; i < end; ++i) {
      if (masked.text[i] != '\n' && masked.text[i] != '\r') masked.text[i] = '*';
    }
  }
  return masked;
}

void print_finding(Ink& ink, const SourceFile& file, const LineIndex& lines,
                   const Diagnostic& finding) {
  const Excerpt excerpt(file, lines, finding);
  const std::size_t width = excerpt.gutter_width();
  const std::string margin(width, ' ');
  const Position place = lines.position(finding.primary.begin);

  print_header(ink, finding);
  ink.put(Style::gutter, margin + "-->");
  ink.put(" " + escape_controls(file.path) + ":" + std::to_string(place.line) + ":" +
          std::to_string(place.column));
  ink.end_line();
  print_gutter(ink, width);
  ink.end_line();
  excerpt.print(ink);
  print_gutter(ink, width);
  ink.end_line();
  for (const std::string& note : notes_of(finding)) {
    ink.put(Style::gutter, margin + " =");
    ink.put(" " + escape_controls(note));
    ink.end_line();
  }
}

}  // namespace

std::string render_text(const SourceFile& file, const std::vector<Diagnostic>& findings,
                        bool color) {
  const LineIndex lines(file.text);
  const SourceFile masked = without_secrets(file, findings);
  const std::size_t shown = std::min(findings.size(), kMaxTextFindings);
  Ink ink(color);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) ink.end_line();
    print_finding(ink, masked, lines, findings[i]);
  }
  if (const std::size_t more = findings.size() - shown; more > 0) {
    ink.end_line();
    ink.put("... and " + std::to_string(more) + (more == 1 ? " more finding" : " more findings") +
            " in " + escape_controls(file.path));
    ink.end_line();
  }
  return ink.text();
}

}  // namespace zoomc
