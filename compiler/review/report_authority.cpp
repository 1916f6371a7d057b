#include <algorithm>

#include "catalog/lookup.h"
#include "review/report_parts.h"
#include "review/rows.h"

namespace zoomc::report {
namespace {

// How many extra API calls are named; the rest is a number.
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
    out.code(display_name(view.cx.resolved.catalog->operations[grant.excess[i]]));
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
  return out.markup("<span class=\"key excess\"></span> beyond the needed</p>\n");
}

// The widest first; then in the order of the manifest.
std::vector<ScopeAuthority> widest_first(std::vector<ScopeAuthority> grants) {
  std::stable_sort(grants.begin(), grants.end(),
                   [](const ScopeAuthority& a, const ScopeAuthority& b) {
                     return a.excess.size() > b.excess.size();
                   });
  return grants;
}

}  // namespace

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

}  // namespace zoomc::report
