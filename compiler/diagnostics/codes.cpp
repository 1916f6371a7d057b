#include "diagnostics/codes.h"

#include <array>

namespace zoomc {

std::span<const Code> all_codes() {
  static constexpr std::array kCodes{
#define ZOOMC_CODE(phase, name, ...) phase##_codes::name,
#define ZOOMC_RULE_CODE(...)
#include "diagnostics/codes.def"
#undef ZOOMC_CODE
#undef ZOOMC_RULE_CODE
  };
  return kCodes;
}

std::span<const Code> rule_codes() {
  static constexpr std::array kCodes{
#define ZOOMC_CODE(...)
#define ZOOMC_RULE_CODE(phase, name, ...) phase##_codes::name,
#include "diagnostics/codes.def"
#undef ZOOMC_CODE
#undef ZOOMC_RULE_CODE
  };
  return kCodes;
}

}  // namespace zoomc
