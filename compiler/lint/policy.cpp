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

// The place where a request was asked for. Sign-in is needed by the platform.
PolicyName at_request(const resolve::CompiledApp& cx, const resolve::Request& request,
                      std::string name) {
  PolicyName made{.name = std::move(name), .place = request.span, .remark = kNeeded};
  if (request.span.empty()) {
    made.place = cx.app.platform ? cx.app.platform->span : cx.app.zoomc_key;
    made.remark = kSignIn;
  }
  return made;
}

// The first request that needs the scope; nothing for an extra scope.
std::optional<std::uint32_t> first_request(const resolve::ResolvedApp& resolved,
                                           const resolve::ResolvedScope& scope) {
  std::optional<std::uint32_t> first;
  const auto consider = [&first](std::uint32_t request) {
    if (!first || request < *first) first = request;
  };
  std::for_each(scope.guide_requests.begin(), scope.guide_requests.end(), consider);
  if (scope.source == resolve::ScopeSource::extra) return first;
  for (const std::uint32_t requirement : scope.satisfies) {
    const auto& requests = resolved.requirements[requirement].requests;
    std::for_each(requests.begin(), requests.end(), consider);
  }
  return first;
}

std::vector<PolicyName> scope_names(const resolve::CompiledApp& cx) {
  std::vector<PolicyName> names;
  for (const resolve::ResolvedScope& scope : cx.resolved.scopes) {
    if (const auto request = first_request(cx.resolved, scope)) {
      names.push_back(at_request(cx, cx.resolved.requests[*request], std::string(scope.name)));
    } else {
      names.push_back({.name = std::string(scope.name), .place = scope.span});
    }
  }
  return names;
}

std::vector<PolicyName> request_names(const resolve::CompiledApp& cx, resolve::RequestKind kind) {
  std::vector<PolicyName> names;
  for (const resolve::Request& request : cx.resolved.requests) {
    if (request.kind != kind) continue;
    names.push_back(
        {.name = request.key, .composite = std::string(request.composite), .place = request.span});
  }
  return names;
}

std::vector<PolicyName> operation_names(const resolve::CompiledApp& cx) {
  std::vector<PolicyName> names;
  for (const resolve::Request& request : cx.resolved.requests) {
    if (request.kind == resolve::RequestKind::operation) {
      names.push_back({.name = request.key, .place = request.span});
    }
    const bool is_feature = request.kind == resolve::RequestKind::feature ||
                            request.kind == resolve::RequestKind::sign_in;
    if (!is_feature || !request.row) continue;
    for (const catalog::OperationId operation :
         cx.resolved.operations_of(cx.catalog.features[*request.row])) {
      names.push_back(
          at_request(cx, request, catalog::display_name(cx.catalog.operations[operation])));
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
    case config::PolicyTarget::features: return request_names(cx, resolve::RequestKind::feature);
    case config::PolicyTarget::regions: return region_names(cx);
    case config::PolicyTarget::products: return product_names(cx);
    case config::PolicyTarget::events: return request_names(cx, resolve::RequestKind::event);
    case config::PolicyTarget::operations: return operation_names(cx);
  }
  return {};
}

}  // namespace zoomc::lint
