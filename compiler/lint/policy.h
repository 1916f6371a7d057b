#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "config/config.h"
#include "diagnostics/diagnostic.h"
#include "resolve/compiled_app.h"
#include "resolve/resolved_app.h"

namespace zoomc::lint {

// The rule behind which all policies stand.
inline constexpr std::string_view kPolicyRule = "policy-violation";

// Whether the policy is for such an app at all.
bool applies(const config::Policy& policy, const resolve::ResolvedApp& resolved);

// How a suppression names what was found: "unknown-scope", "policy-violation/eu-only".
std::string suppressed_as(const Diagnostic& found);

// Something of the app that the patterns of a policy are held against.
struct PolicyName {
  std::string name;
  // The word of the file that brings it with others ("webinars.manage"), possibly empty; a pattern
  // may match that too.
  std::string composite;
  // Where the app asks for it.
  Span place;
  // What stands there when it is not the name itself: "needs", "sign-in needs", "the command line
  // wants". Continues with "it".
  std::string_view remark;
};

// All names of that kind, in the order of the file (scopes by name). Scopes are those of the
// manifest; operations are those that features need too.
std::vector<PolicyName> policy_names(const resolve::CompiledApp& cx, config::PolicyTarget target);

}  // namespace zoomc::lint
