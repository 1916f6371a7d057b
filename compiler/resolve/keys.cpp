#include "resolve/keys.h"

#include <algorithm>

#include "catalog/lookup.h"

namespace zoomc::resolve {
namespace {

KeyMeaning find_feature_key(const ResolvedApp& resolved, std::string_view key) {
  for (const SubjectKind kind : {SubjectKind::feature, SubjectKind::sign_in}) {
    if (const auto subject = find_subject(resolved, kind, key)) {
      return {KeyKind::feature, {*subject}, {}};
    }
  }
  return {};
}

KeyMeaning find_composite_key(const ResolvedApp& resolved, std::string_view key) {
  const catalog::Composite* composite = catalog::find_composite(*resolved.catalog, key);
  if (composite == nullptr) return {};
  KeyMeaning meaning{KeyKind::composite, {}, {}};
  for (const catalog::FeatureId member : composite->members) {
    const auto subject =
        find_subject(resolved, SubjectKind::feature, resolved.catalog->features[member].name);
    if (!subject) return {};
    meaning.subjects.push_back(*subject);
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
  const auto same = find_subject(resolved, SubjectKind::operation, key);
  if (same && resolved.subjects[*same].row) {
    return {KeyKind::operation, {*same}, resolved.subjects[*same].row};
  }
  for (const catalog::OperationId operation : catalog::find_operations(*resolved.catalog, key)) {
    const auto subject =
        find_subject(resolved, SubjectKind::operation,
                     catalog::display_name(resolved.catalog->operations[operation]));
    if (subject) return {KeyKind::operation, {*subject}, operation};
    if (is_required(resolved, operation)) return {KeyKind::operation, {}, operation};
  }
  return {};
}

KeyMeaning find_scope_key(const ResolvedApp& resolved, std::string_view key) {
  if (const auto subject = find_subject(resolved, SubjectKind::extra_scope, key)) {
    return {KeyKind::scope, {*subject}, {}};
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
  if (const auto subject = find_subject(resolved, SubjectKind::event, key)) {
    return {KeyKind::event, {*subject}, {}};
  }
  if (auto meaning = find_scope_key(resolved, key); meaning.kind != KeyKind::nothing) {
    return meaning;
  }
  return find_operation_key(resolved, key);
}

}  // namespace zoomc::resolve
