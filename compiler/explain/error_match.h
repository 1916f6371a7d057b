#pragma once
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

namespace zoomc {

// A text of Zoom's, found in what a person pasted.
struct ErrorMatch {
  const ErrorText* error = nullptr;
  // What stood before and behind the fixed words, up to the next occurrence, in order.
  std::vector<std::string_view> before;
  std::vector<std::string_view> behind;
};

// The error texts that `topic` has or is a part of, in the order of the table: words count, case,
// punctuation, quotes and what stands around them do not. A text within a longer one is not meant.
std::vector<ErrorMatch> match_errors(const Catalog& catalog, std::string_view topic);

// The error texts of a code, where `topic` is nothing but one ("4,700") or names one ("code 4711").
std::vector<const ErrorText*> errors_of_code(const Catalog& catalog, std::string_view topic);

}  // namespace zoomc
