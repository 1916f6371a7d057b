#pragma once
#include <array>

#include "diagnostics/code.h"

// What reading the settings reports beyond the mistakes of every YAML file (`model_codes`).
namespace zoomc::config_codes {

inline constexpr Code kUnknownRule{"unknown-rule", "the settings name a rule that there is not"};
inline constexpr Code kFixedRule{"fixed-rule",
                                 "the settings change what the compiler itself reports"};
inline constexpr Code kInvalidPolicyId{
    "invalid-policy-id", "a policy's id has characters that an allowance cannot name"};
inline constexpr Code kDuplicatePolicy{"duplicate-policy", "two policies have the same id"};
inline constexpr Code kEmptyPolicy{"empty-policy", "a policy that can never be broken"};

inline constexpr std::array kAll{kUnknownRule, kFixedRule, kInvalidPolicyId, kDuplicatePolicy,
                                 kEmptyPolicy};

}  // namespace zoomc::config_codes
