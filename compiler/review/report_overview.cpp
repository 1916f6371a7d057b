#include "resolve/sentence.h"
#include "review/report_parts.h"

namespace zoomc::report {
namespace {

bool is_web_link(std::string_view url) {
  return url.substr(0, 8) == "https://";
}

class Facts {
 public:
  void add(std::string_view name, const HtmlWriter& value) {
    out_.markup("<dt>").text(name).markup("</dt><dd>").html(value).markup("</dd>\n");
  }
  void add_text(std::string_view name, std::string_view value) {
    add(name, HtmlWriter().markup("<bdi>").text(value).markup("</bdi>"));
  }
  void add_code(std::string_view name, std::string_view value) {
    add(name, HtmlWriter().code(value));
  }
  // Only what is surely a page can be followed.
  void add_url(std::string_view name, const std::optional<Text>& url) {
    if (!url) return;
    if (!is_web_link(url->value)) return add_code(name, url->value);
    HtmlWriter link;
    link.markup("<a rel=\"noreferrer noopener\" href=\"").text(url->value).markup("\">");
    add(name, link.text(url->value).markup("</a>"));
  }
  HtmlWriter take() { return std::move(out_); }

 private:
  HtmlWriter out_;
};

std::string regions_of(const ResolvedApp& resolved) {
  std::string titles;
  for (const Region* region : resolved.regions) {
    if (!titles.empty()) titles += ", ";
    titles += region->title;
  }
  return titles;
}

void add_platform(const ResolvedApp& resolved, Facts& facts) {
  if (resolved.platform == nullptr) return;
  const std::string regions = regions_of(resolved);
  const std::string title(resolved.platform->title);
  facts.add_text("Platform", regions.empty() ? title : title + ", " + regions);
}

void add_oauth(const ResolvedApp& resolved, Facts& facts) {
  const auto& development = resolved.oauth.development_redirect;
  const auto& production = resolved.oauth.production_redirect;
  if (development && production && development->value == production->value) {
    facts.add_code("Redirect URL", development->value);
  } else {
    if (development) facts.add_code("Redirect URL, development", development->value);
    if (production) facts.add_code("Redirect URL, production", production->value);
  }
  if (resolved.oauth.allow_list.empty()) return;
  HtmlWriter list;
  for (const Text& entry : resolved.oauth.allow_list) {
    list.markup("<div>").code(entry.value).markup("</div>");
  }
  facts.add("Allow list", list);
}

HtmlWriter facts_of(const View& view) {
  const App& app = view.cx.app;
  const ResolvedApp& resolved = view.cx.resolved;
  Facts facts;
  if (app.company) facts.add_text("Company", app.company->value);
  if (app.purpose) facts.add_text("Purpose", as_phrase(app.purpose->value));
  facts.add_text("Stage", app.stage_or_default() == Stage::published ? "Published" : "In testing");
  facts.add_text("Managed by", resolved.is_admin() ? "An admin, for the account"
                                                   : "Each user, for their own data");
  add_platform(resolved, facts);
  add_oauth(resolved, facts);
  facts.add_url("Website", app.links.website);
  facts.add_url("Privacy", app.links.privacy);
  facts.add_url("Terms", app.links.terms);
  facts.add_url("Support", app.links.support);
  facts.add_url("Documentation", app.links.documentation);
  return facts.take();
}

void add_tile(HtmlWriter& out, std::size_t number, std::string_view one, std::string_view many,
              Markup kind) {
  out.markup("<li class=\"").markup(kind).markup("\"><b>").number(number).markup("</b> ");
  out.text(number == 1 ? one : many).markup("</li>\n");
}

HtmlWriter tiles_of(const View& view) {
  const std::size_t errors = view.count(Severity::error);
  const std::size_t warnings = view.count(Severity::warning);
  const std::size_t open = view.checklist.count(ItemState::open);
  HtmlWriter tiles;
  tiles.markup("<ul class=\"tiles\">\n");
  add_tile(tiles, view.packet.scopes.size(), "scope", "scopes", "plain");
  add_tile(tiles, view.authority.excess, "extra API call allowed", "extra API calls allowed",
           view.authority.excess > 0 ? Markup("excess") : Markup("good"));
  add_tile(tiles, errors, "error", "errors", errors > 0 ? Markup("bad") : Markup("good"));
  add_tile(tiles, warnings, "warning", "warnings",
           warnings > 0 ? Markup("excess") : Markup("good"));
  add_tile(tiles, open, "item to do", "items to do", "plain");
  return tiles.markup("</ul>\n");
}

}  // namespace

HtmlWriter overview(const View& view) {
  HtmlWriter out;
  out.markup("<section id=\"app\">\n<h2>App</h2>\n").html(tiles_of(view));
  out.markup("<dl class=\"facts\">\n").html(facts_of(view)).markup("</dl>\n");
  if (view.cx.app.description) {
    out.markup("<p class=\"description\"><bdi>").text(view.cx.app.description->value);
    out.markup("</bdi></p>\n");
  }
  return out.markup("</section>\n");
}

}  // namespace zoomc::report
