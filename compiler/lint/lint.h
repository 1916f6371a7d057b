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
  // When not empty only these rules run, also those that the project has switched off.
  std::span<const std::string> select;
  // These do not run, whatever else is said.
  std::span<const std::string> ignore;
  // The ids of what the other phases report, which no suppression can name.
  std::span<const std::string_view> fixed_ids;
  // Nothing kept the rules from seeing the whole app as its file has it: no earlier phase found an
  // error, nothing was overridden. Only then a suppression can be called unused.
  bool whole = true;
};

// Runs the rules over one app and puts what they find and nothing allows into `sink`, what a
// comment allows into `suppressed`. `others` are findings of other phases: those under the id of a
// rule are treated like that rule's own, the rest is passed on as it is.
void lint(const resolve::CompiledApp& app, const LintFacts& facts, std::span<const Rule> rules,
          const LintSettings& settings, std::vector<Diagnostic> others, Sink& sink,
          Sink& suppressed);

// Which rules run, and with which severity.
class RuleChoice {
 public:
  explicit RuleChoice(const LintSettings& settings) : settings_(settings) {}

  bool runs(std::string_view rule) const;
  // What the project makes of the rule's severity; nothing when it leaves it.
  std::optional<Severity> severity(std::string_view rule) const;

 private:
  std::optional<config::RuleLevel> level(std::string_view rule) const;

  const LintSettings& settings_;
};

}  // namespace zoomc::lint
