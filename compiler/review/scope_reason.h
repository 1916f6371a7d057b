#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "resolve/resolved_app.h"
#include "resolve/written_texts.h"

namespace zoomc::review {

// One thing for which the app has a scope: an operation or event and the request that wants it. A
// scope by hand that meets nothing, or a guide's name of which it is not known what it allows, is
// used by its request alone.
struct ScopeUse {
  std::uint32_t request = 0;
  std::optional<catalog::OperationId> operation;
  std::optional<catalog::EventId> event;
  bool operator==(const ScopeUse&) const = default;
};

// Everything that each scope of the app is there for, in the order of the manifest: what falls
// without it, and of what several scopes meet together that of which it is the first. So each
// requirement is with at least one scope, and nothing is told twice. A scope by hand comes after
// the derived ones, and with nothing left is used by its own request.
std::vector<std::vector<ScopeUse>> uses_of_scopes(const resolve::ResolvedApp& resolved);

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
std::vector<ScopeReason> scope_reasons(const resolve::ResolvedApp& resolved,
                                       const std::vector<std::vector<ScopeUse>>& uses);

// The steps of a reviewer to see a scope at work, and the expected result.
struct ReviewStep {
  std::string text;
  // By the author, under `test_plan`; not generated.
  bool written = false;
};

// The test plan: the author's steps, most specific first as with `justify`, else the catalog's.
class TestPlan {
 public:
  // `resolved` must outlive it.
  explicit TestPlan(const resolve::ResolvedApp& resolved);

  // `uses` is what the scope is for. At least one, and no step twice.
  std::vector<ReviewStep> steps_of(const resolve::ResolvedScope& scope,
                                   const std::vector<ScopeUse>& uses) const;

 private:
  ReviewStep step_of(const resolve::ResolvedScope& scope, const ScopeUse& use) const;
  std::vector<ReviewStep> all_calls_of(std::uint32_t request) const;
  std::string generated(const resolve::ResolvedScope& scope, const ScopeUse& use) const;
  std::string of_operation(const resolve::Request& request, catalog::OperationId operation) const;
  std::string sentence(std::string_view account, const std::string& rest) const;

  const resolve::ResolvedApp& resolved_;
  resolve::WrittenTexts written_;
  // For operations that were asked for by themselves: how some feature shows them.
  std::map<catalog::OperationId, const catalog::TestStep*> by_operation_;
};

}  // namespace zoomc::review
