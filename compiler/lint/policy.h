#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "config/config.h"
#include "diagnostics/diagnostic.h"
#include "resolve/compiled_app.h"
#include "resolve/resolved_app.h"

namespace zoomc::lint {

// The rule that reports all policies.
inline constexpr std::string_view kPolicyRule = "policy-violation";

// Whether the policy applies to this app.
bool applies(const config::Policy& policy, const resolve::ResolvedApp& resolved);

// The name of a finding in a suppression: "unknown-scope", "policy-violation/eu-only".
std::string suppressed_as(const Diagnostic& found);

// A name in the app that is compared with the patterns of a policy.
struct PolicyName {
  std::string name;
  // The word of the file that includes it among others ("webinars.manage"), possibly empty; a
  // pattern may match that too.
  std::string composite;
  // The place where the app asks for it.
  Span place;
  // Describes that place if it is not the name itself: "needs", "sign-in needs", "the command line
  // asks for". Continues with "it".
  std::string_view remark;
};

// All names of that kind, in the order of the file (scopes by name). Scopes are those of the
// manifest; operations are those that features need too.
std::vector<PolicyName> policy_names(const resolve::CompiledApp& cx, config::PolicyTarget target);

}  // namespace zoomc::lint
