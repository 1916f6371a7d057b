#pragma once
#include <optional>
#include <string_view>

#include "lint/lint.h"

namespace zoomc {

// Which rules run, and with which severity.
class RuleChoice {
 public:
  explicit RuleChoice(const LintSettings& settings) : settings_(settings) {}

  bool runs(std::string_view rule) const;
  // What the project makes of the rule's severity; nothing when it leaves it.
  std::optional<Severity> severity(std::string_view rule) const;

 private:
  std::optional<RuleLevel> level(std::string_view rule) const;

  const LintSettings& settings_;
};

}  // namespace zoomc
