#include <algorithm>
#include <fmt/core.h>
#include <string>
#include <vector>

#include "catalog/lookup.h"
#include "edit/scalar.h"
#include "lint/rule.h"
#include "lint/text_words.h"
#include "text/quote.h"

namespace zoomc::rules::zoom_in_name {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "zoom-in-name",
    .summary = "the app's name has the word Zoom, but not in a final `for Zoom`",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::both,
    .sources = Source::review,
    .item = "app-name",
    .since = "0.1.0",
});

namespace {

constexpr std::string_view kZoom = "zoom";
constexpr std::string_view kEnding = " for Zoom";

struct NameWords {
  std::vector<lint::TextPart> parts;
  std::vector<std::string> folded;
};

NameWords words_of_name(std::string_view name) {
  NameWords words{.parts = lint::find_words(name)};
  for (const lint::TextPart& part : words.parts)
    words.folded.push_back(lint::folded_word(part.of(name)));
  return words;
}

// The place of the one Zoom that is allowed: in "… for Zoom" or "… for Zoom Phone".
std::optional<std::size_t> allowed_word(const catalog::Catalog& catalog, const NameWords& words) {
  const auto& folded = words.folded;
  if (folded.empty()) return std::nullopt;
  const bool has_product =
      catalog::has_word(catalog, catalog::WordList::zoom_product, folded.back());
  const std::size_t behind = has_product ? 2 : 1;
  if (folded.size() < behind + 2) return std::nullopt;
  const std::size_t place = folded.size() - behind;
  const bool allowed = folded[place] == kZoom && folded[place - 1] == "for";
  return allowed ? std::optional(place) : std::nullopt;
}

// The name with Zoom at its end, where dropping the words leaves a name.
std::optional<std::string> renamed(const std::string& name, const NameWords& words,
                                   const std::vector<std::size_t>& wrong, bool has_ending) {
  std::vector<lint::TextPart> dropped;
  for (const std::size_t place : wrong) {
    lint::TextPart part = words.parts[place];
    if (place > 0 && words.folded[place - 1] == "for") part.begin = words.parts[place - 1].begin;
    dropped.push_back(part);
  }
  auto rest = lint::without_words(name, dropped);
  if (!rest) return std::nullopt;
  if (!has_ending) *rest += kEnding;
  return rest;
}

std::string product_names(const catalog::Catalog& catalog) {
  std::vector<std::string> names;
  for (const catalog::Word& product : catalog::words_of(catalog, catalog::WordList::zoom_product)) {
    std::string name(product.text);
    if (name.front() >= 'a' && name.front() <= 'z') {
      name.front() = static_cast<char>(name.front() - 'a' + 'A');
    }
    names.push_back(in_backticks(fmt::format("for Zoom {}", name)));
  }
  return join_words(names, "or");
}

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  if (!cx.app.name) return;
  const Text& name = *cx.app.name;
  const NameWords words = words_of_name(name.value);
  const auto allowed = allowed_word(cx.catalog, words);
  std::vector<std::size_t> wrong;
  for (std::size_t i = 0; i < words.folded.size(); ++i) {
    if (lint::stem(words.folded[i]) == kZoom && i != allowed) wrong.push_back(i);
  }
  if (wrong.empty()) return;
  const auto place = [&](std::size_t word) {
    return edit::place_in(cx.file, name, words.parts[word].begin,
                          words.parts[word].begin + kZoom.size());
  };
  Diagnostic found =
      report.make(place(wrong.front()),
                  fmt::format("the app's name has the word `Zoom` where it sounds like Zoom's own "
                              "app: review accepts it only at the end, as `for Zoom`, {}",
                              product_names(cx.catalog)));
  for (std::size_t i = 1; i < std::min(wrong.size(), lint::kMaxNameWords); ++i)
    found.labels.push_back({place(wrong[i]), "here too"});
  found.zoom.verdict = ZoomVerdict::review;
  if (const auto better = renamed(name.value, words, wrong, allowed.has_value())) {
    if (auto fix = lint::rename_app(cx.file, name, *better)) found.fixes.push_back(std::move(*fix));
  }
  report.report(std::move(found));
}

}  // namespace zoomc::rules::zoom_in_name
