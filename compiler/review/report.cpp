#include "review/report.h"

#include <algorithm>
#include <utility>

#include "review/report_parts.h"
#include "review/report_style.h"

namespace zoomc {
namespace report {

std::size_t View::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [&](const Diagnostic& found) { return found.severity == severity; }));
}

HtmlWriter place(const View& view, Span span) {
  HtmlWriter out;
  if (span.empty()) return out;
  return out.markup(" <span class=\"place\">").text(view.places.line_of(span)).markup("</span>");
}

HtmlWriter scope_link(const View& view, std::size_t scope) {
  HtmlWriter link;
  link.markup("<a href=\"#scope-").number(scope).markup("\">");
  link.code(view.packet.scopes[scope].scope->name).markup("</a>");
  if (view.packet.scopes[scope].scope->optional) {
    link.markup(" <span class=\"badge\">optional</span>");
  }
  return link;
}

namespace {

std::string title_of(const View& view) {
  const auto& name = view.cx.app.name;
  return name ? name->value : "App without a name";
}

HtmlWriter head(const View& view) {
  HtmlWriter head;
  head.markup(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '");
  head.text(report_style_source());
  head.markup(
      "'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
  head.text(title_of(view)).markup(" – zoomc report</title>\n<style>");
  return head;
}

HtmlWriter masthead(const View& view) {
  HtmlWriter top;
  top.markup("<header>\n<p class=\"kicker\">Zoom app report</p>\n<h1><bdi>").text(title_of(view));
  top.markup("</bdi></h1>\n");
  if (view.cx.app.summary) {
    top.markup("<p class=\"summary\"><bdi>").text(view.cx.app.summary->value);
    top.markup("</bdi></p>\n");
  }
  const std::size_t errors = view.count(Severity::error);
  if (errors > 0) {
    top.markup("<p class=\"alarm\"><strong>This app does not compile.</strong> It has ");
    top.number(errors).text(errors == 1 ? " error" : " errors");
    top.markup(". The page shows what zoomc could still read.</p>\n");
  }
  return top.markup(
      "<nav aria-label=\"Parts of the report\">\n"
      "<a href=\"#app\">App</a> <a href=\"#scopes\">Scopes</a> <a "
      "href=\"#authority\">Authority</a>\n"
      "<a href=\"#tests\">Test plan</a> <a href=\"#findings\">Findings</a>\n"
      "<a href=\"#checklist\">Checklist</a>\n</nav>\n</header>\n");
}

}  // namespace
}  // namespace report

std::string report_html(const CompiledApp& cx, const LintFacts& facts,
                        std::span<const Diagnostic> findings, const std::string& file_argument) {
  Packet packet = make_packet(cx.resolved);
  AuthorityUse authority = authority_use_of(packet);
  const report::View view{.cx = cx,
                          .findings = findings,
                          .packet = std::move(packet),
                          .authority = std::move(authority),
                          .checklist = make_checklist(cx, facts, findings, file_argument),
                          .places = FilePlaces(cx.file)};
  HtmlWriter body;
  body.markup("</style>\n</head>\n<body>\n").html(report::masthead(view)).markup("<main>\n");
  for (const auto part : {report::overview, report::matrix, report::authority, report::test_plan,
                          report::findings, report::checklist}) {
    body.html(part(view));
  }
  body.markup("</main>\n<footer>Made by zoomc from ").code(cx.file.path);
  body.markup("</footer>\n</body>\n</html>\n");
  return report::head(view).take() + std::string(report_style("report")) + body.take();
}

}  // namespace zoomc
