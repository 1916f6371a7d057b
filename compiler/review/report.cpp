#include "review/report.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "catalog/lookup.h"
#include "resolve/justification.h"
#include "review/checklist.h"
#include "review/html.h"
#include "review/justification_report.h"
#include "review/report_text.h"

namespace zoomc::review {
namespace report {
namespace {

// The data for all parts of the page.
struct View {
  const resolve::CompiledApp& cx;
  std::span<const Diagnostic> findings;
  JustificationReport justification;
  AuthorityUse authority;
  Checklist checklist;
  FilePlaces places;

  std::size_t count(Severity severity) const;
};

std::size_t View::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [&](const Diagnostic& found) { return found.severity == severity; }));
}

// The line of the file, small; nothing for an empty span.
HtmlWriter place(const View& view, Span span) {
  HtmlWriter out;
  if (span.empty()) return out;
  return out.markup(" <span class=\"place\">").text(view.places.line_of(span)).markup("</span>");
}

// A scope's name that leads to its entry in the test plan.
HtmlWriter scope_link(const View& view, std::size_t scope) {
  HtmlWriter link;
  link.markup("<a href=\"#scope-").number(scope).markup("\">");
  link.code(view.justification.scopes[scope].scope->name).markup("</a>");
  if (view.justification.scopes[scope].scope->optional) {
    link.markup(" <span class=\"badge\">optional</span>");
  }
  return link;
}

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

std::string regions_of(const resolve::ResolvedApp& resolved) {
  std::string titles;
  for (const catalog::Region* region : resolved.regions) {
    if (!titles.empty()) titles += ", ";
    titles += region->title;
  }
  return titles;
}

void add_platform(const resolve::ResolvedApp& resolved, Facts& facts) {
  if (resolved.platform == nullptr) return;
  const std::string regions = regions_of(resolved);
  const std::string title(resolved.platform->title);
  facts.add_text("Platform", regions.empty() ? title : title + ", " + regions);
}

void add_oauth(const resolve::ResolvedApp& resolved, Facts& facts) {
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
  const model::App& app = view.cx.app;
  const resolve::ResolvedApp& resolved = view.cx.resolved;
  Facts facts;
  if (app.company) facts.add_text("Company", app.company->value);
  if (app.purpose) facts.add_text("Purpose", resolve::as_phrase(app.purpose->value));
  facts.add_text("Stage",
                 app.stage_or_default() == model::Stage::published ? "Published" : "In testing");
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
  add_tile(tiles, view.justification.scopes.size(), "scope", "scopes", "plain");
  add_tile(tiles, view.authority.excess, "extra API call allowed", "extra API calls allowed",
           view.authority.excess > 0 ? Markup("excess") : Markup("good"));
  add_tile(tiles, errors, "error", "errors", errors > 0 ? Markup("bad") : Markup("good"));
  add_tile(tiles, warnings, "warning", "warnings",
           warnings > 0 ? Markup("excess") : Markup("good"));
  add_tile(tiles, open, "item to do", "items to do", "plain");
  return tiles.markup("</ul>\n");
}

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

// A table with more cells is hard to read; then each scope lists its features.
constexpr std::size_t kMaxCells = 20'000;

// Each feature has a column; requests without a name in the language share one.
std::string column_of(const resolve::Request& request) {
  switch (request.kind) {
    case resolve::RequestKind::sign_in: return "sign-in";
    case resolve::RequestKind::feature: return request.key;
    case resolve::RequestKind::operation: return "operations";
    case resolve::RequestKind::event: return "events";
    case resolve::RequestKind::extra_scope: return "by hand";
  }
  return {};
}

class Matrix {
 public:
  explicit Matrix(const View& view) : view_(view), resolved_(view.cx.resolved) {
    std::set<std::uint32_t> served;
    for (const JustifiedScope& entry : view.justification.scopes) {
      served.insert(entry.requests.begin(), entry.requests.end());
    }
    for (std::uint32_t i = 0; i < resolved_.requests.size(); ++i) {
      if (served.count(i) != 0) {
        add_column(column_of(resolved_.requests[i]));
      } else {
        unserved_.push_back(asked_as(resolved_.requests[i]));
      }
    }
    is_list_ = view.justification.scopes.size() * columns_.size() > kMaxCells;
  }

  HtmlWriter write() {
    HtmlWriter out;
    out.markup("<table class=\"matrix ").markup(width()).markup("\">\n<thead><tr>");
    out.markup("<th scope=\"col\">Scope, and why the app needs it</th>");
    for (const std::string& column : columns_) {
      out.markup("<th scope=\"col\" class=\"column\"><span>").text(column).markup("</span></th>");
    }
    out.markup("</tr></thead>\n<tbody>\n");
    for (std::size_t i = 0; i < view_.justification.scopes.size(); ++i) out.html(row(i));
    return out.markup("</tbody>\n</table>\n").html(without_scope());
  }

 private:
  void add_column(const std::string& column) {
    if (numbers_.emplace(column, columns_.size()).second) columns_.push_back(column);
  }

  // The parts of the app for which no scope is known, or none at the app's level.
  HtmlWriter without_scope() const {
    HtmlWriter out;
    if (unserved_.empty()) return out;
    out.markup("<p class=\"lead\">Asked for, and no scope is known for it: ");
    for (std::size_t i = 0; i < unserved_.size(); ++i) {
      if (i > 0) out.markup(", ");
      out.code(unserved_[i]);
    }
    return out.markup("</p>\n");
  }

  // Below which width the columns do not fit any more.
  Markup width() const {
    if (is_list_) return "list";
    if (columns_.size() <= 8) return "few";
    return columns_.size() <= 18 ? Markup("some") : Markup("many");
  }

  HtmlWriter row(std::size_t index) const {
    const JustifiedScope& entry = view_.justification.scopes[index];
    HtmlWriter out;
    out.markup("<tr><th scope=\"row\">").html(scope_link(view_, index));
    out.markup("<p><bdi>").text(entry.reason.text).markup("</bdi></p></th>");
    std::vector<std::size_t> marked;
    for (const std::uint32_t number : entry.requests) {
      marked.push_back(numbers_.at(column_of(resolved_.requests[number])));
    }
    std::sort(marked.begin(), marked.end());
    marked.erase(std::unique(marked.begin(), marked.end()), marked.end());
    std::size_t next = 0;
    for (const std::size_t column : marked) {
      for (; next < column && !is_list_; ++next) out.markup("<td></td>");
      out.markup("<td class=\"mark\" title=\"").text(columns_[column]).markup("\"><span>");
      out.text(columns_[column]).markup("</span></td>");
      next = column + 1;
    }
    for (; next < columns_.size() && !is_list_; ++next) out.markup("<td></td>");
    return out.markup("</tr>\n");
  }

  const View& view_;
  const resolve::ResolvedApp& resolved_;
  std::vector<std::string> columns_;
  std::map<std::string, std::size_t> numbers_;
  std::vector<std::string> unserved_;
  bool is_list_ = false;
};

HtmlWriter matrix(const View& view) {
  HtmlWriter out;
  out.markup("<section id=\"scopes\">\n<h2>Scopes by feature</h2>\n");
  if (view.justification.scopes.empty()) {
    return out.markup("<p class=\"lead\">The app asks for no scope.</p>\n</section>\n");
  }
  out.markup("<p class=\"lead\">A dot: the feature needs the scope.</p>\n");
  return out.html(Matrix(view).write()).markup("</section>\n");
}

// The number of extra API calls that are named; the others are only counted.
constexpr std::size_t kMaxNamed = 3;

// A bar on a scale of `scale` calls; its parts are in thousandths of its width.
HtmlWriter bar(std::size_t needed, std::size_t excess, std::size_t scale) {
  const std::size_t first = needed * 1000 / scale;
  const std::size_t second = excess * 1000 / scale;
  HtmlWriter out;
  out.markup(
      "<svg class=\"bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" role=\"img\">");
  out.markup("<title>").text(count_of(needed, "call")).text(" needed, ");
  out.number(excess).markup(" beyond</title>");
  out.markup("<rect class=\"track\" width=\"1000\" height=\"10\"></rect>");
  out.markup("<rect class=\"needed\" width=\"").number(first).markup("\" height=\"10\"></rect>");
  out.markup("<rect class=\"excess\" x=\"").number(first).markup("\" width=\"").number(second);
  return out.markup("\" height=\"10\"></rect></svg>");
}

HtmlWriter figures(const ScopeAuthority& grant) {
  HtmlWriter out;
  if (!grant.is_known) return out.markup("unknown: in none of Zoom's lists");
  if (grant.allowed == 0) return out.markup("events only");
  out.markup("<b>").number(grant.needed()).markup("</b> needed");
  if (!grant.excess.empty()) {
    out.markup(", <b class=\"over\">").number(grant.excess.size()).markup("</b> beyond");
  }
  return out;
}

HtmlWriter excess_names(const View& view, const ScopeAuthority& grant) {
  HtmlWriter out;
  if (grant.excess.empty()) return out;
  out.markup("<p class=\"also\">also allows ");
  const std::size_t shown = std::min(kMaxNamed, grant.excess.size());
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out.markup(", ");
    out.code(catalog::display_name(view.cx.resolved.catalog->operations[grant.excess[i]]));
  }
  if (grant.excess.size() > shown) {
    out.markup(" and ").number(grant.excess.size() - shown).markup(" more");
  }
  return out.markup("</p>");
}

HtmlWriter entry(const View& view, const ScopeAuthority& grant, std::size_t scale) {
  HtmlWriter out;
  out.markup("<li><div class=\"name\">").html(scope_link(view, grant.scope));
  out.markup("</div>").html(bar(grant.needed(), grant.excess.size(), scale));
  out.markup("<div class=\"figures\">").html(figures(grant)).markup("</div>");
  return out.html(excess_names(view, grant)).markup("</li>\n");
}

HtmlWriter total(const AuthorityUse& use) {
  HtmlWriter out;
  out.markup("<p class=\"lead\">Zoom ties each scope to calls. All scopes together allow <b>");
  out.number(use.allowed).markup("</b>: <b>").number(use.allowed - use.excess);
  out.markup("</b> that the app needs and <b class=\"over\">").number(use.excess);
  out.markup("</b> beyond.</p>\n<p class=\"legend\"><span class=\"key needed\"></span> needed ");
  return out.markup("<span class=\"key excess\"></span> not needed</p>\n");
}

// The widest first; then in the order of the manifest.
std::vector<ScopeAuthority> widest_first(std::vector<ScopeAuthority> grants) {
  std::stable_sort(grants.begin(), grants.end(),
                   [](const ScopeAuthority& a, const ScopeAuthority& b) {
                     return a.excess.size() > b.excess.size();
                   });
  return grants;
}

HtmlWriter authority(const View& view) {
  const std::vector<ScopeAuthority> grants = widest_first(view.authority.scopes);
  std::size_t scale = 1;
  for (const ScopeAuthority& grant : grants) scale = std::max(scale, grant.allowed);
  HtmlWriter out;
  out.markup("<section id=\"authority\">\n<h2>API access: needed and granted</h2>\n");
  out.html(total(view.authority)).markup("<ul class=\"bars\">\n");
  for (const ScopeAuthority& grant : grants) out.html(entry(view, grant, scale));
  return out.markup("</ul>\n</section>\n");
}

HtmlWriter uses_of_scope(const View& view, const JustifiedScope& entry) {
  const catalog::Catalog& catalog = *view.cx.resolved.catalog;
  HtmlWriter out;
  for (const std::uint32_t number : entry.requests) {
    const resolve::Request& request = view.cx.resolved.requests[number];
    out.markup("<dt>for</dt><dd>").text(asked_as(request));
    out.html(place(view, request.span));
    out.markup("</dd>\n");
  }
  for (const catalog::OperationId id : entry.operations) {
    const catalog::Operation& call = catalog.operations[id];
    out.markup("<dt>calls</dt><dd>").code(catalog::display_name(call)).markup(" ");
    out.text(resolve::as_phrase(call.name)).markup("</dd>\n");
  }
  for (const catalog::EventId id : entry.events) {
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
  const JustifiedScope& entry = view.justification.scopes[index];
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

HtmlWriter test_plan(const View& view) {
  HtmlWriter out;
  out.markup("<section id=\"tests\">\n<h2>Test plan</h2>\n");
  out.markup(
      "<p class=\"lead\">How a reviewer sees each scope at work.</p>\n<div class=\"cards\">\n");
  for (std::size_t i = 0; i < view.justification.scopes.size(); ++i) out.html(card(view, i));
  return out.markup("</div>\n</section>\n");
}

// A terminal shows the same number for one file.
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

// The hash of report.css, in hexadecimal digits.
constexpr std::string_view kSha256 = ZOOMC_REPORT_STYLE_SHA256;

std::uint32_t digit(char c) {
  return static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10);
}

// Six hexadecimal digits are three bytes are four of base64; a hash is ten times that and two
// bytes.
std::string base64_of(std::string_view hex) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t at = 0; at < hex.size(); at += 6) {
    const std::string_view group = hex.substr(at, 6);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 6; ++i) bits = bits << 4 | (i < group.size() ? digit(group[i]) : 0);
    const std::size_t bytes = group.size() / 2;
    for (std::size_t i = 0; i < 4; ++i) {
      text += i <= bytes ? kDigits[bits >> (18 - 6 * i) & 63] : '=';
    }
  }
  return text;
}

std::string report_style_source() {
  return "sha256-" + base64_of(kSha256);
}

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

std::string report_html(const resolve::CompiledApp& cx, const lint::LintFacts& facts,
                        std::span<const Diagnostic> findings, const std::string& file_argument) {
  JustificationReport justification = make_justification_report(cx.resolved);
  AuthorityUse authority = authority_use_of(justification);
  const report::View view{.cx = cx,
                          .findings = findings,
                          .justification = std::move(justification),
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

}  // namespace zoomc::review
