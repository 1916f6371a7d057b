#include "lint/insecure_scheme.h"

#include <algorithm>
#include <string>

#include "lint/allow_list.h"
#include "lint/place.h"
#include "lint/url.h"
#include "lint/url_edit.h"
#include "text/quote.h"

namespace zoomc {
namespace {

std::string_view reason(UrlRole role) {
  switch (role) {
    case UrlRole::redirect:
    case UrlRole::list_entry: return ": authorization codes travel to it, and Zoom wants `https`";
    case UrlRole::webhook: return ": events hold the customer's data, and Zoom wants `https`";
    case UrlRole::link:
    case UrlRole::home:
    case UrlRole::extra: break;
  }
  return ": on the way anybody can read and change what it shows";
}

}  // namespace

Diagnostic describe_insecure_scheme(const LintContext& cx, const UrlValue& url,
                                    const Reporter& report) {
  const std::string& value = url.text.value;
  const Url parts = split_url(value);
  Diagnostic found = report.make(place_in(cx.file, url.text, parts.scheme.begin, parts.scheme.end),
                                 url.name + " begins with " + in_backticks(parts.scheme.of(value)) +
                                     std::string(reason(url.role)));
  found.primary_label = "write `https`";
  found.zoom = effect_of_broken_url(url.role);
  if (is_localhost(parts.host.of(value))) {
    found.hints.push_back(
        "Zoom's servers reach no localhost: put a tunnel with an `https` address before it");
    return found;
  }
  if (!parts.port.empty()) return found;
  const std::string secure = "https" + value.substr(parts.scheme.end);
  const auto& wanted = cx.allow_list.wanted;
  const bool is_wanted = url.role == UrlRole::list_entry &&
                         std::find(wanted.begin(), wanted.end(), secure) != wanted.end();
  const FixSafety safety = is_wanted ? FixSafety::safe : FixSafety::unsafe;
  found.fixes = offer_url(cx.file, url.text, safety, secure);
  return found;
}

}  // namespace zoomc
