#include "review/report_parts.h"

namespace zoomc::report {
namespace {

Markup class_of(ItemState state) {
  switch (state) {
    case ItemState::done: return "done";
    case ItemState::open: return "open";
    case ItemState::wrong: break;
  }
  return "wrong";
}

HtmlWriter details(const View& view, const CheckItem& item) {
  HtmlWriter out;
  if (item.details.empty() && item.findings.empty()) return out;
  out.markup("<ul>\n");
  for (const ItemDetail& detail : item.details) {
    out.markup("<li>");
    if (!detail.label.empty()) out.text(detail.label).markup(": ");
    if (detail.literal) {
      out.code(detail.value);
    } else {
      out.text(detail.value);
    }
    out.markup("</li>\n");
  }
  for (const Diagnostic* found : item.findings) {
    out.markup("<li class=\"wrong\">").message(found->message);
    out.html(place(view, found->primary));
    out.markup("</li>\n");
  }
  return out.markup("</ul>\n");
}

HtmlWriter line(const View& view, const CheckItem& item) {
  HtmlWriter out;
  out.markup("<li class=\"").markup(class_of(item.state)).markup("\"><span class=\"state\">");
  out.text(to_string(item.state)).markup("</span> <div><bdi>").text(item.text).markup("</bdi>");
  out.html(place(view, item.place));
  return out.html(details(view, item)).markup("</div></li>\n");
}

}  // namespace

HtmlWriter checklist(const View& view) {
  const Checklist& list = view.checklist;
  HtmlWriter out;
  out.markup("<section id=\"checklist\">\n<h2>Checklist</h2>\n<p class=\"lead\">");
  out.number(list.count(ItemState::done)).markup(" done, ");
  out.number(list.count(ItemState::open)).markup(" open, ");
  out.number(list.count(ItemState::wrong)).markup(" wrong</p>\n");
  for (const CheckSection& section : list.sections) {
    out.markup("<h3>").text(section.title).markup("</h3>\n<ul class=\"checks\">\n");
    for (const CheckItem& item : section.items) out.html(line(view, item));
    out.markup("</ul>\n");
  }
  out.markup("<h3>Checklist before connecting</h3>\n<ul class=\"checks\">\n");
  for (const GuideLine& guide : list.guide_lines) {
    out.html(line(view, {.state = guide.state, .text = guide.text}));
  }
  return out.markup("</ul>\n</section>\n");
}

}  // namespace zoomc::report
