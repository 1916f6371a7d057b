#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace zoomc {

// The unsafe fix that puts `yaml` in place of what is written at `written` for `value`. None where
// that is more than the value with quotes around it: the header of a block scalar may have a
// comment.
inline std::vector<Fix> offer_word(Span written, std::string_view value, std::string title,
                                   std::string yaml) {
  constexpr std::size_t kQuotes = 2;
  if (written.empty() || written.size() > value.size() + kQuotes) return {};
  return {{FixSafety::unsafe, std::move(title), {{written, std::move(yaml)}}}};
}

}  // namespace zoomc
