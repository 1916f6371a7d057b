#include "config/config.h"

namespace zoomc::config {

std::string_view to_string(PolicyTarget target) {
  for (const model::EnumWord<PolicyTarget>& entry : model::kEnumWords<PolicyTarget>) {
    if (entry.value == target) return entry.word;
  }
  return {};
}

std::optional<RuleLevel> ProjectConfig::find_level(std::string_view rule) const {
  const auto found = rules.find(rule);
  if (found == rules.end()) return std::nullopt;
  return found->second;
}

}  // namespace zoomc::config
