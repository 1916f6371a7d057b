#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/sink.h"
#include "lint/rule.h"

namespace zoomc::lint {

struct LintSettings {
  // Null: no settings.
  const config::ProjectConfig* config = nullptr;
  // If not empty, only these rules run, even if the project has switched them off.
  std::span<const std::string> select;
  // These do not run, whatever the other settings are.
  std::span<const std::string> ignore;
  // The ids of the findings of other phases, which no suppression can name.
  std::span<const std::string_view> fixed_ids;
  // True if the rules see the whole app as its file has it: no earlier phase found an error,
  // nothing was overridden. Only then can a suppression be reported as unused.
  bool whole = true;
};

// Runs the rules over one app and puts their findings into `sink`, and those that a comment allows
// into `suppressed`. `others` are findings of other phases: those with the id of a rule are treated
// like that rule's own, the rest is passed on unchanged.
void lint(const resolve::CompiledApp& app, const LintFacts& facts, std::span<const Rule> rules,
          const LintSettings& settings, std::vector<Diagnostic> others, Sink& sink,
          Sink& suppressed);

// Decides which rules run, and with which severity.
class RuleChoice {
 public:
  explicit RuleChoice(const LintSettings& settings) : settings_(settings) {}

  bool runs(std::string_view rule) const;
  // The severity that the project sets for the rule; nothing if it sets none.
  std::optional<Severity> severity(std::string_view rule) const;

 private:
  std::optional<config::RuleLevel> level(std::string_view rule) const;

  const LintSettings& settings_;
};

}  // namespace zoomc::lint
