#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "config/config.h"
#include "lint/allowance.h"
#include "lint/long_scalars.h"

namespace zoomc {

// What became of a rule that an allowance names.
enum class AllowanceFate : std::uint8_t {
  // Its rule did not run, or could not see all.
  idle,
  used,
  unused,
  // Another allowance of the same line has it already.
  doubled,
  unknown_rule,
  unknown_policy,
  // `policy-violation` without saying which.
  unnamed_policy,
  // An earlier phase reports it: it cannot be allowed.
  fixed,
  // A rule about allowances: it cannot be allowed either.
  about_allowances,
};

struct JudgedAllowances {
  std::span<const Allowance> allowances;
  // Per allowance and rule of it.
  std::span<const std::vector<AllowanceFate>> fates;
  // The rules and policies that an allowance can name.
  std::vector<std::string_view> rules;
  std::span<const Policy> policies;
  const LongScalars* scalars = nullptr;
};

}  // namespace zoomc
