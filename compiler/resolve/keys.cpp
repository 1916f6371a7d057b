#include "resolve/keys.h"

#include <algorithm>

#include "catalog/lookup.h"

namespace zoomc::resolve {
namespace {

KeyMeaning find_feature_key(const ResolvedApp& resolved, std::string_view key) {
  for (const RequestKind kind : {RequestKind::feature, RequestKind::sign_in}) {
    if (const auto request = find_request(resolved, kind, key)) {
      return {KeyKind::feature, {*request}, {}};
    }
  }
  return {};
}

KeyMeaning find_composite_key(const ResolvedApp& resolved, std::string_view key) {
  const catalog::Composite* composite = catalog::find_composite(*resolved.catalog, key);
  if (composite == nullptr) return {};
  KeyMeaning meaning{KeyKind::composite, {}, {}};
  for (const catalog::FeatureId member : composite->members) {
    const auto request =
        find_request(resolved, RequestKind::feature, resolved.catalog->features[member].name);
    if (!request) return {};
    meaning.requests.push_back(*request);
  }
  return meaning;
}

bool is_required(const ResolvedApp& resolved, catalog::OperationId operation) {
  return std::any_of(resolved.requirements.begin(), resolved.requirements.end(),
                     [&](const Requirement& requirement) {
                       return requirement.kind == RequirementKind::operation &&
                              requirement.row == operation;
                     });
}

// Among the operations that `key` may mean, those of the app.
KeyMeaning find_operation_key(const ResolvedApp& resolved, std::string_view key) {
  // A key in the catalog's own spelling, as nearly all are, means that operation.
  const auto same = find_request(resolved, RequestKind::operation, key);
  if (same && resolved.requests[*same].row) {
    return {KeyKind::operation, {*same}, resolved.requests[*same].row};
  }
  for (const catalog::OperationId operation : catalog::find_operations(*resolved.catalog, key)) {
    const auto request =
        find_request(resolved, RequestKind::operation,
                     catalog::display_name(resolved.catalog->operations[operation]));
    if (request) return {KeyKind::operation, {*request}, operation};
    if (is_required(resolved, operation)) return {KeyKind::operation, {}, operation};
  }
  return {};
}

KeyMeaning find_scope_key(const ResolvedApp& resolved, std::string_view key) {
  if (const auto request = find_request(resolved, RequestKind::extra_scope, key)) {
    return {KeyKind::scope, {*request}, {}};
  }
  const bool in_manifest = find_resolved_scope(resolved, key) != nullptr;
  return in_manifest ? KeyMeaning{KeyKind::scope, {}, {}} : KeyMeaning{};
}

}  // namespace

KeyMeaning find_key(const ResolvedApp& resolved, std::string_view key) {
  if (auto meaning = find_feature_key(resolved, key); meaning.kind != KeyKind::nothing) {
    return meaning;
  }
  if (auto meaning = find_composite_key(resolved, key); meaning.kind != KeyKind::nothing) {
    return meaning;
  }
  if (const auto request = find_request(resolved, RequestKind::event, key)) {
    return {KeyKind::event, {*request}, {}};
  }
  if (auto meaning = find_scope_key(resolved, key); meaning.kind != KeyKind::nothing) {
    return meaning;
  }
  return find_operation_key(resolved, key);
}

}  // namespace zoomc::resolve
