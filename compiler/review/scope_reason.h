#pragma once
#include <string>
#include <vector>

#include "resolve/resolved_app.h"
#include "review/scope_use.h"

namespace zoomc {

// Why the app needs a scope, for Zoom's reviewers.
struct ScopeReason {
  std::string text;
  // All of it in the author's words; nothing generated.
  bool written = false;
};

// One for each scope of the app, in order. The sentences are those of `scope_description`, each
// feature for itself; where a sentence speaks for several scopes another one says what the app does
// with this scope. No two are alike.
// `uses` is `uses_of_scopes(resolved)`.
std::vector<ScopeReason> scope_reasons(const ResolvedApp& resolved,
                                       const std::vector<std::vector<ScopeUse>>& uses);

}  // namespace zoomc
