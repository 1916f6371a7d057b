#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "config/config.h"
#include "resolve/compiled_app.h"

namespace zoomc {

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
std::vector<PolicyName> policy_names(const CompiledApp& cx, PolicyTarget target);

}  // namespace zoomc
