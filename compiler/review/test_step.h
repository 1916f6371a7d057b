#pragma once
#include <map>
#include <string>
#include <vector>

#include "resolve/resolved_app.h"
#include "resolve/written_texts.h"
#include "review/scope_use.h"

namespace zoomc {

// What a reviewer does to see a scope at work, and what to expect then.
struct ReviewStep {
  std::string text;
  // By the author, under `test_plan`; not generated.
  bool written = false;
};

// The test plan: the author's steps, most specific first as with `justify`, else the catalog's.
class TestPlan {
 public:
  // `resolved` must outlive it.
  explicit TestPlan(const ResolvedApp& resolved);

  // `uses` is what the scope is for. At least one, and no step twice.
  std::vector<ReviewStep> steps_of(const ResolvedScope& scope,
                                   const std::vector<ScopeUse>& uses) const;

 private:
  ReviewStep step_of(const ResolvedScope& scope, const ScopeUse& use) const;
  std::vector<ReviewStep> all_calls_of(std::uint32_t subject) const;
  std::string generated(const ResolvedScope& scope, const ScopeUse& use) const;
  std::string of_operation(const Subject& subject, OperationId operation) const;
  std::string sentence(std::string_view account, const std::string& rest) const;

  const ResolvedApp& resolved_;
  WrittenTexts written_;
  // For operations that were asked for by themselves: how some feature shows them.
  std::map<OperationId, const TestStep*> by_operation_;
};

}  // namespace zoomc
