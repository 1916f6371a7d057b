#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "model/app.h"
#include "model/words.h"

// The project settings of `.zoomc.yaml`, typed and checked.
namespace zoomc::config {

inline constexpr std::string_view kConfigName = ".zoomc.yaml";

// The suffixes of app file names, the usual one first.
inline constexpr std::string_view kAppSuffixes[] = {".zoom.yaml", ".zoom.yml"};

// The suffix that `path` ends with; empty if it is not an app file.
constexpr std::string_view app_suffix(std::string_view path) {
  for (const std::string_view suffix : kAppSuffixes) {
    if (path.ends_with(suffix)) return suffix;
  }
  return {};
}

// True if the name is an app file's: one of the suffixes with something before it.
constexpr bool is_app_file_name(std::string_view name) {
  return name.size() > app_suffix(name).size() && !app_suffix(name).empty();
}

// The project's setting for a rule: the severity of its findings, or that it does not run.
enum class RuleLevel : std::uint8_t { off, note, warning, error };

// The names that the patterns of a policy are compared with.
enum class PolicyTarget : std::uint8_t { scopes, features, regions, products, events, operations };
std::string_view to_string(PolicyTarget target);

// Patterns on the names of one kind (`matches_pattern`).
struct PolicyPatterns {
  PolicyTarget target = PolicyTarget::scopes;
  std::vector<std::string> patterns;
};

// The apps that a policy is for; what is absent does not matter.
struct PolicyCondition {
  std::optional<model::Stage> stage;
  std::optional<model::ManagedBy> managed_by;
  std::optional<model::Vocabulary> scope_names;
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

  // The project's setting for a rule; nothing if it has none.
  std::optional<RuleLevel> find_level(std::string_view rule) const;
};

}  // namespace zoomc::config

namespace zoomc::model {

template <>
inline constexpr std::array<EnumWord<config::RuleLevel>, 4> kEnumWords<config::RuleLevel>{
    {{"error", config::RuleLevel::error},
     {"warning", config::RuleLevel::warning},
     {"note", config::RuleLevel::note},
     {"off", config::RuleLevel::off}}};
template <>
inline constexpr std::array<EnumWord<Severity>, 3> kEnumWords<Severity>{
    {{"error", Severity::error}, {"warning", Severity::warning}, {"note", Severity::note}}};
template <>
inline constexpr std::array<EnumWord<config::PolicyTarget>, 6> kEnumWords<config::PolicyTarget>{
    {{"scopes", config::PolicyTarget::scopes},
     {"features", config::PolicyTarget::features},
     {"regions", config::PolicyTarget::regions},
     {"products", config::PolicyTarget::products},
     {"events", config::PolicyTarget::events},
     {"operations", config::PolicyTarget::operations}}};

}  // namespace zoomc::model
