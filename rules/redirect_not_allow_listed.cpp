#include <algorithm>
#include <string>
#include <vector>

#include "lint/list_edit.h"
#include "lint/place.h"
#include "lint/redirect_difference.h"
#include "lint/rule.h"
#include "lint/url.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::rules::redirect_not_allow_listed {

extern constexpr RuleInfo kInfo = checked({
    .id = "redirect-not-allow-listed",
    .summary = "the redirect URL is not on the OAuth allow list",
    .severity = Severity::error,
    .fix = FixPromise::sometimes,
});

namespace {

// An entry a few keystrokes away from the URL is that URL, misspelt.
constexpr std::size_t kMisspeltEdits = 8;

ZoomEffect effect() {
  return {ZoomVerdict::accepts, "users then see `Invalid redirect url` (4700)"};
}

std::string lowered(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

// A base URL has no path or query and stands for all URLs below it.
bool is_base_of(std::string_view entry, std::string_view url) {
  const Url parts = split_url(entry);
  const std::string_view path = parts.path.of(entry);
  if ((!path.empty() && path != "/") || parts.has_query || parts.has_fragment) return false;
  const std::string_view base = entry.substr(0, parts.path.begin);
  return url.starts_with(base) && (url.size() == base.size() || url[base.size()] == '/');
}

bool is_listed(const std::vector<Text>& list, const std::string& url) {
  return std::any_of(list.begin(), list.end(), [&](const Text& entry) {
    return lowered(entry.value) == lowered(url) || is_base_of(lowered(entry.value), lowered(url));
  });
}

std::vector<std::string> wanted_urls(const LintContext& cx) {
  const ResolvedOAuth& oauth = cx.resolved.oauth;
  if (oauth.expected_redirect) return oauth.expected_allow_list;
  std::vector<std::string> urls;
  for (const auto& redirect : {oauth.development_redirect, oauth.production_redirect}) {
    if (redirect && std::find(urls.begin(), urls.end(), redirect->value) == urls.end()) {
      urls.push_back(redirect->value);
    }
  }
  return urls;
}

// The entry that was surely meant to be `url`: close to it and not itself one of the wanted.
const Text* misspelt_entry(const std::vector<Text>& list, const std::string& url,
                           const std::vector<std::string>& wanted) {
  for (const Text& entry : list) {
    const bool is_other = std::find(wanted.begin(), wanted.end(), entry.value) != wanted.end();
    if (!is_other && edit_distance(entry.value, url, kMisspeltEdits) <= kMisspeltEdits) {
      return &entry;
    }
  }
  return nullptr;
}

Diagnostic misspelt(const LintContext& cx, const Text& entry, const std::string& url,
                    const Reporter& report) {
  const auto difference = redirect_difference(entry.value, url, *cx.resolved.platform);
  Diagnostic found = report.make(place_in(cx.file, entry, difference->begin, difference->end),
                                 "allow list entry " + difference->says + ", so the redirect " +
                                     quoted(url) + " is not on the list");
  found.primary_label = difference->action;
  found.zoom = effect();
  found.fixes.push_back({FixSafety::safe, "`" + url + "`", {replace_value(cx.file, entry, url)}});
  return found;
}

Diagnostic missing(const LintContext& cx, const std::vector<std::string>& urls,
                   const Reporter& report) {
  std::vector<std::string> names;
  for (const std::string& url : urls) names.push_back(quoted(url));
  Diagnostic found = report.make(cx.app.oauth.allow_list_key,
                                 "the allow list lacks " + join_words(names) +
                                     ": a redirect that is not on the list is refused");
  found.zoom = effect();
  const Node* list = find_path(cx.document.root, {"oauth", "allow_list"});
  if (list != nullptr && list->is_sequence() && !list->alias) {
    found.fixes.push_back(
        {FixSafety::safe, "add " + join_words(names), {append_items(cx.file, *list, urls)}});
  }
  return found;
}

}  // namespace

void check(const LintContext& cx, Reporter& report) {
  if (!cx.app.oauth.allow_list || cx.resolved.platform == nullptr) return;
  const auto& list = *cx.app.oauth.allow_list;
  const std::vector<std::string> wanted = wanted_urls(cx);
  std::vector<std::string> lacking;
  for (const std::string& url : wanted) {
    if (is_listed(list, url)) continue;
    const Text* entry = misspelt_entry(list, url, wanted);
    if (entry == nullptr) {
      lacking.push_back(url);
      continue;
    }
    report.report(misspelt(cx, *entry, url, report));
  }
  if (!lacking.empty()) report.report(missing(cx, lacking, report));
}

}  // namespace zoomc::rules::redirect_not_allow_listed
