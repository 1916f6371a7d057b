#include "review/differing_parts.h"

#include <algorithm>

#include "text/utf8.h"

namespace zoomc {
namespace {

// Two texts that differ sooner are told apart by what is shown of them.
constexpr std::size_t kShortBeginning = 60;
// How much of what is alike stays, in bytes: some words.
constexpr std::size_t kContext = 16;

std::string from(std::string_view text, std::size_t begin) {
  return "…" + std::string(text.substr(begin));
}

}  // namespace

std::pair<std::string, std::string> differing_parts(std::string_view before,
                                                    std::string_view after) {
  const auto ends = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const auto alike = static_cast<std::size_t>(ends.first - before.begin());
  if (alike <= kShortBeginning) return {std::string(before), std::string(after)};
  std::size_t begin = alike - kContext;
  const std::size_t blank = before.find(' ', begin);
  if (blank < alike) begin = blank + 1;
  while (!begins_code_point(before, begin)) --begin;
  return {from(before, begin), from(after, begin)};
}

}  // namespace zoomc
