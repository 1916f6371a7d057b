#include "lint/guide_doubts.h"

#include "text/quote.h"

namespace zoomc {

void GuideDoubts::look_at(std::string_view name, std::optional<ScopeId> row) {
  if (!row) {
    unknown_.push_back(in_backticks(name));
    return;
  }
  const Scope& scope = catalog_.scopes[*row];
  if (scope.model == ScopeModel::classic) {
    classic_.push_back(in_backticks(name));
  } else if (scope.level != (is_admin_ ? Level::admin : Level::user)) {
    other_level_.push_back(in_backticks(name));
  }
}

std::string GuideDoubts::describe() const {
  std::vector<std::string> parts;
  if (!classic_.empty()) {
    parts.push_back(join_words(classic_) + " (classic, which new apps cannot have)");
  }
  if (!unknown_.empty()) {
    parts.push_back(join_words(unknown_) + " (in none of Zoom's lists)");
  }
  if (!other_level_.empty()) {
    parts.push_back(join_words(other_level_) + " (of the other level than this " +
                    (is_admin_ ? "admin" : "user") + "-managed app)");
  }
  return join_words(parts);
}

ZoomEffect GuideDoubts::effect() const {
  const bool is_only_classic = unknown_.empty() && other_level_.empty();
  return {ZoomVerdict::can_reject, is_only_classic ? "classic names, in apps made since April 2024"
                                                   : "unknown names and names of the other level"};
}

}  // namespace zoomc
