#include "catalog/lookup.h"
#include "resolve/sentence.h"
#include "review/report_parts.h"

namespace zoomc::report {
namespace {

HtmlWriter uses_of_scope(const View& view, const PacketScope& entry) {
  const Catalog& catalog = *view.cx.resolved.catalog;
  HtmlWriter out;
  for (const std::uint32_t number : entry.subjects) {
    const Subject& subject = view.cx.resolved.subjects[number];
    out.markup("<dt>for</dt><dd>").text(asked_as(subject));
    out.html(place(view, subject.span));
    out.markup("</dd>\n");
  }
  for (const OperationId id : entry.operations) {
    const Operation& call = catalog.operations[id];
    out.markup("<dt>calls</dt><dd>").code(display_name(call)).markup(" ");
    out.text(as_phrase(call.name)).markup("</dd>\n");
  }
  for (const EventId id : entry.events) {
    out.markup("<dt>receives</dt><dd>").code(catalog.events[id].name).markup("</dd>\n");
  }
  for (const GuideNote& note : entry.guide) {
    out.markup("<dt>guide</dt><dd>");
    out.text(text_of(note, [](std::string_view name) { return std::string(name); }));
    out.markup("</dd>\n");
  }
  return out;
}

HtmlWriter card(const View& view, std::size_t index) {
  const PacketScope& entry = view.packet.scopes[index];
  HtmlWriter out;
  out.markup("<article id=\"scope-").number(index).markup("\">\n<h3>");
  out.code(entry.scope->name);
  if (entry.scope->optional) out.markup(" <span class=\"badge\">optional</span>");
  out.markup("</h3>\n<p><bdi>").text(entry.reason.text);
  out.markup("</bdi></p>\n<dl>\n").html(uses_of_scope(view, entry)).markup("</dl>\n<ol>\n");
  for (const ReviewStep& step : entry.steps) {
    out.markup("<li><bdi>").text(step.text).markup("</bdi></li>\n");
  }
  return out.markup("</ol>\n</article>\n");
}

}  // namespace

HtmlWriter test_plan(const View& view) {
  HtmlWriter out;
  out.markup("<section id=\"tests\">\n<h2>Test plan</h2>\n");
  out.markup(
      "<p class=\"lead\">How a reviewer sees each scope at work.</p>\n<div class=\"cards\">\n");
  for (std::size_t i = 0; i < view.packet.scopes.size(); ++i) out.html(card(view, i));
  return out.markup("</div>\n</section>\n");
}

}  // namespace zoomc::report
