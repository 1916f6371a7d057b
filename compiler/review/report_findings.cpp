#include "review/report_parts.h"
#include "review/rows.h"

namespace zoomc::report {
namespace {

// What a terminal shows of one file, too.
constexpr std::size_t kMaxFindings = 100;

Markup class_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: break;
  }
  return "note";
}

HtmlWriter zoom_effect(const ZoomEffect& zoom) {
  HtmlWriter out;
  if (zoom.verdict == ZoomVerdict::unknown && zoom.text.empty()) return out;
  out.markup("<p class=\"effect\">");
  if (zoom.verdict != ZoomVerdict::unknown) out.markup("Zoom: ").text(to_string(zoom.verdict));
  if (zoom.verdict != ZoomVerdict::unknown && !zoom.text.empty()) out.markup("; ");
  return out.message(zoom.text).markup("</p>\n");
}

HtmlWriter remedies(const Diagnostic& found) {
  HtmlWriter out;
  if (found.fixes.empty() && found.hints.empty()) return out;
  out.markup("<ul>\n");
  for (const Fix& fix : found.fixes) {
    out.markup("<li>fix (").text(to_string(fix.safety)).markup("): ").message(fix.title);
    out.markup("</li>\n");
  }
  for (const std::string& hint : found.hints) {
    out.markup("<li>").message(hint).markup("</li>\n");
  }
  return out.markup("</ul>\n");
}

HtmlWriter article(const View& view, const Diagnostic& found) {
  HtmlWriter out;
  out.markup("<article class=\"finding ")
      .markup(class_of(found.severity))
      .markup("\">\n<h3><span>");
  out.text(to_string(found.severity)).markup("</span> ").code(found.id);
  out.html(place(view, found.primary));
  out.markup("</h3>\n<p>").message(found.message).markup("</p>\n");
  return out.html(zoom_effect(found.zoom)).html(remedies(found)).markup("</article>\n");
}

}  // namespace

HtmlWriter findings(const View& view) {
  HtmlWriter out;
  out.markup("<section id=\"findings\">\n<h2>Findings</h2>\n");
  if (view.findings.empty()) {
    return out.markup("<p class=\"lead\">zoomc finds nothing wrong.</p>\n</section>\n");
  }
  std::size_t shown = 0;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    for (const Diagnostic& found : view.findings) {
      if (found.severity != severity || shown == kMaxFindings) continue;
      out.html(article(view, found));
      ++shown;
    }
  }
  if (shown < view.findings.size()) {
    out.markup("<p>").number(view.findings.size() - shown);
    out.markup(" more: <code>zoomc lint</code> lists them all.</p>\n");
  }
  return out.markup("</section>\n");
}

}  // namespace zoomc::report
