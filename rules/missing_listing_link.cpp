#include <array>
#include <fmt/core.h>
#include <optional>
#include <string>
#include <vector>

#include "edit/collection.h"
#include "lint/reviewer_texts.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::missing_listing_link {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "missing-listing-link",
    .summary = "the listing lacks a link that Zoom's review asks for",
    .severity = Severity::note,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::review,
    .item = "listing",
    .since = "0.1.0",
});

namespace {

struct NeededLink {
  std::string_view key;
  std::optional<Text> model::Links::*link;
};

// The links that a reviewer opens (facts, "Review").
constexpr std::array<NeededLink, 4> kNeeded{{{"privacy", &model::Links::privacy},
                                             {"terms", &model::Links::terms},
                                             {"support", &model::Links::support},
                                             {"documentation", &model::Links::documentation}}};

std::vector<std::string> missing_keys(const model::App& app) {
  std::vector<std::string> keys;
  for (const NeededLink& needed : kNeeded) {
    const std::string path = "app.links." + std::string(needed.key);
    if (app.links.*needed.link || app.find_unread(path) != nullptr) continue;
    keys.emplace_back(needed.key);
  }
  return keys;
}

Span place_of_links(const lint::LintContext& cx) {
  const syntax::Node* app = edit::find_path(cx.document.root, {"app"});
  const syntax::Member* links = app != nullptr ? app->find("links") : nullptr;
  return links != nullptr ? links->key.span : cx.app.app_key;
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const std::vector<std::string> keys = missing_keys(cx.app);
  if (keys.empty()) return;
  std::vector<std::string> names;
  names.reserve(keys.size());
  for (const std::string& key : keys) names.push_back(in_backticks(key));
  Diagnostic found = report.make(
      place_of_links(cx),
      keys.size() == 1
          ? fmt::format(
                "the listing has no link for {}: review opens it; write the URL under `app.links`",
                names.front())
          : fmt::format("the listing has no links for {}: review opens each of them; write the "
                        "URLs under `app.links`",
                        join_words(names)));
  found.severity = lint::review_severity(cx.app);
  found.zoom.verdict = ZoomVerdict::review;
  if (keys.back() == "documentation") {
    found.hints.push_back("the documentation tells how to add the app, use it and remove it");
  }
  report.report(std::move(found));
}

}  // namespace zoomc::rules::missing_listing_link
