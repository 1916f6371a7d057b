#include "review/test_step.h"

#include <algorithm>

#include "catalog/lookup.h"
#include "resolve/sentence.h"

namespace zoomc {
namespace {

void add(std::vector<ReviewStep>& steps, ReviewStep step) {
  const auto same = [&](const ReviewStep& other) { return other.text == step.text; };
  if (std::none_of(steps.begin(), steps.end(), same)) steps.push_back(std::move(step));
}

bool has_calls(const Subject& subject) {
  return subject.kind == SubjectKind::feature || subject.kind == SubjectKind::sign_in;
}

}  // namespace

TestPlan::TestPlan(const ResolvedApp& resolved)
    : resolved_(resolved), written_(resolved, resolved.app->test_plan) {
  for (const Feature& feature : resolved.catalog->features) {
    // What signing in shows is nothing of the call itself.
    if (feature.action().empty()) continue;
    for (const OperationId operation : feature.operations) {
      if (const TestStep* step = find_test_step(feature, operation)) {
        by_operation_.emplace(operation, step);
      }
    }
  }
}

std::vector<ReviewStep> TestPlan::steps_of(const ResolvedScope& scope,
                                           const std::vector<ScopeUse>& uses) const {
  if (const std::string* text = written_.of_scope(scope.name)) return {{*text, true}};
  std::vector<ReviewStep> steps;
  for (const ScopeUse& use : uses) {
    const bool is_whole_feature =
        !use.operation && !use.event && has_calls(resolved_.subjects[use.subject]);
    if (is_whole_feature) {
      for (ReviewStep& step : all_calls_of(use.subject)) add(steps, std::move(step));
    } else {
      add(steps, step_of(scope, use));
    }
  }
  return steps;
}

std::vector<ReviewStep> TestPlan::all_calls_of(std::uint32_t subject) const {
  if (const std::string* text = written_.of_subject(subject)) return {{*text, true}};
  std::vector<ReviewStep> steps;
  const Subject& of = resolved_.subjects[subject];
  for (const OperationId operation : resolved_.catalog->features[*of.row].operations) {
    const std::string* text = written_.of_operation(operation);
    steps.push_back({text != nullptr ? *text : of_operation(of, operation), text != nullptr});
  }
  return steps;
}

ReviewStep TestPlan::step_of(const ResolvedScope& scope, const ScopeUse& use) const {
  const std::string* text = use.operation ? written_.of_operation(*use.operation) : nullptr;
  if (text == nullptr) text = written_.of_subject(use.subject);
  if (text != nullptr) return {*text, true};
  return {generated(scope, use), false};
}

std::string TestPlan::generated(const ResolvedScope& scope, const ScopeUse& use) const {
  if (use.operation) return of_operation(resolved_.subjects[use.subject], *use.operation);
  if (use.event) {
    return sentence({}, "make " + std::string(resolved_.catalog->events[*use.event].name) +
                            " happen in Zoom, and expect the app to receive it");
  }
  return sentence({}, "use what needs " + std::string(scope.name) + ", and expect no error");
}

std::string TestPlan::of_operation(const Subject& subject, OperationId operation) const {
  const TestStep* step = nullptr;
  if (has_calls(subject)) {
    step = find_test_step(resolved_.catalog->features[*subject.row], operation);
  } else if (const auto known = by_operation_.find(operation); known != by_operation_.end()) {
    step = known->second;
  }
  if (step != nullptr) {
    return sentence(step->account,
                    std::string(step->action) + ", and expect " + std::string(step->expect));
  }
  const Operation& call = resolved_.catalog->operations[operation];
  const std::string title = as_phrase(call.name);
  return sentence({}, "use what calls " + display_name(call) +
                          (title.empty() ? "" : " (" + title + ")") + ", and expect no error");
}

std::string TestPlan::sentence(std::string_view account, const std::string& rest) const {
  std::string who = resolved_.is_admin() ? "an account admin" : "a user";
  if (!account.empty()) {
    who = resolved_.is_admin() ? "an admin of an account that " : "a user who ";
    who += account;
  }
  return as_sentence("Connect as " + who + ", " + rest);
}

}  // namespace zoomc
