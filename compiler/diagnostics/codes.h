#pragma once
#include <span>

#include "diagnostics/code.h"

// The codes of `codes.def` under their names: `syntax_codes::kYamlSyntax`.
#define ZOOMC_CODE(phase, name, id, severity, sources, since, item, summary)       \
  namespace zoomc::phase##_codes {                                                 \
    inline constexpr Code name = [] {                                              \
      using enum Severity;                                                         \
      using enum Source;                                                           \
      return checked({Phase::phase, id, severity, sources, since, item, summary}); \
    }();                                                                           \
  }
#define ZOOMC_RULE_CODE(phase, name, id, severity)                                              \
  namespace zoomc::phase##_codes {                                                              \
    inline constexpr Code name{Phase::phase, id, Severity::severity, {}, {}, kItemOfPlace, {}}; \
  }
#include "diagnostics/codes.def"
#undef ZOOMC_CODE
#undef ZOOMC_RULE_CODE

namespace zoomc {

// Every code in its order, without those that a rule has too. Two phases may report the same; each
// has its own.
std::span<const Code> all_codes();

// The findings that other phases report under the id of a rule.
std::span<const Code> rule_codes();

}  // namespace zoomc
