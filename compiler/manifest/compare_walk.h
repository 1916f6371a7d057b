#pragma once
#include <map>
#include <string_view>

#include "manifest/compare_changes.h"

// Walks two manifests side by side. A place that is absent on one side is walked all the same, so
// that each thing below it on the other side is told.
namespace zoomc::compare {

// Where each name stands in an object, the first of a name that stands twice. Empty for no object.
std::map<std::string_view, std::size_t> names_of(const Place& object);

// Calls `visit(name, before, after)` for each name that stands on either side.
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

// A single value; whatever is a list or an object counts as absent.
void compare_leaf(const Place& before, const Place& after, const Topic& topic, Changes& changes);

// Two lists in which order says nothing. With `names_itself` a text is its own subject, else the
// subject is the list's pointer. Entries that are no texts are `other`.
void compare_words(const Place& before, const Place& after, const Topic& topic, bool names_itself,
                   Changes& changes);

// Anything, in whatever shape, leaf by leaf.
void compare_anything(const Place& before, const Place& after, const Topic& topic,
                      Changes& changes);

// The same, but a list counts as absent: for what should be one and is not.
void compare_unlisted(const Place& before, const Place& after, const Topic& topic,
                      Changes& changes);

// As JSON on one line; for a text its own words.
std::string value_text(const Place& place);

}  // namespace zoomc::compare
