
#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "manifest/compare_walk.h"

namespace zoomc::manifest::compare {
namespace {

// One subscription of a manifest.
struct Entry {
  std::size_t index;
  std::string_view id;
  std::string_view name;
  std::string_view development_url;
  std::string_view production_url;
  bool paired = false;

  std::string_view label() const {
    for (const std::string_view text : {name, id, production_url}) {
      if (!text.empty()) return text;
    }
    return development_url;
  }
};

// True if any leaf is at the place or below it.
bool says_anything(const Place& place) {
  if (place.is_leaf()) return true;
  for (std::size_t i = 0; i < place.item_count(); ++i) {
    if (says_anything(place.item(i))) return true;
  }
  for (std::size_t i = 0; i < place.member_count(); ++i) {
    if (says_anything(place.member(i))) return true;
  }
  return false;
}

std::vector<Entry> entries_of(const Place& list) {
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < list.item_count(); ++i) {
    const Place item = list.item(i);
    if (!item.is_object() || !says_anything(item)) continue;
    const auto text = [&item](std::string_view name) {
      return item.find(name).text().value_or(std::string_view{});
    };
    entries.push_back({.index = i,
                       .id = text("subscription_id"),
                       .name = text("subscription_name"),
                       .development_url = text("development_webhook_url"),
                       .production_url = text("production_webhook_url")});
  }
  return entries;
}

using Key = std::pair<std::string_view, std::string_view>;
using KeyOf = Key (*)(const Entry&);

constexpr KeyOf kKeys[] = {
    [](const Entry& entry) {
      return Key{entry.id, {}};
    },
    [](const Entry& entry) {
      return Key{entry.name, {}};
    },
    [](const Entry& entry) {
      return Key{entry.development_url, entry.production_url};
    },
    // A subscription without these is known by its position among those like it.
    [](const Entry& entry) {
      return entry.label().empty() ? Key{"nameless", {}} : Key{};
    },
};

using Pair = std::pair<std::size_t, std::size_t>;

// Pairs what has the same key on both sides and no partner yet, in the order of the lists.
void pair_by(KeyOf key_of, std::vector<Entry>& before, std::vector<Entry>& after,
             std::vector<Pair>& pairs) {
  std::map<Key, std::deque<Entry*>> waiting;
  for (Entry& entry : before) {
    if (!entry.paired && key_of(entry) != Key{}) waiting[key_of(entry)].push_back(&entry);
  }
  for (Entry& entry : after) {
    const auto found = entry.paired ? waiting.end() : waiting.find(key_of(entry));
    if (found == waiting.end() || found->second.empty()) continue;
    Entry& partner = *found->second.front();
    found->second.pop_front();
    entry.paired = partner.paired = true;
    pairs.emplace_back(&partner - before.data(), &entry - after.data());
  }
}

// The `event_usage` that an app of that usage has anyway.
std::string_view usual_event_usage(const Place& usage) {
  const auto text = usage.text();
  if (text == "ADMIN_MANAGEMENT") return "EVENT_FOR_ADMIN";
  return text == "USER_OPERATION" ? "EVENT_FOR_USER" : "";
}

class Subscriptions {
 public:
  Subscriptions(const Place& before_usage, const Place& after_usage, Changes& changes)
      : before_usual_(usual_event_usage(before_usage)),
        after_usual_(usual_event_usage(after_usage)),
        changes_(changes) {}

  void compare(const Place& before, const Place& after) {
    std::vector<Entry> old_entries = entries_of(before);
    std::vector<Entry> new_entries = entries_of(after);
    std::vector<Pair> pairs;
    for (const KeyOf key_of : kKeys) pair_by(key_of, old_entries, new_entries, pairs);
    for (const auto& [old_at, new_at] : pairs) {
      const Entry& old_entry = old_entries[old_at];
      const Entry& new_entry = new_entries[new_at];
      compare_pair(old_entry, before.item(old_entry.index), new_entry, after.item(new_entry.index));
    }
    for (const Entry& entry : old_entries) {
      if (!entry.paired) remove(entry, before.item(entry.index), after.missing({}));
    }
    for (const Entry& entry : new_entries) {
      if (!entry.paired) add(entry, before.missing({}), after.item(entry.index));
    }
    compare_oddities(before, after);
  }

 private:
  void compare_pair(const Entry& old_entry, const Place& before, const Entry& new_entry,
                    const Place& after) {
    const std::string_view label = new_entry.label();
    if (old_entry.name != new_entry.name) {
      changes_.add(ChangeKind::changed, {ManifestPart::subscription, label}, before, after,
                   std::string(label), std::string(old_entry.name), std::string(new_entry.name));
    }
    compare_fields(before, after, label, !old_entry.id.empty() && !new_entry.id.empty());
  }

  void remove(const Entry& entry, const Place& before, const Place& after) {
    changes_.add(ChangeKind::removed, {ManifestPart::subscription, entry.label()}, before, after,
                 std::string(entry.label()), std::string(entry.name), {});
    compare_fields(before, after, entry.label(), false);
  }

  void add(const Entry& entry, const Place& before, const Place& after) {
    changes_.add(ChangeKind::added, {ManifestPart::subscription, entry.label()}, before, after,
                 std::string(entry.label()), {}, std::string(entry.name));
    compare_fields(before, after, entry.label(), false);
  }

  // All but the name; of the id only what is no text, unless `ids_too`.
  void compare_fields(const Place& before, const Place& after, std::string_view label,
                      bool ids_too) {
    const Topic other{ManifestPart::other, label};
    for_each_member(
        before, after, [&](std::string_view name, const Place& old_place, const Place& new_place) {
          if (name == "event_types") {
            compare_event_types(old_place, new_place, label);
          } else if (name == "development_webhook_url" || name == "production_webhook_url") {
            compare_anything(old_place, new_place, {ManifestPart::webhook_url, label}, changes_);
          } else if (!says_the_same(name, old_place, new_place, ids_too)) {
            compare_anything(old_place, new_place, other, changes_);
          }
        });
  }

  void compare_event_types(const Place& before, const Place& after, std::string_view label) {
    compare_words(before, after, {ManifestPart::event_type, label}, true, changes_);
    compare_unlisted(before, after, {ManifestPart::other, label}, changes_);
  }

  bool says_the_same(std::string_view name, const Place& before, const Place& after,
                     bool ids_too) const {
    const bool texts =
        (before.value() == nullptr || before.text()) && (after.value() == nullptr || after.text());
    if (!texts) return false;
    const auto is_usual = [](const Place& place, std::string_view usual) {
      return place.value() == nullptr || place.text() == usual;
    };
    if (name == "subscription_name") return true;
    if (name == "subscription_id") return !ids_too;
    if (name == "event_usage")
      return is_usual(before, before_usual_) && is_usual(after, after_usual_);
    if (name == "communicate_type")
      return is_usual(before, "WEB_HOOK") && is_usual(after, "WEB_HOOK");
    return false;
  }

  // The entries of the list that are not subscriptions.
  void compare_oddities(const Place& before, const Place& after) {
    const auto count = std::max(before.item_count(), after.item_count());
    for (std::size_t i = 0; i < count; ++i) {
      const Place old_item = i < before.item_count() ? before.item(i) : before.missing({});
      const Place new_item = i < after.item_count() ? after.item(i) : after.missing({});
      const Place none_before = before.missing({});
      const Place none_after = after.missing({});
      compare_anything(old_item.is_object() ? none_before : old_item,
                       new_item.is_object() ? none_after : new_item, {}, changes_);
    }
  }

  std::string_view before_usual_;
  std::string_view after_usual_;
  Changes& changes_;
};

}  // namespace

void compare_event_subscriptions(const Place& before, const Place& before_usage, const Place& after,
                                 const Place& after_usage, Changes& changes) {
  const auto has_any = [](const Place& section) {
    const Place events = section.find("events");
    return !entries_of(events).empty();
  };
  const bool both = has_any(before) && has_any(after);
  compare_leaf(before, after, {}, changes);
  for_each_member(
      before, after, [&](std::string_view name, const Place& old_place, const Place& new_place) {
        if (name == "events") {
          Subscriptions(before_usage, after_usage, changes).compare(old_place, new_place);
          compare_unlisted(old_place, new_place, {}, changes);
        } else if (name != "enable" || both) {
          compare_anything(old_place, new_place, {}, changes);
        }
      });
}

}  // namespace zoomc::manifest::compare
