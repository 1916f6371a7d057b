#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/value.h"
#include "manifest/compare.h"

// Walks two manifests side by side. A place that is absent on one side is walked all the same, so
// that each thing below it on the other side is told.
namespace zoomc::manifest::compare {

// A place of a manifest while it is walked, whether or not anything is there. As `JsonPlace`,
// but what takes time to write down (the pointer, the order) is made only for what differs: a walk
// over every leaf must not copy the way to it. Refers to the place above, which must outlive it.
class Place {
 public:
  explicit Place(const json::Value& root) : Place(&root, nullptr, Step::root, {}, 0) {}

  // For this object, for this list.
  Place member(std::size_t index) const&;
  Place item(std::size_t index) const&;
  Place member(std::size_t index) const&& = delete;
  Place item(std::size_t index) const&& = delete;
  // The place of a member of that name, also if absent; for an item the name is empty.
  Place missing(std::string_view name) const&;
  Place missing(std::string_view name) const&& = delete;
  // The member of that name, the first of several.
  Place find(std::string_view name) const&;
  Place find(std::string_view name) const&& = delete;

  // The value; null for what is absent, `null` or a blank text.
  const json::Value* value() const { return value_; }
  bool is_list() const { return value_ != nullptr && value_->IsArray(); }
  bool is_object() const { return value_ != nullptr && value_->IsObject(); }
  // Something that is neither.
  bool is_leaf() const { return value_ != nullptr && !is_list() && !is_object(); }
  std::optional<std::string_view> text() const;
  std::size_t item_count() const { return is_list() ? value_->Size() : 0; }
  std::size_t member_count() const { return is_object() ? value_->MemberCount() : 0; }
  std::string_view member_name(std::size_t index) const;

  // Like those of `JsonPlace`, but long names are cut.
  std::string pointer() const;
  std::vector<std::uint32_t> order() const;

 private:
  enum class Step : std::uint8_t { root, member, item, missing };
  Place(const json::Value* value, const Place* parent, Step step, std::string_view name,
        std::uint32_t index);

  const json::Value* value_;
  const Place* parent_;
  Step step_;
  std::string_view name_;
  std::uint32_t index_;
};

// The subject of a part of the walk: the manifest part that its leaves belong to, and the
// subscription that it is in, if any.
struct Topic {
  ManifestPart part = ManifestPart::other;
  std::string_view subscription = {};
};

// Collects what differs, up to `kMaxChanges`.
class Changes {
 public:
  void add(ChangeKind kind, const Topic& topic, const Place& before, const Place& after,
           std::string subject, std::string before_value, std::string after_value);
  // The same about the place itself: its pointer is the subject.
  void add_leaf(ChangeKind kind, const Topic& topic, const Place& before, const Place& after,
                std::string before_value, std::string after_value);

  // In the order that `compare_manifests` promises. Leaves nothing.
  std::vector<ManifestChange> take();

 private:
  std::vector<ManifestChange> changes_;
  bool is_cut_ = false;
};

// The index of each name in an object, the first of a name that occurs twice. Empty for any other
// value.
std::map<std::string_view, std::size_t> names_of(const Place& object);

// Calls `visit(name, before, after)` for each name on either side.
template <class Visit>
void for_each_member(const Place& before, const Place& after, Visit visit) {
  const auto old_names = names_of(before);
  const auto new_names = names_of(after);
  for (const auto& [name, index] : old_names) {
    const auto found = new_names.find(name);
    visit(name, before.member(index),
          found == new_names.end() ? after.missing(name) : after.member(found->second));
  }
  for (const auto& [name, index] : new_names) {
    if (!old_names.contains(name)) visit(name, before.missing(name), after.member(index));
  }
}

// A single value; a list or an object counts as absent.
void compare_leaf(const Place& before, const Place& after, const Topic& topic, Changes& changes);

// Two lists in which order says nothing. With `names_itself` a text is its own subject, else the
// subject is the list's pointer. Entries that are not texts are `other`.
void compare_words(const Place& before, const Place& after, const Topic& topic, bool names_itself,
                   Changes& changes);

// Any value, leaf by leaf.
void compare_anything(const Place& before, const Place& after, const Topic& topic,
                      Changes& changes);

// The same, but a list counts as absent: for what should be one and is not.
void compare_unlisted(const Place& before, const Place& after, const Topic& topic,
                      Changes& changes);

// The value as JSON on one line; a text without quotes.
std::string value_text(const Place& place);

// `features.event_subscription` of two manifests, each with its `usage`: pairs the subscriptions
// and compares pair by pair.
void compare_event_subscriptions(const Place& before, const Place& before_usage, const Place& after,
                                 const Place& after_usage, Changes& changes);

}  // namespace zoomc::manifest::compare
