#include <fmt/core.h>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/lookup.h"
#include "lint/facts.h"
#include "lint/reviewer_texts.h"
#include "lint/rule.h"
#include "text/quote.h"

namespace zoomc::rules::missing_justification {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "missing-justification",
    .summary = "nothing tells a reviewer what a feature, operation or event is for",
    .severity = Severity::note,
    .fix = FixPromise::never,
    .applies_to = AppliesTo::app,
    .sources = Source::guide | Source::review,
    .item = "reviewer-texts",
    .since = "0.1.0",
});

namespace {

bool is_declared(const resolve::Request& request) {
  return request.kind == resolve::RequestKind::feature ||
         request.kind == resolve::RequestKind::operation ||
         request.kind == resolve::RequestKind::event;
}

// The requests that a text would explain if its key were not misspelt.
std::set<std::uint32_t> nearly_explained(const lint::LintContext& cx) {
  std::set<std::uint32_t> requests;
  for (const lint::OrphanText& orphan : lint::find_orphans(cx, cx.reviewer_texts.justify)) {
    if (!orphan.meant) continue;
    const resolve::KeyMeaning meaning = resolve::find_key(cx.resolved, *orphan.meant);
    requests.insert(meaning.requests.begin(), meaning.requests.end());
  }
  return requests;
}

// The requests of one word of the file that have no text: a composite may have several.
struct Unexplained {
  std::vector<std::string> names;
  std::string said;
  std::string first;
};

// The word in the file if its phrase covers all of it, else the member.
std::string name_of_speaker(const catalog::Catalog& catalog, const resolve::Request& request,
                            std::string_view said) {
  const catalog::Composite* composite = catalog::find_composite(catalog, request.composite);
  const bool speaks = composite != nullptr && said.starts_with(composite->phrase);
  return in_backticks(speaks ? request.composite : request.key);
}

std::map<Span, Unexplained> find_unexplained(const lint::LintContext& cx) {
  const std::set<std::uint32_t> excused = nearly_explained(cx);
  std::map<Span, Unexplained> words;
  for (const resolve::Justification& said : cx.justifications.get()) {
    const resolve::Request& request = cx.resolved.requests[said.request];
    if (said.written || !is_declared(request) || excused.count(said.request) != 0) continue;
    Unexplained& word = words[request.span];
    if (word.names.empty()) word.first = said.text;
    word.names.push_back(name_of_speaker(cx.catalog, request, said.text));
    word.said += (word.said.empty() ? "" : " ") + said.text;
  }
  return words;
}

std::string without_stop(std::string sentence) {
  if (sentence.ends_with('.')) sentence.pop_back();
  return sentence;
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  const model::App& app = cx.app;
  if (app.purpose || app.find_unread("app.purpose") || app.find_unread("justify")) return;
  for (const auto& [span, word] : find_unexplained(cx)) {
    Diagnostic found = report.make(
        span, fmt::format("nothing tells the reviewer what {} {} for: the manifest says only {}; "
                          "give the app a `purpose`, or write a text under `justify`",
                          join_words(word.names), word.names.size() == 1 ? "is" : "are",
                          in_backticks(word.said)));
    found.severity = lint::review_severity(app);
    found.zoom.verdict = ZoomVerdict::review;
    found.hints.push_back(
        fmt::format("with `purpose: CRM logging` under `app` it says {}",
                    in_backticks(fmt::format("{} for CRM logging.", without_stop(word.first)))));
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::missing_justification
