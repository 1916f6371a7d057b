#include "lint/extra_scope.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalog/lookup.h"
#include "edit/collection.h"
#include "edit/scalar.h"
#include "lint/level.h"
#include "syntax/tree.h"
#include "text/quote.h"

namespace zoomc::lint {
namespace {

// More labels would not help anyone.
constexpr std::size_t kMaxLabels = 5;

// What the app adds to its manifest at a path of keys; null if it adds nothing there.
const syntax::Node* find_extra(const resolve::CompiledApp& cx, std::string_view path) {
  const syntax::Node* node = cx.app.manifest_extra ? &*cx.app.manifest_extra : nullptr;
  while (node != nullptr && !path.empty()) {
    const auto dot = path.find('.');
    const syntax::Member* member = node->find(path.substr(0, dot));
    node = member == nullptr ? nullptr : &member->value;
    path.remove_prefix(dot == std::string_view::npos ? path.size() : dot + 1);
  }
  return node;
}

// Whether something in the manifest makes the scope belong to it, with an effect that `counts`.
template <class Counts>
bool is_implied(const resolve::CompiledApp& cx, std::string_view name, Counts counts) {
  const auto& all = cx.catalog.implied_scopes;
  return std::any_of(all.begin(), all.end(), [&](const catalog::ImpliedScope& implied) {
    if (implied.scope != name || !counts(implied.effect)) return false;
    return implied.is_setting
               ? find_setting(cx, implied.because_of) != nullptr
               : resolve::find_resolved_scope(cx.resolved, implied.because_of) != nullptr;
  });
}

// Whether one of these events is among the types of subscriptions in `manifest_extra`.
bool is_in_extra_events(const resolve::CompiledApp& cx, std::span<const catalog::EventId> events) {
  if (events.empty()) return false;
  const syntax::Node* subscriptions = find_extra(cx, "features.event_subscription.events");
  if (subscriptions == nullptr) return false;
  for (const syntax::Node& subscription : subscriptions->items) {
    const syntax::Member* types = subscription.find("event_types");
    if (types == nullptr) continue;
    for (const syntax::Node& type : types->value.items) {
      const auto event = catalog::find_event(cx.catalog, type.text);
      if (event && std::find(events.begin(), events.end(), *event) != events.end()) return true;
    }
  }
  return false;
}

class ExtraScopeJudge {
 public:
  explicit ExtraScopeJudge(const resolve::CompiledApp& cx)
      : cx_(cx), met_(cx.resolved.requirements.size(), false) {
    for (const resolve::ResolvedScope& scope : cx.resolved.scopes) {
      if (scope.source == resolve::ScopeSource::extra) continue;
      for (const std::uint32_t requirement : scope.satisfies) met_[requirement] = true;
    }
  }

  ExtraScopeProblem judge(const ExtraScope& extra) {
    const resolve::ResolvedScope& scope = *extra.scope;
    if (scope.source == resolve::ScopeSource::guide) return ExtraScopeProblem::fine;
    if (!scope.row) return ExtraScopeProblem::unknown;
    const catalog::Scope& row = cx_.catalog.scopes[*scope.row];
    if (row.level == catalog::Level::app) return ExtraScopeProblem::app_owned;
    if (row.level == catalog::Level::master) return ExtraScopeProblem::master;
    if (is_of_other_level(row)) return ExtraScopeProblem::other_level;
    if (row.model == catalog::ScopeModel::classic &&
        cx_.resolved.model == catalog::ScopeModel::granular) {
      return ExtraScopeProblem::classic;
    }
    if (extra.is_derived() || !extra.repeats.empty()) return ExtraScopeProblem::duplicate;
    return is_needed(scope) ? ExtraScopeProblem::fine : ExtraScopeProblem::unneeded;
  }

 private:
  // `is_level_known` takes some time, and most apps do not need it.
  bool is_of_other_level(const catalog::Scope& row) {
    // Where both models have a name, Zoom gives it one level: that of the granular scope.
    const auto granular = catalog::find_scope(cx_.catalog, row.name, catalog::ScopeModel::granular);
    const catalog::Level level = granular ? cx_.catalog.scopes[*granular].level : row.level;
    if (level == app_level(cx_.resolved)) return false;
    if (!level_known_) level_known_ = is_level_known(cx_);
    return *level_known_;
  }

  // If `justify` could not be read, it may explain the scope.
  bool is_needed(const resolve::ResolvedScope& scope) {
    if (is_explained(scope.name) || cx_.app.find_unread("justify") != nullptr) return true;
    if (is_implied_scope(cx_, scope.name)) return true;
    if (is_in_extra_events(cx_, cx_.catalog.scopes[*scope.row].events)) return true;
    // The guide's names may not allow what its features do; then an extra scope does.
    if (cx_.resolved.vocabulary == model::Vocabulary::guide && scope.operations_needed > 0)
      return true;
    return std::any_of(scope.satisfies.begin(), scope.satisfies.end(),
                       [&](std::uint32_t requirement) { return !met_[requirement]; });
  }

  bool is_explained(std::string_view scope) {
    if (!explained_) {
      explained_.emplace();
      explained_->reserve(cx_.app.justify.size());
      for (const model::KeyedText& entry : cx_.app.justify) explained_->push_back(entry.key);
      std::sort(explained_->begin(), explained_->end());
    }
    return std::binary_search(explained_->begin(), explained_->end(), scope);
  }

  const resolve::CompiledApp& cx_;
  std::optional<bool> level_known_;
  // The keys of `justify`, sorted.
  std::optional<std::vector<std::string_view>> explained_;
  // The requirements that the manifest meets without extra scopes.
  std::vector<bool> met_;
};

constexpr std::string_view kKey = "extra_scopes";

// True if an entry of that name will stay: its finding, if any, offers no removal.
bool stays(const ExtraScope& extra) {
  switch (extra.problem) {
    case ExtraScopeProblem::fine:
    case ExtraScopeProblem::unknown: return true;
    case ExtraScopeProblem::duplicate: return !extra.is_derived();
    case ExtraScopeProblem::app_owned:
    case ExtraScopeProblem::master:
    case ExtraScopeProblem::other_level:
    case ExtraScopeProblem::classic:
    case ExtraScopeProblem::unneeded: break;
  }
  return false;
}

// Fixes that are applied together must not leave an empty list, which is an error of its own. So if
// all entries may be removed, the edit of the first overlaps that of the second. Overlapping edits
// are not applied together, so the later one is made for a list of one entry.
void reach_into(const SourceFile& file, Edit& first, const Edit& second) {
  if (first.span.end > second.span.begin) return;
  const std::uint32_t end = second.span.begin + 1;
  first.replacement += file.slice({first.span.end, end});
  first.span.end = end;
}

bool is_optional(const model::App& app, std::string_view name) {
  return std::any_of(app.optional.begin(), app.optional.end(),
                     [&](const Text& key) { return key.value == name; });
}

const model::KeyedText* find_entry(const std::vector<model::KeyedText>& entries,
                                   std::string_view key) {
  const auto place = std::find_if(entries.begin(), entries.end(),
                                  [&](const model::KeyedText& entry) { return entry.key == key; });
  return place == entries.end() ? nullptr : &*place;
}

std::optional<Edit> cut(const resolve::CompiledApp& cx, const std::vector<ExtraScope>& all,
                        const syntax::Node& list, Span entry) {
  auto edit = edit::remove_item(cx.file, cx.document, list, entry);
  if (!edit || entry != list.items[0].span || std::any_of(all.begin(), all.end(), stays)) {
    return edit;
  }
  const auto next = edit::remove_item(cx.file, cx.document, list, list.items[1].span);
  if (next) reach_into(cx.file, *edit, *next);
  return edit;
}

}  // namespace

std::vector<ExtraScope> analyze_extra_scopes(const resolve::CompiledApp& cx) {
  std::vector<ExtraScope> judged;
  if (cx.app.extra_scopes.empty()) return judged;
  std::unordered_map<std::string_view, std::size_t> places;
  for (const Text& text : cx.app.extra_scopes) {
    const resolve::ResolvedScope* scope = resolve::find_resolved_scope(cx.resolved, text.value);
    if (scope == nullptr) continue;
    const auto [place, is_new] = places.try_emplace(text.value, judged.size());
    if (is_new) {
      judged.push_back({.text = text, .scope = scope});
    } else {
      judged[place->second].repeats.push_back(text);
    }
  }
  ExtraScopeJudge judge(cx);
  for (ExtraScope& extra : judged) extra.problem = judge.judge(extra);
  return judged;
}

std::optional<std::string> name_at_app_level(const resolve::CompiledApp& cx,
                                             const catalog::Scope& scope) {
  if (scope.model != cx.resolved.model) return std::nullopt;
  constexpr std::string_view kAdmin = ":admin";
  constexpr std::string_view kMaster = ":master";
  std::string_view stem = scope.name;
  for (const std::string_view suffix : {kAdmin, kMaster}) {
    if (stem.ends_with(suffix)) stem.remove_suffix(suffix.size());
  }
  std::string name(stem);
  if (cx.resolved.is_admin()) name += kAdmin;
  // The name alone may not tell its level.
  if (name == scope.name) return std::nullopt;
  const auto other = catalog::find_scope(cx.catalog, name, scope.model);
  if (!other || cx.catalog.scopes[*other].level != app_level(cx.resolved)) return std::nullopt;
  return name;
}

void label_repeats(const ExtraScope& extra, Diagnostic& found) {
  for (std::size_t i = 0; i < extra.repeats.size() && i < kMaxLabels; ++i) {
    found.labels.push_back({extra.repeats[i].span, "and again here"});
  }
}

bool is_implied_scope(const resolve::CompiledApp& cx, std::string_view name) {
  return is_implied(cx, name, [](catalog::Implication) { return true; });
}

bool is_added_by_zoom(const resolve::CompiledApp& cx, std::string_view name) {
  return is_implied(
      cx, name, [](catalog::Implication effect) { return effect == catalog::Implication::adds; });
}

const syntax::Node* find_setting(const resolve::CompiledApp& cx, std::string_view path) {
  const syntax::Node* node = find_extra(cx, path);
  const bool is_true = node != nullptr && node->is_scalar() &&
                       node->style == syntax::ScalarStyle::plain && node->text == "true";
  return is_true ? node : nullptr;
}

Fix replace_scope(const resolve::CompiledApp& cx, const ExtraScope& extra,
                  const std::string& name) {
  Fix fix{FixSafety::unsafe, in_backticks(name), {edit::replace_value(cx.file, extra.text, name)}};
  const auto replace = [&](const Text& place) {
    fix.edits.push_back(edit::replace_value(cx.file, place, name));
  };
  for (const Text& repeat : extra.repeats) replace(repeat);
  for (const Text& key : cx.app.optional) {
    if (key.value == extra.text.value) replace(key);
  }
  for (const auto* entries : {&cx.app.justify, &cx.app.test_plan}) {
    const model::KeyedText* entry = find_entry(*entries, extra.text.value);
    // If the new name already has a text, a second one would be an error.
    if (entry == nullptr || find_entry(*entries, name) != nullptr) continue;
    replace({entry->key, entry->text.key, {}});
  }
  return fix;
}

std::optional<Fix> remove_entry(const resolve::CompiledApp& cx, const std::vector<ExtraScope>& all,
                                const ExtraScope& extra, const Text& entry, FixSafety safety) {
  const bool is_last = extra.repeats.empty() || (extra.is_derived() && entry == extra.text);
  if (is_last && is_optional(cx.app, extra.text.value)) return std::nullopt;
  const syntax::Node* list = edit::find_own_list(cx.document.root, {kKey});
  if (list == nullptr) return std::nullopt;
  if (list->items.size() == 1) {
    auto edits = edit::remove_key(cx.file, cx.document, cx.document.root, kKey);
    if (!edits) return std::nullopt;
    return Fix{safety, "remove it", *std::move(edits), FixKind::remove};
  }
  auto edit = cut(cx, all, *list, entry.span);
  if (!edit) return std::nullopt;
  return Fix{safety, "remove it", {*std::move(edit)}, FixKind::remove};
}

std::optional<Fix> remove_scope(const resolve::CompiledApp& cx, const std::vector<ExtraScope>& all,
                                const ExtraScope& extra) {
  if (!extra.repeats.empty()) return std::nullopt;
  return remove_entry(cx, all, extra, extra.text, FixSafety::unsafe);
}

}  // namespace zoomc::lint
