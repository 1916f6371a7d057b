#include <algorithm>
#include <set>

#include "catalog_tools/update.h"
#include "text/ascii.h"

namespace zoomc::catalog_tools {
namespace {

// Whether no word goes on at `at`.
bool is_edge(std::string_view line, std::size_t at) {
  return at == 0 || at >= line.size() || !is_alphanumeric(line[at - 1]) ||
         !is_alphanumeric(line[at]);
}

struct Match {
  std::string_view word;
  std::size_t size = 0;
};

// The longest phrase that is at `at`.
Match match_at(std::string_view line, std::size_t at,
               std::span<const catalog::Prerequisite> known) {
  Match longest;
  if (!is_edge(line, at)) return longest;
  for (const catalog::Prerequisite& row : known) {
    for (const std::string_view phrase : row.phrases) {
      if (phrase.size() <= longest.size || !line.substr(at).starts_with(phrase)) continue;
      if (is_edge(line, at + phrase.size())) longest = {row.word, phrase.size()};
    }
  }
  return longest;
}

}  // namespace

std::vector<std::string> prerequisite_words(const std::vector<std::string>& lines,
                                            std::span<const catalog::Prerequisite> known) {
  std::set<std::string> words;
  for (const std::string& line : lines) {
    for (std::size_t at = 0; at < line.size();) {
      const Match match = match_at(line, at, known);
      if (match.size > 0) words.emplace(match.word);
      at += std::max<std::size_t>(match.size, 1);
    }
  }
  return {words.begin(), words.end()};
}

}  // namespace zoomc::catalog_tools
