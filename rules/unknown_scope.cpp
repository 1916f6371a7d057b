#include <fmt/core.h>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/lookup.h"
#include "lint/extra_scope.h"
#include "lint/guide_name.h"
#include "lint/level.h"
#include "lint/rule.h"
#include "text/nearest.h"
#include "text/quote.h"

namespace zoomc::rules::unknown_scope {

extern constexpr lint::RuleInfo kInfo = lint::checked({
    .id = "unknown-scope",
    .summary = "an extra scope is in none of Zoom's lists",
    .severity = Severity::warning,
    .fix = FixPromise::sometimes,
    .applies_to = AppliesTo::app,
    .sources = Source::zoom,
    .item = "scopes",
    .since = "0.1.0",
});

namespace {

// Looking for what was meant compares with every name; a file of nothing but mistakes gets no more
// suggestions than a person would read.
constexpr std::size_t kMaxSuggestions = 100;
constexpr std::string_view kAdmin = ":admin";

// What the author may have meant by a scope that Zoom does not list.
struct Suggestion {
  // A name of the same product, a typo away: good enough for a fix. Or empty.
  std::string name;
  // Another thing to consider; may be empty.
  std::string hint;
};

// Finds what was meant by names that are in none of Zoom's lists.
class Suggestions {
 public:
  explicit Suggestions(const lint::LintContext& cx) : cx_(cx) {
    for (const catalog::Scope& scope : cx.catalog.scopes) {
      if (scope.model == cx.resolved.model && scope.level == lint::app_level(cx.resolved)) {
        names_.push_back(scope.name);
      }
    }
  }

  Suggestion find(std::string_view name) const {
    if (std::string hint = other_level(name); !hint.empty()) return {{}, std::move(hint)};
    // Who misspells a name may have its level wrong too.
    const std::string at_level =
        std::string(stem_of(name)).append(cx_.resolved.is_admin() ? kAdmin : "");
    if (const auto near = nearest_of_product(at_level, names_)) return {std::string(*near), {}};
    return {{}, same_words(name)};
  }

 private:
  static std::string_view stem_of(std::string_view name) {
    return name.substr(0, name.size() - (name.ends_with(kAdmin) ? kAdmin.size() : 0));
  }

  // The same name with or without `:admin`, which Zoom has for apps that others manage.
  std::string other_level(std::string_view name) const {
    std::string other(stem_of(name));
    if (other.size() == name.size()) other += kAdmin;
    const auto row = catalog::find_scope(cx_.catalog, other, cx_.resolved.model);
    if (!row) return {};
    const bool is_for_admins = cx_.catalog.scopes[*row].level == catalog::Level::admin;
    return fmt::format("Zoom has {}, for apps with `managed_by: {}`", in_backticks(other),
                       is_for_admins ? "admin" : "user");
  }

  // The one name of another product with all the words of this one.
  std::string same_words(std::string_view name) const {
    std::string_view found;
    for (const std::string_view candidate : names_) {
      if (!has_all_words(candidate, name)) continue;
      if (!found.empty()) return {};
      found = candidate;
    }
    if (found.empty()) return {};
    return fmt::format("Zoom has {}, which is of another product: is that what you mean?",
                       in_backticks(found));
  }

  const lint::LintContext& cx_;
  // The possible names: of the vocabulary in use and the app's level.
  std::vector<std::string_view> names_;
};

}  // namespace

void check(const lint::LintContext& cx, lint::Reporter& report) {
  std::optional<Suggestions> suggestions;
  std::size_t looked_for = 0;
  for (const lint::ExtraScope& extra : cx.extra_scopes) {
    if (extra.problem != lint::ExtraScopeProblem::unknown) continue;
    Diagnostic found =
        report.make(extra.text.span, fmt::format("unknown scope {}: it is in none of Zoom's lists",
                                                 in_backticks(extra.text.value)));
    lint::label_repeats(extra, found);
    found.zoom = {ZoomVerdict::can_reject,
                  "a name that it does not know is not a valid scope name"};
    if (const auto guide = lint::find_guide_name(cx, extra.text.value)) {
      // The feature is what was meant, not a name that looks like this one.
      found.hints.push_back(guide->says);
      report.report(std::move(found));
      continue;
    }
    if (looked_for++ < kMaxSuggestions) {
      if (!suggestions) suggestions.emplace(cx);
      Suggestion meant = suggestions->find(extra.text.value);
      if (!meant.name.empty()) found.fixes.push_back(lint::replace_scope(cx, extra, meant.name));
      if (!meant.hint.empty()) found.hints.push_back(std::move(meant.hint));
    }
    found.hints.push_back(fmt::format(
        "Zoom adds scopes all the time and this catalog is of {}: if the name is right, "
        "`--catalog` takes newer tables",
        cx.catalog.date));
    report.report(std::move(found));
  }
}

}  // namespace zoomc::rules::unknown_scope
