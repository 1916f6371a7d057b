#include "rules/registry.h"

#include <algorithm>
#include <array>

#include "diagnostics/codes.h"

#define ZOOMC_RULE(name)                                           \
  namespace zoomc::rules::name {                                   \
  extern const lint::RuleInfo kInfo;                               \
  void check(const lint::LintContext& cx, lint::Reporter& report); \
  }
#include "rules/rules.def"
#undef ZOOMC_RULE

namespace zoomc::rules {

std::span<const lint::Rule> all_rules() {
  static constexpr std::array kRules{
#define ZOOMC_RULE(name) lint::Rule{&name::kInfo, name::check},
#include "rules/rules.def"
#undef ZOOMC_RULE
  };
  return kRules;
}

namespace {

// A rule is also about manifests where another phase looks for the same in one.
AppliesTo files_of(const lint::RuleInfo& info) {
  const auto codes = rule_codes();
  const bool is_in_manifests = std::any_of(
      codes.begin(), codes.end(), [&info](const Code& code) { return code.id == info.id; });
  return is_in_manifests ? AppliesTo::both : info.applies_to;
}

}  // namespace

std::vector<FindingKind> finding_kinds() {
  std::vector<FindingKind> kinds;
  for (const lint::Rule& rule : all_rules()) {
    const lint::RuleInfo& info = *rule.info;
    kinds.push_back({.id = info.id,
                     .summary = info.summary,
                     .severity = info.severity,
                     .found_by = Phase::lint,
                     .fix = info.fix,
                     .applies_to = files_of(info),
                     .sources = info.sources,
                     .since = info.since,
                     .page = rule_documentation(info.id)});
  }
  for (const Code& code : all_codes()) {
    kinds.push_back({.id = code.id,
                     .summary = code.summary,
                     .severity = code.severity,
                     .found_by = code.phase,
                     .sources = code.sources,
                     .since = code.since,
                     .page = rule_documentation(code.id)});
  }
  return kinds;
}

}  // namespace zoomc::rules
