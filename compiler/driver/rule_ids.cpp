#include "driver/rule_ids.h"

#include <algorithm>

#include "diagnostics/codes.h"

namespace zoomc::driver {
namespace {

// The phases that read an app before the linter.
constexpr Phase kOfApps[] = {Phase::syntax, Phase::model, Phase::resolve, Phase::manifest};

}  // namespace

std::span<const std::string_view> phase_ids() {
  static const std::vector<std::string_view> ids = [] {
    std::vector<std::string_view> found;
    for (const Code& code : all_codes()) {
      if (std::ranges::count(kOfApps, code.phase) > 0) found.push_back(code.id);
    }
    return found;
  }();
  return ids;
}

std::vector<std::string_view> ids_of(std::span<const lint::Rule> rules) {
  std::vector<std::string_view> ids;
  for (const lint::Rule& rule : rules) ids.push_back(rule.info->id);
  return ids;
}

}  // namespace zoomc::driver
