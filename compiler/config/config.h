#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/app.h"

// The project settings of `.zoomc.yaml`, typed and checked.
namespace zoomc {

inline constexpr std::string_view kConfigName = ".zoomc.yaml";

// What the project makes of a rule: the severity of its findings, or that it does not run.
enum class RuleLevel : std::uint8_t { off, note, warning, error };

// What the patterns of a policy are held against.
enum class PolicyTarget : std::uint8_t { scopes, features, regions, products, events, operations };
std::string_view to_string(PolicyTarget target);

// Patterns on the names of one kind (`matches_pattern`).
struct PolicyPatterns {
  PolicyTarget target = PolicyTarget::scopes;
  std::vector<std::string> patterns;
};

// The apps that a policy is for; what is absent does not matter.
struct PolicyCondition {
  std::optional<Stage> stage;
  std::optional<ManagedBy> managed_by;
  std::optional<Vocabulary> scope_names;
};

// A rule of the organisation. A name that matches a pattern of `deny` breaks it, and one of the
// same kind as an `allow` that matches none of its patterns. `require` has dotted paths of keys of
// the app file that must have a value.
struct Policy {
  std::string id;
  // Absent: that of the rule `policy-violation`.
  std::optional<Severity> severity;
  std::vector<PolicyPatterns> deny;
  std::vector<PolicyPatterns> allow;
  std::vector<std::string> require;
  PolicyCondition when;
  // The author's reason, possibly empty.
  std::string message;
};

struct ProjectConfig {
  std::map<std::string, RuleLevel, std::less<>> rules;
  // Globs of files that the linter passes over, relative to the directory of the settings
  // (`matches_glob`).
  std::vector<std::string> exclude;
  // No id twice.
  std::vector<Policy> policies;

  // What the project says of a rule; nothing when it leaves it as it is.
  std::optional<RuleLevel> find_level(std::string_view rule) const;
};

}  // namespace zoomc
