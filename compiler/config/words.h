#pragma once
#include "config/config.h"
#include "model/words.h"

// The words of the settings' enums.
namespace zoomc {

template <>
inline constexpr std::array<EnumWord<RuleLevel>, 4> kEnumWords<RuleLevel>{
    {{"error", RuleLevel::error},
     {"warning", RuleLevel::warning},
     {"note", RuleLevel::note},
     {"off", RuleLevel::off}}};
template <>
inline constexpr std::array<EnumWord<Severity>, 3> kEnumWords<Severity>{
    {{"error", Severity::error}, {"warning", Severity::warning}, {"note", Severity::note}}};
template <>
inline constexpr std::array<EnumWord<PolicyTarget>, 6> kEnumWords<PolicyTarget>{
    {{"scopes", PolicyTarget::scopes},
     {"features", PolicyTarget::features},
     {"regions", PolicyTarget::regions},
     {"products", PolicyTarget::products},
     {"events", PolicyTarget::events},
     {"operations", PolicyTarget::operations}}};

}  // namespace zoomc
