#include <algorithm>
#include <fmt/core.h>
#include <string>
#include <vector>

#include "catalog/lookup.h"
#include "edit/scalar.h"
#include "lint/rule.h"
#include "lint/text_words.h"
#include "text/quote.h"

namespace zoomc::rules::official_in_name {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "official-in-name",
    .summary = "the app's name claims to be official",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::both,
    .sources = Source::review,
    .item = "app-name",
    .since = "0.1.0",
});

void check(const lint::LintContext& cx, lint::Reporter& report) {
  if (!cx.app.name) return;
  const Text& name = *cx.app.name;
  std::vector<lint::TextPart> claims;
  for (const lint::TextPart& word : lint::find_words(name.value)) {
    const std::string folded = lint::folded_word(word.of(name.value));
    if (catalog::has_word(cx.catalog, catalog::WordList::official, folded)) claims.push_back(word);
  }
  if (claims.empty()) return;
  const auto place = [&](lint::TextPart part) {
    return edit::place_in(cx.file, name, part.begin, part.end);
  };
  Diagnostic found = report.make(place(claims.front()),
                                 fmt::format("the app's name says {}, which review reads as a "
                                             "claim that Zoom made the app; remove the word",
                                             in_backticks(claims.front().of(name.value))));
  for (std::size_t i = 1; i < std::min(claims.size(), lint::kMaxNameWords); ++i) {
    found.labels.push_back({place(claims[i]), "here too"});
  }
  found.zoom.verdict = ZoomVerdict::review;
  if (const auto better = lint::without_words(name.value, claims)) {
    if (auto fix = lint::rename_app(cx.file, name, *better)) found.fixes.push_back(std::move(*fix));
  }
  report.report(std::move(found));
}

}  // namespace zoomc::rules::official_in_name
