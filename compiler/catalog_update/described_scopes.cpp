#include "catalog_update/described_scopes.h"

#include <algorithm>

#include "text/ascii.h"

namespace zoomc::catalog_update {
namespace {

constexpr std::string_view kScopesLabel = "Scopes";
constexpr std::string_view kGranularWord = "Granular ";

bool is_scope_character(char c) {
  return is_alphanumeric(c) || c == ':' || c == '_' || c == '-' || c == '.';
}

// What the label at the front of `text` is followed by, behind its link and its colon; nothing when
// there is no colon, as where a sentence speaks of scopes.
std::optional<std::string_view> behind_label(std::string_view text) {
  text.remove_prefix(kScopesLabel.size());
  if (text.starts_with("](")) {
    const auto end = text.find(')');
    if (end == std::string_view::npos) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  while (text.starts_with('*')) text.remove_prefix(1);
  if (!text.starts_with(':')) return std::nullopt;
  text.remove_prefix(1);
  while (text.starts_with('*')) text.remove_prefix(1);
  return text;
}

// Up to the end of the line, or to the next bold label in it.
std::string_view same_line(std::string_view text) {
  for (const std::string_view end : {"\n", "<br", "**"}) text = text.substr(0, text.find(end));
  return text;
}

std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_scope_character);
    const auto length = static_cast<std::size_t>(end - text.begin());
    const std::string_view name = text.substr(0, length);
    // Every scope has one of these; words that stand beside the names have not.
    if (name.find_first_of(":_") != std::string_view::npos) names.emplace_back(name);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return names;
}

}  // namespace

DescribedScopes described_scopes(std::string_view description) {
  DescribedScopes scopes;
  for (auto at = description.find(kScopesLabel); at != std::string_view::npos;
       at = description.find(kScopesLabel, at + 1)) {
    const auto rest = behind_label(description.substr(at));
    if (!rest) continue;
    auto& list =
        description.substr(0, at).ends_with(kGranularWord) ? scopes.granular : scopes.classic;
    if (!list) list = names_in(same_line(*rest));
  }
  return scopes;
}

}  // namespace zoomc::catalog_update
