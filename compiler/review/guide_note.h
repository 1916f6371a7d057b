#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "resolve/resolved_app.h"

namespace zoomc {

// What the guide names where a derived scope stands, for one feature (or sign-in) behind the scope.
struct GuideNote {
  std::string_view feature;
  std::vector<std::string_view> names;
  // The scope itself is one of them.
  bool names_it_too = false;
  // Where the guide's names fall short, how: "reads one call and not the list".
  std::string_view shortfall;
  // The scope has other features behind it, so that it must be said which one is meant.
  bool one_of_several = false;
};

// In the order of the features; none for a scope that is not derived, for features that the guide
// does not have, and on a platform that the guide is not about.
std::vector<GuideNote> guide_notes(const ResolvedApp& resolved, const ResolvedScope& scope);

// "the guide names it too", "the guide names a, b and c for users.read, which …". `show` makes of a
// name what the output needs.
std::string text_of(const GuideNote& note, std::string (*show)(std::string_view));

}  // namespace zoomc
