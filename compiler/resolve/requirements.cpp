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

// Collects requirements, each once for all its requests, with the scopes of all levels.
class Collector {
 public:
  explicit Collector(ResolvedApp& resolved)
      : resolved_(resolved),
        of_operation_(resolved.catalog->operations.size(), kNone),
        of_event_(resolved.catalog->events.size(), kNone) {
    resolved.requirements.reserve(resolved.requests.size());
  }

  void require(std::uint32_t request, RequirementKind kind, std::uint16_t row) {
    const auto scopes = scopes_of(kind, row);
    if (scopes.empty()) {
      if (kind == RequirementKind::operation) resolved_.requests[request].unscoped.push_back(row);
      return;
    }
    std::uint32_t& number = (kind == RequirementKind::operation ? of_operation_ : of_event_)[row];
    if (number == kNone) {
      number = static_cast<std::uint32_t>(resolved_.requirements.size());
      resolved_.requirements.push_back(
          {.kind = kind, .row = row, .alternatives = {scopes.begin(), scopes.end()}});
    }
    resolved_.requirements[number].requests.push_back(request);
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
  for (std::uint32_t i = 0; i < resolved.requests.size(); ++i) {
    const Request& request = resolved.requests[i];
    if (!request.row) continue;
    if (request.kind == RequestKind::operation) {
      collector.require(i, RequirementKind::operation, *request.row);
    } else if (request.kind == RequestKind::event) {
      collector.require(i, RequirementKind::event, *request.row);
    } else if (const catalog::Feature& feature = resolved.catalog->features[*request.row];
               !resolved.takes_guide_names(feature)) {
      for (const catalog::OperationId operation : resolved.operations_of(feature)) {
        collector.require(i, RequirementKind::operation, operation);
      }
    }
  }
}

bool feature_wants_admin(const ResolvedApp& resolved, const Request& request) {
  if (request.kind != RequestKind::feature) return false;
  const catalog::Feature& feature = resolved.catalog->features[*request.row];
  if (!resolved.takes_guide_names(feature)) return resolved.means_account(feature);
  return std::any_of(feature.guide_scopes.begin(), feature.guide_scopes.end(),
                     [](std::string_view scope) { return scope.ends_with(":admin"); });
}

// The first request in the file's order that makes the app admin-managed if the author does not
// say; null if there is none.
const Request* first_admin_reason(const ResolvedApp& resolved) {
  std::size_t first = resolved.requests.size();
  for (const Requirement& requirement : resolved.requirements) {
    if (!has_level(*resolved.catalog, requirement.alternatives, catalog::Level::user)) {
      first = std::min<std::size_t>(first, requirement.requests.front());
    }
  }
  for (std::size_t i = 0; i < first; ++i) {
    if (feature_wants_admin(resolved, resolved.requests[i])) first = i;
  }
  return first < resolved.requests.size() ? &resolved.requests[first] : nullptr;
}

// A request that has no scope at a level, and the reason.
struct Unserved {
  const Request* request;
  std::string reason;
};

std::string scope_list(const catalog::Catalog& catalog, std::span<const catalog::ScopeId> scopes) {
  std::vector<std::string> names;
  names.reserve(scopes.size());
  for (const catalog::ScopeId id : scopes) names.push_back(in_backticks(catalog.scopes[id].name));
  return join_words(names, "or");
}

std::string request_name(const Request& request) {
  switch (request.kind) {
    case RequestKind::sign_in: return "sign-in";
    case RequestKind::feature: return fmt::format("feature {}", in_backticks(request.key));
    case RequestKind::operation: return fmt::format("operation {}", in_backticks(request.key));
    case RequestKind::event: return fmt::format("event {}", in_backticks(request.key));
    case RequestKind::extra_scope: return fmt::format("scope {}", in_backticks(request.key));
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
  const Request& request = resolved.requests[requirement.requests.front()];
  sink.add(
      finding(resolve_codes::kManagedByConflict, request.span,
              fmt::format("{} needs {}, which only reaches sub-accounts: neither a user-managed "
                          "nor an admin-managed app can have it; remove it",
                          request_name(request), scope_list(catalog, requirement.alternatives))));
  return true;
}

std::vector<Unserved> find_unserved(const ResolvedApp& resolved, catalog::Level level) {
  const catalog::Catalog& catalog = *resolved.catalog;
  std::vector<Unserved> unserved;
  std::set<const Request*> known;
  const auto add = [&](const Request& request, std::string reason) {
    if (known.insert(&request).second) unserved.push_back({&request, std::move(reason)});
  };
  if (level == catalog::Level::user) {
    for (const Request& request : resolved.requests) {
      if (request.kind != RequestKind::feature) continue;
      const catalog::Feature& feature = catalog.features[*request.row];
      if (resolved.means_account(feature) && !resolved.takes_guide_names(feature)) {
        add(request, "it means the whole account, which only admin-level scopes reach");
      }
    }
  }
  for (const Requirement& requirement : resolved.requirements) {
    if (has_level(catalog, requirement.alternatives, level)) continue;
    const std::string reason =
        fmt::format("only {} allows {}", scope_list(catalog, requirement.alternatives),
                    in_backticks(requirement_name(resolved, requirement)));
    for (const std::uint32_t request : requirement.requests) {
      add(resolved.requests[request], reason);
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
      resolve_codes::kManagedByConflict, pointable ? stated.span : first.request->span,
      fmt::format("`managed_by: {}` does not work for {}: {}; set `managed_by: {}` or remove it",
                  model::to_string(stated.value), request_name(*first.request), first.reason,
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

// The file does not say who manages the app: one request needs admin and another is for users only.
Diagnostic mixed_conflict(const std::vector<Unserved>& unserved, const Request& admin_reason) {
  const Unserved& first = unserved.front();
  Diagnostic found = finding(resolve_codes::kManagedByConflict, first.request->span,
                             fmt::format("{} is user-managed only and {} is admin-managed only: "
                                         "one app cannot have both, so make two apps",
                                         request_name(*first.request), request_name(admin_reason)));
  found.hints.push_back(first.reason);
  found.labels.push_back({admin_reason.span, "makes the app admin-managed"});
  found.zoom = {ZoomVerdict::rejects, "a scope of the other level is not a valid scope name there"};
  return found;
}

// One mistake gives one finding, however many requests it leaves without a scope.
void report_unserved(const ResolvedApp& resolved, const Request* admin_reason, Sink& sink) {
  const auto unserved =
      find_unserved(resolved, resolved.is_admin() ? catalog::Level::admin : catalog::Level::user);
  if (unserved.empty()) return;
  const bool stated = resolved.app->managed_by.has_value();
  // If nobody chose user, then every requirement has a user-level scope, and all are served.
  assert(stated || admin_reason != nullptr);
  Diagnostic found =
      stated ? stated_conflict(resolved, unserved) : mixed_conflict(unserved, *admin_reason);
  for (const Unserved& entry : unserved) {
    if (entry.request->span != found.primary && entry.request->kind != RequestKind::sign_in) {
      found.labels.push_back({entry.request->span, fmt::format("{} has no scope of this level",
                                                               request_name(*entry.request))});
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

// After the last requirement is dropped: sets their requests, and whether all of them are optional.
void link_requests(ResolvedApp& resolved) {
  for (std::uint32_t i = 0; i < resolved.requirements.size(); ++i) {
    Requirement& requirement = resolved.requirements[i];
    requirement.optional = true;
    for (const std::uint32_t request : requirement.requests) {
      resolved.requests[request].requirements.push_back(i);
      requirement.optional = requirement.optional && resolved.requests[request].optional;
    }
  }
}

}  // namespace

void resolve_requirements(ResolvedApp& resolved, Sink& sink) {
  collect(resolved);
  std::erase_if(resolved.requirements, [&](const Requirement& requirement) {
    return report_unreachable(resolved, requirement, sink);
  });
  const Request* admin_reason = first_admin_reason(resolved);
  if (resolved.app->managed_by) {
    resolved.managed_by = resolved.app->managed_by->value;
  } else {
    resolved.managed_by =
        admin_reason != nullptr ? model::ManagedBy::admin : model::ManagedBy::user;
  }
  report_unserved(resolved, admin_reason, sink);
  keep_level(resolved);
  link_requests(resolved);
}

}  // namespace zoomc::resolve
