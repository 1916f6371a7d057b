#include "review/scope_reason.h"

#include <algorithm>
#include <fmt/core.h>
#include <map>
#include <set>

#include "catalog/lookup.h"
#include "resolve/justification.h"
#include "resolve/written_texts.h"
#include "text/ascii.h"
#include "text/quote.h"

namespace zoomc::review {
namespace {

struct Sentence {
  std::string text;
  bool written = false;
};

class Reasons {
 public:
  Reasons(const resolve::ResolvedApp& resolved, const std::vector<std::vector<ScopeUse>>& uses)
      : resolved_(resolved),
        uses_(uses),
        written_(resolved, resolved.app->justify),
        generated_(resolved) {}

  std::vector<ScopeReason> all() {
    std::vector<std::vector<Sentence>> sentences;
    for (std::size_t i = 0; i < resolved_.scopes.size(); ++i) {
      sentences.push_back(sentences_of(i));
      for (const Sentence& sentence : sentences.back()) ++speakers_[lowered(sentence.text)];
    }
    std::vector<ScopeReason> reasons;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      reasons.push_back(join(i, sentences[i]));
    }
    tell_apart(reasons);
    return reasons;
  }

 private:
  static void add(std::vector<Sentence>& sentences, Sentence sentence) {
    const auto same = [&](const Sentence& other) { return other.text == sentence.text; };
    if (std::none_of(sentences.begin(), sentences.end(), same)) {
      sentences.push_back(std::move(sentence));
    }
  }

  std::vector<Sentence> sentences_of(std::size_t scope) const {
    const std::string_view name = resolved_.scopes[scope].name;
    if (const std::string* text = written_.of_scope(name)) return {{*text, true}};
    std::vector<Sentence> sentences;
    for (const ScopeUse& use : uses_[scope]) {
      add(sentences, sentence_of(use));
    }
    return sentences;
  }

  Sentence sentence_of(const ScopeUse& use) const {
    const std::string* text = use.operation ? written_.of_operation(*use.operation) : nullptr;
    if (text == nullptr) text = written_.of_request(use.request);
    if (text != nullptr) return {*text, true};
    const resolve::Request& request = resolved_.requests[use.request];
    return {generated_.with_purpose(generated_.phrase_of(request)), false};
  }

  ScopeReason join(std::size_t scope, const std::vector<Sentence>& sentences) const {
    ScopeReason reason{.written = true};
    bool is_shared = false;
    for (const Sentence& sentence : sentences) {
      if (!reason.text.empty()) reason.text += ' ';
      reason.text += sentence.text;
      reason.written = reason.written && sentence.written;
      is_shared = is_shared || speakers_.at(lowered(sentence.text)) > 1;
    }
    if (is_shared) add_share(scope, reason);
    return reason;
  }

  // The part for this scope of a sentence about several scopes.
  void add_share(std::size_t scope, ScopeReason& reason) const {
    std::vector<std::string> deeds;
    for (const ScopeUse& use : uses_[scope]) {
      const std::string deed = deed_of(use);
      const bool is_new = std::find(deeds.begin(), deeds.end(), deed) == deeds.end();
      if (is_new && !deed.empty()) deeds.push_back(deed);
    }
    if (deeds.empty()) return;
    reason.text += fmt::format(" With this scope the app {}.", join_words(deeds));
    reason.written = false;
  }

  std::string deed_of(const ScopeUse& use) const {
    if (use.event) {
      return fmt::format("receives the event {}", resolved_.catalog->events[*use.event].name);
    }
    if (!use.operation) return {};
    const catalog::Operation& operation = resolved_.catalog->operations[*use.operation];
    if (!operation.does.empty()) return std::string(operation.does);
    return fmt::format("calls {}", catalog::display_name(operation));
  }

  // The guide's names whose calls are not known are distinguished by the names.
  void tell_apart(std::vector<ScopeReason>& reasons) const {
    std::map<std::string, int> count;
    for (const ScopeReason& reason : reasons) ++count[lowered(reason.text)];
    for (std::size_t i = 0; i < reasons.size(); ++i) {
      if (count.at(lowered(reasons[i].text)) == 1) continue;
      reasons[i].text += fmt::format(" This is {}.", resolved_.scopes[i].name);
      reasons[i].written = false;
    }
  }

  const resolve::ResolvedApp& resolved_;
  const std::vector<std::vector<ScopeUse>>& uses_;
  resolve::WrittenTexts written_;
  resolve::GeneratedTexts generated_;
  // The number of scopes that a sentence is about.
  std::map<std::string, int> speakers_;
};

void add(std::vector<ScopeUse>& uses, const ScopeUse& use) {
  if (std::find(uses.begin(), uses.end(), use) == uses.end()) uses.push_back(use);
}

bool allows(const catalog::Catalog& catalog, catalog::ScopeId scope,
            catalog::OperationId operation) {
  const catalog::Operation& call = catalog.operations[operation];
  const auto scopes = call.scopes(catalog.scopes[scope].model);
  return std::find(scopes.begin(), scopes.end(), scope) != scopes.end();
}

// The calls of a feature that a name of the guide is known to allow; all of them where that is not
// known, or of another level than Zoom's lists say.
void add_guide_uses(const resolve::ResolvedApp& resolved, const resolve::ResolvedScope& scope,
                    std::uint32_t request, std::vector<ScopeUse>& uses) {
  const catalog::Feature& feature = resolved.catalog->features[*resolved.requests[request].row];
  std::vector<ScopeUse> allowed;
  for (const catalog::OperationId operation : resolved.operations_of(feature)) {
    const bool is_known = scope.row && allows(*resolved.catalog, *scope.row, operation);
    if (is_known) allowed.push_back({.request = request, .operation = operation});
  }
  if (allowed.empty()) allowed.push_back({.request = request});
  for (const ScopeUse& use : allowed) add(uses, use);
}

// By requirement, the scope that tells of it.
std::vector<std::size_t> tellers(const resolve::ResolvedApp& resolved) {
  const std::size_t nobody = resolved.scopes.size();
  std::vector<std::size_t> tellers(resolved.requirements.size(), nobody);
  for (const bool by_hand : {false, true}) {
    for (std::size_t i = 0; i < resolved.scopes.size(); ++i) {
      if ((resolved.scopes[i].source == resolve::ScopeSource::extra) != by_hand) continue;
      for (const std::uint32_t number : resolved.scopes[i].satisfies) {
        if (tellers[number] == nobody) tellers[number] = i;
      }
    }
  }
  return tellers;
}

void add_requirement_uses(const resolve::ResolvedApp& resolved, std::uint32_t number,
                          std::vector<ScopeUse>& uses) {
  const resolve::Requirement& requirement = resolved.requirements[number];
  for (const std::uint32_t request : requirement.requests) {
    ScopeUse use{.request = request};
    if (requirement.kind == resolve::RequirementKind::operation) use.operation = requirement.row;
    if (requirement.kind == resolve::RequirementKind::event) use.event = requirement.row;
    add(uses, use);
  }
}

void add(std::vector<ReviewStep>& steps, ReviewStep step) {
  const auto same = [&](const ReviewStep& other) { return other.text == step.text; };
  if (std::none_of(steps.begin(), steps.end(), same)) steps.push_back(std::move(step));
}

bool has_calls(const resolve::Request& request) {
  return request.kind == resolve::RequestKind::feature ||
         request.kind == resolve::RequestKind::sign_in;
}

}  // namespace

std::vector<ScopeReason> scope_reasons(const resolve::ResolvedApp& resolved,
                                       const std::vector<std::vector<ScopeUse>>& uses) {
  return Reasons(resolved, uses).all();
}

std::vector<std::vector<ScopeUse>> uses_of_scopes(const resolve::ResolvedApp& resolved) {
  const std::vector<std::size_t> telling = tellers(resolved);
  std::vector<std::vector<ScopeUse>> all;
  for (std::size_t i = 0; i < resolved.scopes.size(); ++i) {
    const resolve::ResolvedScope& scope = resolved.scopes[i];
    auto& uses = all.emplace_back();
    for (const std::uint32_t request : scope.guide_requests) {
      add_guide_uses(resolved, scope, request, uses);
    }
    for (const std::uint32_t number : scope.satisfies) {
      if (telling[number] == i) add_requirement_uses(resolved, number, uses);
    }
    const auto by_hand =
        resolve::find_request(resolved, resolve::RequestKind::extra_scope, scope.name);
    if (uses.empty() && by_hand) uses.push_back({.request = *by_hand});
  }
  return all;
}

TestPlan::TestPlan(const resolve::ResolvedApp& resolved)
    : resolved_(resolved), written_(resolved, resolved.app->test_plan) {
  for (const catalog::Feature& feature : resolved.catalog->features) {
    // Signing in does not show that the call works.
    if (feature.action().empty()) continue;
    for (const catalog::OperationId operation : catalog::calls_of(feature)) {
      if (const catalog::TestStep* step = catalog::find_test_step(feature, operation)) {
        by_operation_.emplace(operation, step);
      }
    }
  }
}

std::vector<ReviewStep> TestPlan::steps_of(const resolve::ResolvedScope& scope,
                                           const std::vector<ScopeUse>& uses) const {
  if (const std::string* text = written_.of_scope(scope.name)) return {{*text, true}};
  std::vector<ReviewStep> steps;
  for (const ScopeUse& use : uses) {
    const bool is_whole_feature =
        !use.operation && !use.event && has_calls(resolved_.requests[use.request]);
    if (is_whole_feature) {
      for (ReviewStep& step : all_calls_of(use.request)) add(steps, std::move(step));
    } else {
      add(steps, step_of(scope, use));
    }
  }
  return steps;
}

std::vector<ReviewStep> TestPlan::all_calls_of(std::uint32_t request) const {
  if (const std::string* text = written_.of_request(request)) return {{*text, true}};
  std::vector<ReviewStep> steps;
  const resolve::Request& of = resolved_.requests[request];
  for (const catalog::OperationId operation :
       resolved_.operations_of(resolved_.catalog->features[*of.row])) {
    const std::string* text = written_.of_operation(operation);
    steps.push_back({text != nullptr ? *text : of_operation(of, operation), text != nullptr});
  }
  return steps;
}

ReviewStep TestPlan::step_of(const resolve::ResolvedScope& scope, const ScopeUse& use) const {
  const std::string* text = use.operation ? written_.of_operation(*use.operation) : nullptr;
  if (text == nullptr) text = written_.of_request(use.request);
  if (text != nullptr) return {*text, true};
  return {generated(scope, use), false};
}

std::string TestPlan::generated(const resolve::ResolvedScope& scope, const ScopeUse& use) const {
  if (use.operation) return of_operation(resolved_.requests[use.request], *use.operation);
  if (use.event) {
    return sentence({}, fmt::format("make {} happen in Zoom, and expect the app to receive it",
                                    resolved_.catalog->events[*use.event].name));
  }
  return sentence({}, fmt::format("use a feature that needs {}, and expect no error", scope.name));
}

std::string TestPlan::of_operation(const resolve::Request& request,
                                   catalog::OperationId operation) const {
  const catalog::TestStep* step = nullptr;
  if (has_calls(request)) {
    step = catalog::find_test_step(resolved_.catalog->features[*request.row], operation);
  } else if (const auto known = by_operation_.find(operation); known != by_operation_.end()) {
    step = known->second;
  }
  if (step != nullptr) {
    return sentence(step->account, fmt::format("{}, and expect {}", step->action, step->expect));
  }
  const catalog::Operation& call = resolved_.catalog->operations[operation];
  const std::string title = resolve::as_phrase(call.name);
  return sentence(
      {}, fmt::format("use a feature that calls {}{}, and expect no error",
                      catalog::display_name(call), title.empty() ? "" : " (" + title + ")"));
}

std::string TestPlan::sentence(std::string_view account, const std::string& rest) const {
  std::string who = resolved_.is_admin() ? "an account admin" : "a user";
  if (!account.empty()) {
    who = resolved_.is_admin() ? "an admin of an account that " : "a user who ";
    who += account;
  }
  return resolve::as_sentence(fmt::format("Connect as {}, {}", who, rest));
}

}  // namespace zoomc::review
