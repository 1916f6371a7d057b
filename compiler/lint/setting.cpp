#include "lint/setting.h"

#include <fmt/core.h>

#include "text/quote.h"

namespace zoomc::lint {

std::string setting_message(const catalog::ImpliedScope& needed) {
  return fmt::format(
      "{} needs the scope {}, which the manifest lacks; add the scope, or remove "
      "the setting",
      in_backticks(needed.because_of), in_backticks(needed.scope));
}

}  // namespace zoomc::lint
