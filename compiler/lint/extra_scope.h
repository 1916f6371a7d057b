#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "lint/rule.h"

namespace zoomc {

// What is wrong with a scope that was asked for by hand: the first that fits, so that one mistake is
// one finding. `fine` when nothing is.
enum class ExtraScopeProblem : std::uint8_t {
  fine,
  unknown,
  app_owned,
  master,
  other_level,
};

struct ExtraScope {
  Text text;
  ExtraScopeProblem problem = ExtraScopeProblem::fine;
  // The catalog's row, where there is one.
  std::optional<ScopeId> row;
};

// Every entry of `extra_scopes`, judged. In the `guide` vocabulary the guide's own names are fine: one
// rule speaks of all of them.
std::vector<ExtraScope> judge_extra_scopes(const LintContext& cx);

// The level of scopes that the app may have.
Level app_level(const ResolvedApp& resolved);

}  // namespace zoomc
