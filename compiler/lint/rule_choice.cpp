#include "lint/rule_choice.h"

#include <algorithm>

namespace zoomc {
namespace {

bool has(std::span<const std::string> ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

std::optional<RuleLevel> RuleChoice::level(std::string_view rule) const {
  return settings_.config == nullptr ? std::nullopt : settings_.config->find_level(rule);
}

bool RuleChoice::runs(std::string_view rule) const {
  if (has(settings_.ignore, rule)) return false;
  if (!settings_.select.empty()) return has(settings_.select, rule);
  return level(rule) != RuleLevel::off;
}

std::optional<Severity> RuleChoice::severity(std::string_view rule) const {
  const std::optional<RuleLevel> chosen = level(rule);
  if (!chosen) return std::nullopt;
  switch (*chosen) {
    case RuleLevel::off: return std::nullopt;
    case RuleLevel::note: return Severity::note;
    case RuleLevel::warning: return Severity::warning;
    case RuleLevel::error: return Severity::error;
  }
  return std::nullopt;
}

}  // namespace zoomc
