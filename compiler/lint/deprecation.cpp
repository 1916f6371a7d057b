#include "lint/deprecation.h"

#include <algorithm>
#include <fmt/core.h>

#include "text/quote.h"

namespace zoomc::lint {

std::vector<std::string_view> successors_of(const catalog::Deprecation& row) {
  std::vector<std::string_view> names;
  std::string_view rest = row.successors;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    std::string_view name = rest.substr(0, end);
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    if (!name.empty()) names.push_back(name);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return names;
}

std::string deprecation_message(const catalog::Deprecation& row) {
  std::vector<std::string> names;
  for (const std::string_view name : successors_of(row)) names.push_back(in_backticks(name));
  return fmt::format("{} is deprecated{}; {}", in_backticks(row.what),
                     row.since.empty() ? "" : fmt::format(", with {} as its end", row.since),
                     names.empty() ? "zoomc knows no successor, so look for one in Zoom's documents"
                                   : fmt::format("use {}", join_words(names, "or")));
}

}  // namespace zoomc::lint
