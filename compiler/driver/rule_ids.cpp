#include "driver/rule_ids.h"

#include "diagnostics/codes.h"

namespace zoomc {
namespace {

bool is_of_apps(Phase phase) {
  switch (phase) {
    case Phase::syntax:
    case Phase::model:
    case Phase::resolve:
    case Phase::manifest: return true;
    case Phase::lint:
    case Phase::audit:
    case Phase::author:
    case Phase::infer:
    case Phase::config:
    case Phase::catalog:
    case Phase::catalog_update:
    case Phase::run: return false;
  }
  return false;
}

}  // namespace

std::span<const std::string_view> phase_ids() {
  static const std::vector<std::string_view> ids = [] {
    std::vector<std::string_view> found;
    for (const Code& code : all_codes()) {
      if (is_of_apps(code.phase)) found.push_back(code.id);
    }
    return found;
  }();
  return ids;
}

std::vector<std::string_view> ids_of(std::span<const Rule> rules) {
  std::vector<std::string_view> ids;
  for (const Rule& rule : rules) ids.push_back(rule.info->id);
  return ids;
}

}  // namespace zoomc
