#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "resolve/compiled_app.h"

namespace zoomc {

// What a scope that Zoom does not list may have been meant as.
struct ScopeSuggestion {
  // A name of the same product, a slip of the pen away: good enough for a fix. Or empty.
  std::string name;
  // What else to consider, for hints; never more than a person would read.
  std::vector<std::string> hints;
};

// Finds what was meant by names that are in none of Zoom's lists.
class ScopeSuggestions {
 public:
  explicit ScopeSuggestions(const CompiledApp& cx);

  ScopeSuggestion find(std::string_view name) const;

 private:
  std::string other_level(std::string_view name) const;
  std::string same_words(std::string_view name) const;

  const CompiledApp& cx_;
  // The names that would do: of the vocabulary in use and the app's level.
  std::vector<std::string_view> names_;
};

}  // namespace zoomc
