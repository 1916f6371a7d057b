#include "lint/url_values.h"

#include <algorithm>
#include <fmt/core.h>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "edit/scalar.h"
#include "lint/allow_list.h"
#include "lint/url.h"
#include "syntax/core_schema.h"
#include "text/quote.h"

namespace zoomc::lint {
namespace {

class Collector {
 public:
  Collector(const resolve::CompiledApp& cx, const AllowList& list) : cx_(cx), list_(list) {}

  std::vector<UrlValue> collect() {
    add_links(cx_.app.links);
    for (const model::Subscription& subscription : cx_.app.events) {
      add_pair(UrlRole::webhook, "webhook URL", subscription.url);
    }
    if (cx_.app.oauth.redirect_url) {
      add_pair(UrlRole::redirect, "redirect URL", *cx_.app.oauth.redirect_url);
    }
    add_allow_list();
    if (cx_.app.surface && cx_.app.surface->home_url) {
      add_pair(UrlRole::home, "home URL", *cx_.app.surface->home_url);
    }
    if (cx_.app.manifest_extra) add_extra(*cx_.app.manifest_extra, true);
    return std::move(values_);
  }

 private:
  UrlProblem judge(const UrlValue& value) const {
    const auto& expected = cx_.resolved.oauth.expected_redirect;
    if (value.role == UrlRole::redirect && expected) {
      return value.text.value == *expected ? UrlProblem::fine : UrlProblem::mismatch;
    }
    return problem_of_its_own(value.text.value, value.role, value.in_production);
  }

  void add(UrlValue value) {
    value.problem = judge(value);
    values_.push_back(std::move(value));
  }

  void add_link(std::string_view name, const std::optional<Text>& link) {
    if (!link) return;
    add({.role = UrlRole::link,
         .name = fmt::format("{} link", name),
         .text = *link,
         .in_production = true});
  }

  void add_links(const model::Links& links) {
    add_link("website", links.website);
    add_link("privacy", links.privacy);
    add_link("terms", links.terms);
    add_link("support", links.support);
    add_link("documentation", links.documentation);
  }

  void add_pair(UrlRole role, const std::string& name, const model::PerEnvironment& urls) {
    if (urls.development && urls.development == urls.production) {
      add({.role = role,
           .name = name,
           .text = *urls.development,
           .in_production = true,
           .for_both = true});
      return;
    }
    if (urls.development) {
      add({.role = role, .name = fmt::format("development {}", name), .text = *urls.development});
    }
    if (urls.production) {
      add({.role = role,
           .name = fmt::format("production {}", name),
           .text = *urls.production,
           .in_production = true});
    }
  }

  void add_allow_list() {
    for (const AllowListEntry& entry : list_.entries) {
      values_.push_back({.role = UrlRole::list_entry,
                         .name = "allow list entry",
                         .text = entry.text,
                         .problem = entry.problem});
    }
  }

  static bool names_a_url(std::string_view key) {
    if (key.ends_with("redirect_uri")) return false;
    return key.ends_with("_url") || key.ends_with("_uri") || key == "icon_share_link";
  }

  void add_extra(const syntax::Node& node, bool in_production) {
    for (const syntax::Member& member : node.members) {
      const std::string& key = member.key.text;
      const syntax::Node& value = member.value;
      const bool is_production = in_production && !key.starts_with("development_");
      add_extra(value, is_production);
      const bool is_text =
          value.is_scalar() && syntax::scalar_type(value) == syntax::ScalarType::string;
      if (!is_text || value.text.empty() || !names_a_url(key)) continue;
      add({.role = key.ends_with("webhook_url") ? UrlRole::webhook : UrlRole::extra,
           .name = in_backticks(key),
           .text = {value.text, value.span, member.key.span},
           .in_production = is_production});
    }
    for (const syntax::Node& item : node.items) add_extra(item, in_production);
  }

  const resolve::CompiledApp& cx_;
  const AllowList& list_;
  std::vector<UrlValue> values_;
};

std::string_view reason(UrlRole role) {
  switch (role) {
    case UrlRole::redirect:
    case UrlRole::list_entry: return "Zoom sends authorization codes to it and requires `https`";
    case UrlRole::webhook: return "Zoom sends customers' data to it and requires `https`";
    case UrlRole::link:
    case UrlRole::home:
    case UrlRole::extra: break;
  }
  return "on the way anybody can read and change what it shows";
}

}  // namespace

std::vector<UrlValue> analyze_urls(const resolve::CompiledApp& cx, const AllowList& list) {
  return Collector(cx, list).collect();
}

Diagnostic describe_insecure_scheme(const LintContext& cx, const UrlValue& url,
                                    const Reporter& report) {
  const std::string& value = url.text.value;
  const Url parts = split_url(value);
  Diagnostic found =
      report.make(edit::place_in(cx.file, url.text, parts.scheme.begin, parts.scheme.end),
                  fmt::format("{} begins with {}: {}", url.name,
                              in_backticks(parts.scheme.of(value)), reason(url.role)));
  found.primary_label = "write `https`";
  found.zoom = effect_of_broken_url(url.role);
  if (is_localhost(parts.host.of(value))) {
    found.hints.push_back(
        "Zoom's servers cannot reach localhost: use a tunnel with an `https` address");
    return found;
  }
  if (!parts.port.empty()) return found;
  const std::string secure = "https" + value.substr(parts.scheme.end);
  const auto& wanted = cx.allow_list.wanted;
  const bool is_wanted = url.role == UrlRole::list_entry &&
                         std::find(wanted.begin(), wanted.end(), secure) != wanted.end();
  const FixSafety safety = is_wanted ? FixSafety::safe : FixSafety::unsafe;
  found.fixes = edit::offer_url(cx.file, url.text, safety, secure);
  return found;
}

}  // namespace zoomc::lint
