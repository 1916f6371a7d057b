#include "lint/policy.h"

#include <algorithm>
#include <fmt/core.h>
#include <optional>

#include "catalog/lookup.h"

namespace zoomc::lint {
namespace {

constexpr std::string_view kNeeded = "needs";
constexpr std::string_view kSignIn = "sign-in needs";
constexpr std::string_view kCommandLine = "the command line asks for";

// The place where a subject was asked for. Sign-in is needed by the platform.
PolicyName at_subject(const resolve::CompiledApp& cx, const resolve::Subject& subject,
                      std::string name) {
  PolicyName made{.name = std::move(name), .place = subject.span, .remark = kNeeded};
  if (subject.span.empty()) {
    made.place = cx.app.platform ? cx.app.platform->span : cx.app.zoomc_key;
    made.remark = kSignIn;
  }
  return made;
}

// The first subject that needs the scope; nothing for an extra scope.
std::optional<std::uint32_t> first_subject(const resolve::ResolvedApp& resolved,
                                           const resolve::ResolvedScope& scope) {
  std::optional<std::uint32_t> first;
  const auto consider = [&first](std::uint32_t subject) {
    if (!first || subject < *first) first = subject;
  };
  std::for_each(scope.guide_subjects.begin(), scope.guide_subjects.end(), consider);
  if (scope.source == resolve::ScopeSource::extra) return first;
  for (const std::uint32_t requirement : scope.meets) {
    const auto& subjects = resolved.requirements[requirement].subjects;
    std::for_each(subjects.begin(), subjects.end(), consider);
  }
  return first;
}

std::vector<PolicyName> scope_names(const resolve::CompiledApp& cx) {
  std::vector<PolicyName> names;
  for (const resolve::ResolvedScope& scope : cx.resolved.scopes) {
    if (const auto subject = first_subject(cx.resolved, scope)) {
      names.push_back(at_subject(cx, cx.resolved.subjects[*subject], std::string(scope.name)));
    } else {
      names.push_back({.name = std::string(scope.name), .place = scope.span});
    }
  }
  return names;
}

std::vector<PolicyName> subject_names(const resolve::CompiledApp& cx, resolve::SubjectKind kind) {
  std::vector<PolicyName> names;
  for (const resolve::Subject& subject : cx.resolved.subjects) {
    if (subject.kind != kind) continue;
    names.push_back(
        {.name = subject.key, .composite = std::string(subject.composite), .place = subject.span});
  }
  return names;
}

std::vector<PolicyName> operation_names(const resolve::CompiledApp& cx) {
  std::vector<PolicyName> names;
  for (const resolve::Subject& subject : cx.resolved.subjects) {
    if (subject.kind == resolve::SubjectKind::operation) {
      names.push_back({.name = subject.key, .place = subject.span});
    }
    const bool is_feature = subject.kind == resolve::SubjectKind::feature ||
                            subject.kind == resolve::SubjectKind::sign_in;
    if (!is_feature || !subject.row) continue;
    for (const catalog::OperationId operation :
         cx.resolved.operations_of(cx.catalog.features[*subject.row])) {
      names.push_back(
          at_subject(cx, subject, catalog::display_name(cx.catalog.operations[operation])));
    }
  }
  return names;
}

std::vector<PolicyName> region_names(const resolve::CompiledApp& cx) {
  std::vector<PolicyName> names;
  for (const Text& region : cx.app.regions) {
    const Span place = region.span.empty() ? cx.app.zoomc_key : region.span;
    // An override has the place of the value that it replaces.
    const std::string_view text = cx.file.slice(place);
    const bool written = text.starts_with('*') || text.find(region.value) != std::string_view::npos;
    names.push_back({.name = region.value,
                     .place = place,
                     .remark = written ? std::string_view() : kCommandLine});
  }
  return names;
}

std::vector<PolicyName> product_names(const resolve::CompiledApp& cx) {
  std::vector<PolicyName> names;
  if (!cx.app.surface) return names;
  for (const Text& product : cx.app.surface->products) {
    names.push_back({.name = product.value, .place = product.span});
  }
  return names;
}

}  // namespace

bool applies(const config::Policy& policy, const resolve::ResolvedApp& resolved) {
  const config::PolicyCondition& when = policy.when;
  return (!when.stage || *when.stage == resolved.app->stage_or_default()) &&
         (!when.managed_by || *when.managed_by == resolved.managed_by) &&
         (!when.scope_names || *when.scope_names == resolved.vocabulary);
}

std::string suppressed_as(const Diagnostic& found) {
  std::string name(found.id);
  return found.policy.empty() ? name : fmt::format("{}/{}", name, found.policy);
}

std::vector<PolicyName> policy_names(const resolve::CompiledApp& cx, config::PolicyTarget target) {
  switch (target) {
    case config::PolicyTarget::scopes: return scope_names(cx);
    case config::PolicyTarget::features: return subject_names(cx, resolve::SubjectKind::feature);
    case config::PolicyTarget::regions: return region_names(cx);
    case config::PolicyTarget::products: return product_names(cx);
    case config::PolicyTarget::events: return subject_names(cx, resolve::SubjectKind::event);
    case config::PolicyTarget::operations: return operation_names(cx);
  }
  return {};
}

}  // namespace zoomc::lint
