#include "render/finding_text.h"

#include "render/excerpt.h"
#include "render/notes.h"
#include "text/quote.h"

namespace zoomc {
namespace {

void print_header(Ink& ink, const Diagnostic& finding) {
  const std::string kind =
      std::string(to_string(finding.severity)) + "[" + escape_controls(finding.id) + "]";
  ink.put(style_of(finding.severity), kind);
  ink.put(Style::strong, ": " + escape_controls(finding.message));
  ink.end_line();
}

}  // namespace

void print_finding(Ink& ink, const FileView& view, const Diagnostic& finding) {
  const Excerpt excerpt(view.file(), view.lines(), finding);
  const std::size_t width = excerpt.gutter_width();
  const std::string margin(width, ' ');
  const Position place = view.lines().position(finding.primary.begin);

  print_header(ink, finding);
  ink.put(Style::gutter, margin + "-->");
  ink.put(" " + escape_controls(view.file().path) + ":" + std::to_string(place.line) + ":" +
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

}  // namespace zoomc
