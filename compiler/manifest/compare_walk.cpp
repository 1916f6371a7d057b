#include "manifest/compare_walk.h"

#include <algorithm>
#include <limits>
#include <string>
#include <tuple>
#include <utility>

#include "manifest/json_place.h"
#include "text/ascii.h"

namespace zoomc::manifest::compare {
namespace {

// An entry of a list: a text as it is, anything else as JSON.
struct KeyedWord {
  bool is_text;
  std::string text;
  auto operator<=>(const KeyedWord&) const = default;
};

std::map<KeyedWord, std::size_t> words_of(const Place& list) {
  std::map<KeyedWord, std::size_t> words;
  for (std::size_t i = 0; i < list.item_count(); ++i) {
    const Place item = list.item(i);
    if (item.value() == nullptr) continue;
    words.try_emplace({item.text().has_value(), value_text(item)}, i);
  }
  return words;
}

// True if nothing but texts is in it, as far as anything does.
bool has_only_words(const Place& list) {
  for (std::size_t i = 0; i < list.item_count(); ++i) {
    const Place item = list.item(i);
    if (item.value() != nullptr && !item.text()) return false;
  }
  return true;
}

void compare_positions(const Place& before, const Place& after, const Topic& topic,
                       Changes& changes) {
  const std::size_t count = std::max(before.item_count(), after.item_count());
  for (std::size_t i = 0; i < count; ++i) {
    const bool was = i < before.item_count();
    const bool is = i < after.item_count();
    compare_anything(was ? before.item(i) : before.missing({}),
                     is ? after.item(i) : after.missing({}), topic, changes);
  }
}

bool is_before(const ManifestChange& a, const ManifestChange& b) {
  return std::tie(a.part, a.subject, a.subscription, a.before, a.after) <
         std::tie(b.part, b.subject, b.subscription, b.before, b.after);
}

// The same as `JsonPlace::order`.
constexpr std::uint32_t kAbsent = std::numeric_limits<std::uint32_t>::max();

bool is_nothing(const json::Value& value) {
  return value.IsNull() || (value.IsString() && is_blank(json::text_of(value)));
}

}  // namespace

std::map<std::string_view, std::size_t> names_of(const Place& object) {
  std::map<std::string_view, std::size_t> names;
  const std::size_t count = object.member_count();
  for (std::size_t i = 0; i < count; ++i) names.try_emplace(object.member_name(i), i);
  return names;
}

std::string value_text(const Place& place) {
  if (const auto text = place.text()) return std::string(*text);
  return json::to_text(*place.value());
}

void compare_leaf(const Place& before, const Place& after, const Topic& topic, Changes& changes) {
  const bool was = before.is_leaf();
  const bool is = after.is_leaf();
  if (was && is) {
    if (*before.value() == *after.value()) return;
    std::string old_text = value_text(before);
    std::string new_text = value_text(after);
    if (old_text == new_text) {
      old_text = json::to_text(*before.value());
      new_text = json::to_text(*after.value());
    }
    changes.add_leaf(ChangeKind::changed, topic, before, after, std::move(old_text),
                     std::move(new_text));
  } else if (was) {
    changes.add_leaf(ChangeKind::removed, topic, before, after, value_text(before), {});
  } else if (is) {
    changes.add_leaf(ChangeKind::added, topic, before, after, {}, value_text(after));
  }
}

void compare_words(const Place& before, const Place& after, const Topic& topic, bool names_itself,
                   Changes& changes) {
  const auto tell = [&](ChangeKind kind, const KeyedWord& word, const Place& old_place,
                        const Place& new_place) {
    const bool names = names_itself && word.is_text;
    const Topic about{names || !names_itself ? topic.part : ManifestPart::other,
                      topic.subscription};
    const bool added = kind == ChangeKind::added;
    changes.add(kind, about, old_place, new_place,
                names ? word.text : (added ? after : before).pointer(), added ? "" : word.text,
                added ? word.text : "");
  };
  const std::map<KeyedWord, std::size_t> old_words = words_of(before);
  const std::map<KeyedWord, std::size_t> new_words = words_of(after);
  for (const auto& [word, index] : old_words) {
    if (!new_words.contains(word))
      tell(ChangeKind::removed, word, before.item(index), after.missing({}));
  }
  for (const auto& [word, index] : new_words) {
    if (!old_words.contains(word))
      tell(ChangeKind::added, word, before.missing({}), after.item(index));
  }
}

void compare_anything(const Place& before, const Place& after, const Topic& topic,
                      Changes& changes) {
  compare_leaf(before, after, topic, changes);
  if (before.is_list() || after.is_list()) {
    if (has_only_words(before) && has_only_words(after)) {
      compare_words(before, after, topic, false, changes);
    } else {
      compare_positions(before, after, topic, changes);
    }
  }
  for_each_member(before, after,
                  [&](std::string_view, const Place& old_place, const Place& new_place) {
                    compare_anything(old_place, new_place, topic, changes);
                  });
}

void compare_unlisted(const Place& before, const Place& after, const Topic& topic,
                      Changes& changes) {
  const Place none_before = before.missing({});
  const Place none_after = after.missing({});
  compare_anything(before.is_list() ? none_before : before, after.is_list() ? none_after : after,
                   topic, changes);
}

void Changes::add(ChangeKind kind, const Topic& topic, const Place& before, const Place& after,
                  std::string subject, std::string before_value, std::string after_value) {
  if (changes_.size() >= kMaxChanges) {
    is_cut_ = true;
    return;
  }
  changes_.push_back({.kind = kind,
                      .part = topic.part,
                      .subject = std::move(subject),
                      .subscription = std::string(topic.subscription),
                      .before = std::move(before_value),
                      .after = std::move(after_value),
                      .before_order = before.order(),
                      .after_order = after.order()});
}

void Changes::add_leaf(ChangeKind kind, const Topic& topic, const Place& before, const Place& after,
                       std::string before_value, std::string after_value) {
  if (is_cut_) return;
  const Place& standing = kind == ChangeKind::removed ? before : after;
  add(kind, topic, before, after, standing.pointer(), std::move(before_value),
      std::move(after_value));
}

std::vector<ManifestChange> Changes::take() {
  std::stable_sort(changes_.begin(), changes_.end(), is_before);
  if (is_cut_) changes_.push_back({.kind = ChangeKind::changed, .subject = "/"});
  is_cut_ = false;
  return std::exchange(changes_, {});
}

Place::Place(const json::Value* value, const Place* parent, Step step, std::string_view name,
             std::uint32_t index)
    : value_(value == nullptr || is_nothing(*value) ? nullptr : value),
      parent_(parent),
      step_(step),
      name_(name),
      index_(index) {}

Place Place::member(std::size_t index) const& {
  const auto found = value_->MemberBegin() + static_cast<std::ptrdiff_t>(index);
  return Place(&found->value, this, Step::member, json::text_of(found->name),
               static_cast<std::uint32_t>(index));
}

Place Place::item(std::size_t index) const& {
  const auto at = static_cast<std::uint32_t>(index);
  return Place(&(*value_)[at], this, Step::item, {}, at);
}

Place Place::missing(std::string_view name) const& {
  return Place(nullptr, this, Step::missing, name, kAbsent);
}

Place Place::find(std::string_view name) const& {
  const std::size_t count = member_count();
  for (std::size_t i = 0; i < count; ++i) {
    if (member_name(i) == name) return member(i);
  }
  return missing(name);
}

std::optional<std::string_view> Place::text() const {
  if (value_ == nullptr || !value_->IsString()) return std::nullopt;
  return json::text_of(*value_);
}

std::string_view Place::member_name(std::size_t index) const {
  return json::text_of((value_->MemberBegin() + static_cast<std::ptrdiff_t>(index))->name);
}

std::string Place::pointer() const {
  if (step_ == Step::root) return "/";
  const std::string above = parent_->pointer();
  if (step_ == Step::item) return item_pointer(above, index_);
  return name_.empty() && step_ == Step::missing ? above : member_pointer(above, name_);
}

std::vector<std::uint32_t> Place::order() const {
  std::vector<std::uint32_t> order;
  if (parent_ != nullptr) order = parent_->order();
  if (step_ == Step::root || (!order.empty() && order.back() == kAbsent)) return order;
  order.push_back(index_);
  return order;
}

}  // namespace zoomc::manifest::compare
