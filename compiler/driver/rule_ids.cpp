#include "driver/rule_ids.h"

#include <algorithm>
#include <array>

#include "manifest/codes.h"
#include "model/codes.h"
#include "resolve/codes.h"
#include "syntax/codes.h"

namespace zoomc {
namespace {

template <std::size_t... Sizes>
constexpr auto join(const std::array<Code, Sizes>&... lists) {
  std::array<std::string_view, (Sizes + ...)> ids{};
  std::size_t next = 0;
  const auto add = [&](std::span<const Code> list) {
    for (const Code& code : list) ids[next++] = code.id;
  };
  (add(lists), ...);
  return ids;
}

constexpr auto kPhaseIds =
    join(syntax_codes::kAll, model_codes::kAll, resolve_codes::kAll, manifest_codes::kAll);

}  // namespace

std::span<const std::string_view> phase_ids() {
  return kPhaseIds;
}

std::vector<std::string_view> ids_of(std::span<const Rule> rules) {
  std::vector<std::string_view> ids;
  for (const Rule& rule : rules) ids.push_back(rule.info->id);
  return ids;
}

}  // namespace zoomc
