#pragma once
#include <string>
#include <string_view>

#include "config/config.h"
#include "diagnostics/diagnostic.h"
#include "resolve/resolved_app.h"

namespace zoomc {

// The rule behind which all policies stand.
inline constexpr std::string_view kPolicyRule = "policy-violation";

// Whether the policy is for such an app at all.
bool applies(const Policy& policy, const ResolvedApp& resolved);

// How a suppression names what was found: "unknown-scope", "policy-violation/eu-only".
std::string suppressed_as(const Diagnostic& found);

}  // namespace zoomc
