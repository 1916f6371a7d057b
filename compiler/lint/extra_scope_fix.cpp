#include "lint/extra_scope_fix.h"

#include <algorithm>

#include "lint/key_removal.h"
#include "lint/list_edit.h"
#include "lint/place.h"
#include "text/quote.h"

namespace zoomc {
namespace {

constexpr std::string_view kKey = "extra_scopes";

// Whether some entry of that name is there for good: its finding, if any, offers no removal.
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

// Fixes that are made at once must not leave an empty list, which is a mistake of its own. So where
// all entries may go, the removal of the first reaches into that of the second: whichever is made
// second then finds the list as it is, with one entry.
void reach_into(const SourceFile& file, Edit& first, const Edit& second) {
  if (first.span.end > second.span.begin) return;
  const std::uint32_t end = second.span.begin + 1;
  first.replacement += file.slice({first.span.end, end});
  first.span.end = end;
}

bool is_optional(const App& app, std::string_view name) {
  return std::any_of(app.optional.begin(), app.optional.end(),
                     [&](const Text& key) { return key.value == name; });
}

const KeyedText* find_entry(const std::vector<KeyedText>& entries, std::string_view key) {
  const auto place = std::find_if(entries.begin(), entries.end(),
                                  [&](const KeyedText& entry) { return entry.key == key; });
  return place == entries.end() ? nullptr : &*place;
}

std::optional<Edit> cut(const CompiledApp& cx, const std::vector<ExtraScope>& all, const Node& list,
                        Span entry) {
  auto edit = remove_item(cx.file, cx.document, list, entry);
  if (!edit || entry != list.items[0].span || std::any_of(all.begin(), all.end(), stays)) {
    return edit;
  }
  const auto next = remove_item(cx.file, cx.document, list, list.items[1].span);
  if (next) reach_into(cx.file, *edit, *next);
  return edit;
}

}  // namespace

Fix replace_scope(const CompiledApp& cx, const ExtraScope& extra, const std::string& name) {
  Fix fix{FixSafety::unsafe, in_backticks(name), {replace_value(cx.file, extra.text, name)}};
  const auto replace = [&](const Text& place) {
    fix.edits.push_back(replace_value(cx.file, place, name));
  };
  for (const Text& repeat : extra.repeats) replace(repeat);
  for (const Text& key : cx.app.optional) {
    if (key.value == extra.text.value) replace(key);
  }
  for (const auto* entries : {&cx.app.justify, &cx.app.test_plan}) {
    const KeyedText* entry = find_entry(*entries, extra.text.value);
    // Where there is a text for the new name already, two would be a mistake of their own.
    if (entry == nullptr || find_entry(*entries, name) != nullptr) continue;
    replace({entry->key, entry->text.key, {}});
  }
  return fix;
}

std::optional<Fix> remove_entry(const CompiledApp& cx, const std::vector<ExtraScope>& all,
                                const ExtraScope& extra, const Text& entry, FixSafety safety) {
  const bool is_last = extra.repeats.empty() || (extra.is_derived() && entry == extra.text);
  if (is_last && is_optional(cx.app, extra.text.value)) return std::nullopt;
  const Node* list = find_own_list(cx.document.root, {kKey});
  if (list == nullptr) return std::nullopt;
  if (list->items.size() == 1) {
    auto edits = remove_key(cx.file, cx.document, cx.document.root, kKey);
    if (!edits) return std::nullopt;
    return Fix{safety, "remove it", *std::move(edits), FixKind::remove};
  }
  auto edit = cut(cx, all, *list, entry.span);
  if (!edit) return std::nullopt;
  return Fix{safety, "remove it", {*std::move(edit)}, FixKind::remove};
}

std::optional<Fix> remove_scope(const CompiledApp& cx, const std::vector<ExtraScope>& all,
                                const ExtraScope& extra) {
  if (!extra.repeats.empty()) return std::nullopt;
  return remove_entry(cx, all, extra, extra.text, FixSafety::unsafe);
}

}  // namespace zoomc
