#include <algorithm>
#include <cassert>
#include <fmt/core.h>
#include <limits>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "catalog/lookup.h"
#include "diagnostics/codes.h"
#include "edit/scalar.h"
#include "resolve/steps.h"
#include "text/quote.h"

namespace zoomc::resolve {
namespace {

bool has_level(const catalog::Catalog& catalog, std::span<const catalog::ScopeId> scopes,
               catalog::Level level) {
  return std::any_of(scopes.begin(), scopes.end(),
                     [&](catalog::ScopeId id) { return catalog.scopes[id].level == level; });
}

std::string requirement_name(const ResolvedApp& resolved, const Requirement& requirement) {
  return requirement.kind == RequirementKind::operation
             ? catalog::display_name(resolved.catalog->operations[requirement.row])
             : std::string(resolved.catalog->events[requirement.row].name);
}

// Collects requirements, each once for all its subjects, with the scopes of all levels.
class Collector {
 public:
  explicit Collector(ResolvedApp& resolved)
      : resolved_(resolved),
        of_operation_(resolved.catalog->operations.size(), kNone),
        of_event_(resolved.catalog->events.size(), kNone) {
    resolved.requirements.reserve(resolved.subjects.size());
  }

  void require(std::uint32_t subject, RequirementKind kind, std::uint16_t row) {
    const auto scopes = scopes_of(kind, row);
    if (scopes.empty()) {
      if (kind == RequirementKind::operation) resolved_.subjects[subject].unscoped.push_back(row);
      return;
    }
    std::uint32_t& number = (kind == RequirementKind::operation ? of_operation_ : of_event_)[row];
    if (number == kNone) {
      number = static_cast<std::uint32_t>(resolved_.requirements.size());
      resolved_.requirements.push_back(
          {.kind = kind, .row = row, .alternatives = {scopes.begin(), scopes.end()}});
    }
    resolved_.requirements[number].subjects.push_back(subject);
  }

 private:
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  // None for a call of the master-account API: no app that is connected by its users gets them.
  std::span<const catalog::ScopeId> scopes_of(RequirementKind kind, std::uint16_t row) const {
    if (kind == RequirementKind::event) {
      return resolved_.catalog->events[row].scopes(resolved_.model);
    }
    const catalog::Operation operation = resolved_.catalog->operations[row];
    return operation.is_master ? std::span<const catalog::ScopeId>{}
                               : operation.scopes(resolved_.model);
  }

  ResolvedApp& resolved_;
  // The requirement of each row of the catalog.
  std::vector<std::uint32_t> of_operation_;
  std::vector<std::uint32_t> of_event_;
};

// In the `guide` vocabulary, features that the guide names get its names and no requirements.
void collect(ResolvedApp& resolved) {
  Collector collector(resolved);
  for (std::uint32_t i = 0; i < resolved.subjects.size(); ++i) {
    const Subject& subject = resolved.subjects[i];
    if (!subject.row) continue;
    if (subject.kind == SubjectKind::operation) {
      collector.require(i, RequirementKind::operation, *subject.row);
    } else if (subject.kind == SubjectKind::event) {
      collector.require(i, RequirementKind::event, *subject.row);
    } else if (const catalog::Feature& feature = resolved.catalog->features[*subject.row];
               !resolved.takes_guide_names(feature)) {
      for (const catalog::OperationId operation : resolved.operations_of(feature)) {
        collector.require(i, RequirementKind::operation, operation);
      }
    }
  }
}

bool feature_wants_admin(const ResolvedApp& resolved, const Subject& subject) {
  if (subject.kind != SubjectKind::feature) return false;
  const catalog::Feature& feature = resolved.catalog->features[*subject.row];
  if (!resolved.takes_guide_names(feature)) return resolved.means_account(feature);
  return std::any_of(feature.guide_scopes.begin(), feature.guide_scopes.end(),
                     [](std::string_view scope) { return scope.ends_with(":admin"); });
}

// The first subject in the file's order that makes the app admin-managed if the author does not
// say; null if there is none.
const Subject* first_admin_reason(const ResolvedApp& resolved) {
  std::size_t first = resolved.subjects.size();
  for (const Requirement& requirement : resolved.requirements) {
    if (!has_level(*resolved.catalog, requirement.alternatives, catalog::Level::user)) {
      first = std::min<std::size_t>(first, requirement.subjects.front());
    }
  }
  for (std::size_t i = 0; i < first; ++i) {
    if (feature_wants_admin(resolved, resolved.subjects[i])) first = i;
  }
  return first < resolved.subjects.size() ? &resolved.subjects[first] : nullptr;
}

// A subject that has no scope at a level, and the reason.
struct Unserved {
  const Subject* subject;
  std::string reason;
};

std::string scope_list(const catalog::Catalog& catalog, std::span<const catalog::ScopeId> scopes) {
  std::vector<std::string> names;
  names.reserve(scopes.size());
  for (const catalog::ScopeId id : scopes) names.push_back(in_backticks(catalog.scopes[id].name));
  return join_words(names, "or");
}

std::string subject_name(const Subject& subject) {
  switch (subject.kind) {
    case SubjectKind::sign_in: return "sign-in";
    case SubjectKind::feature: return fmt::format("feature {}", in_backticks(subject.key));
    case SubjectKind::operation: return fmt::format("operation {}", in_backticks(subject.key));
    case SubjectKind::event: return fmt::format("event {}", in_backticks(subject.key));
    case SubjectKind::extra_scope: return fmt::format("scope {}", in_backticks(subject.key));
  }
  return {};
}

// Reports requirements that no scope of a user- or admin-managed app allows, whatever `managed_by`
// says.
bool report_unreachable(const ResolvedApp& resolved, const Requirement& requirement, Sink& sink) {
  const catalog::Catalog& catalog = *resolved.catalog;
  if (has_level(catalog, requirement.alternatives, catalog::Level::user) ||
      has_level(catalog, requirement.alternatives, catalog::Level::admin)) {
    return false;
  }
  const Subject& subject = resolved.subjects[requirement.subjects.front()];
  sink.add(
      finding(resolve_codes::kManagedByConflict, subject.span,
              fmt::format("{} needs {}, which only reaches sub-accounts: neither a user-managed "
                          "nor an admin-managed app can have it; remove it",
                          subject_name(subject), scope_list(catalog, requirement.alternatives))));
  return true;
}

std::vector<Unserved> find_unserved(const ResolvedApp& resolved, catalog::Level level) {
  const catalog::Catalog& catalog = *resolved.catalog;
  std::vector<Unserved> unserved;
  std::set<const Subject*> known;
  const auto add = [&](const Subject& subject, std::string reason) {
    if (known.insert(&subject).second) unserved.push_back({&subject, std::move(reason)});
  };
  if (level == catalog::Level::user) {
    for (const Subject& subject : resolved.subjects) {
      if (subject.kind != SubjectKind::feature) continue;
      const catalog::Feature& feature = catalog.features[*subject.row];
      if (resolved.means_account(feature) && !resolved.takes_guide_names(feature)) {
        add(subject, "it means the whole account, which only admin-level scopes reach");
      }
    }
  }
  for (const Requirement& requirement : resolved.requirements) {
    if (has_level(catalog, requirement.alternatives, level)) continue;
    const std::string reason =
        fmt::format("only {} allows {}", scope_list(catalog, requirement.alternatives),
                    in_backticks(requirement_name(resolved, requirement)));
    for (const std::uint32_t subject : requirement.subjects) {
      add(resolved.subjects[subject], reason);
    }
  }
  return unserved;
}

Diagnostic stated_conflict(const ResolvedApp& resolved, const std::vector<Unserved>& unserved) {
  const auto& stated = *resolved.app->managed_by;
  const model::ManagedBy other =
      resolved.is_admin() ? model::ManagedBy::user : model::ManagedBy::admin;
  const Unserved& first = unserved.front();
  const bool pointable = !stated.span.empty();
  Diagnostic found = finding(
      resolve_codes::kManagedByConflict, pointable ? stated.span : first.subject->span,
      fmt::format("`managed_by: {}` does not work for {}: {}; set `managed_by: {}` or remove it",
                  model::to_string(stated.value), subject_name(*first.subject), first.reason,
                  model::to_string(other)));
  found.zoom = {ZoomVerdict::rejects, "a scope of the other level is not a valid scope name there"};
  const catalog::Level other_level =
      resolved.is_admin() ? catalog::Level::user : catalog::Level::admin;
  if (pointable && find_unserved(resolved, other_level).empty()) {
    const std::string word(model::to_string(other));
    found.fixes =
        edit::offer_word(stated.span, model::to_string(stated.value), in_backticks(word), word);
  }
  return found;
}

// The file does not say who manages the app: one subject needs admin and another is for users only.
Diagnostic mixed_conflict(const std::vector<Unserved>& unserved, const Subject& admin_reason) {
  const Unserved& first = unserved.front();
  Diagnostic found = finding(resolve_codes::kManagedByConflict, first.subject->span,
                             fmt::format("{} is user-managed only and {} is admin-managed only: "
                                         "one app cannot have both, so make two apps",
                                         subject_name(*first.subject), subject_name(admin_reason)));
  found.hints.push_back(first.reason);
  found.labels.push_back({admin_reason.span, "makes the app admin-managed"});
  found.zoom = {ZoomVerdict::rejects, "a scope of the other level is not a valid scope name there"};
  return found;
}

// One mistake gives one finding, however many subjects it leaves without a scope.
void report_unserved(const ResolvedApp& resolved, const Subject* admin_reason, Sink& sink) {
  const auto unserved =
      find_unserved(resolved, resolved.is_admin() ? catalog::Level::admin : catalog::Level::user);
  if (unserved.empty()) return;
  const bool stated = resolved.app->managed_by.has_value();
  // If nobody chose user, then every requirement has a user-level scope, and all are served.
  assert(stated || admin_reason != nullptr);
  Diagnostic found =
      stated ? stated_conflict(resolved, unserved) : mixed_conflict(unserved, *admin_reason);
  for (const Unserved& entry : unserved) {
    if (entry.subject->span != found.primary && entry.subject->kind != SubjectKind::sign_in) {
      found.labels.push_back({entry.subject->span, fmt::format("{} has no scope of this level",
                                                               subject_name(*entry.subject))});
    }
  }
  sink.add(std::move(found));
}

void keep_level(ResolvedApp& resolved) {
  const catalog::Level level = resolved.is_admin() ? catalog::Level::admin : catalog::Level::user;
  for (Requirement& requirement : resolved.requirements) {
    std::erase_if(requirement.alternatives,
                  [&](catalog::ScopeId id) { return resolved.catalog->scopes[id].level != level; });
    std::sort(requirement.alternatives.begin(), requirement.alternatives.end());
  }
  std::erase_if(resolved.requirements,
                [](const Requirement& requirement) { return requirement.alternatives.empty(); });
}

// After the last requirement is dropped: sets their subjects, and whether all of them are optional.
void link_subjects(ResolvedApp& resolved) {
  for (std::uint32_t i = 0; i < resolved.requirements.size(); ++i) {
    Requirement& requirement = resolved.requirements[i];
    requirement.optional = true;
    for (const std::uint32_t subject : requirement.subjects) {
      resolved.subjects[subject].requirements.push_back(i);
      requirement.optional = requirement.optional && resolved.subjects[subject].optional;
    }
  }
}

}  // namespace

void resolve_requirements(ResolvedApp& resolved, Sink& sink) {
  collect(resolved);
  std::erase_if(resolved.requirements, [&](const Requirement& requirement) {
    return report_unreachable(resolved, requirement, sink);
  });
  const Subject* admin_reason = first_admin_reason(resolved);
  if (resolved.app->managed_by) {
    resolved.managed_by = resolved.app->managed_by->value;
  } else {
    resolved.managed_by =
        admin_reason != nullptr ? model::ManagedBy::admin : model::ManagedBy::user;
  }
  report_unserved(resolved, admin_reason, sink);
  keep_level(resolved);
  link_subjects(resolved);
}

}  // namespace zoomc::resolve
