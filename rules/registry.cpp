#include "rules/registry.h"

#include <array>

#define ZOOMC_RULE(name)                               \
  namespace zoomc::rules::name {                       \
  extern const RuleInfo kInfo;                         \
  void check(const LintContext& cx, Reporter& report); \
  }
#include "rules/rules.def"
#undef ZOOMC_RULE

namespace zoomc {

std::span<const Rule> all_rules() {
  static constexpr std::array kRules{
#define ZOOMC_RULE(name) Rule{&rules::name::kInfo, rules::name::check},
#include "rules/rules.def"
#undef ZOOMC_RULE
  };
  return kRules;
}

}  // namespace zoomc
