#include "manifest/compare_walk.h"

#include <algorithm>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <string>

namespace zoomc::compare {
namespace {

std::string to_json_text(const json::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

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

// Whether nothing but texts stands in it, as far as anything does.
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

}  // namespace

std::map<std::string_view, std::size_t> names_of(const Place& object) {
  std::map<std::string_view, std::size_t> names;
  const std::size_t count = object.member_count();
  for (std::size_t i = 0; i < count; ++i) names.try_emplace(object.member_name(i), i);
  return names;
}

std::string value_text(const Place& place) {
  if (const auto text = place.text()) return std::string(*text);
  return to_json_text(*place.value());
}

void compare_leaf(const Place& before, const Place& after, const Topic& topic, Changes& changes) {
  const bool was = before.is_leaf();
  const bool is = after.is_leaf();
  if (was && is) {
    if (*before.value() == *after.value()) return;
    std::string old_text = value_text(before);
    std::string new_text = value_text(after);
    if (old_text == new_text) {
      old_text = to_json_text(*before.value());
      new_text = to_json_text(*after.value());
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

}  // namespace zoomc::compare
