#include "infer/comparison.h"

#include <algorithm>
#include <fmt/core.h>

#include "catalog/lookup.h"
#include "diagnostics/codes.h"
#include "lint/deprecation.h"
#include "lint/extra_scope.h"
#include "review/report_text.h"
#include "text/quote.h"

namespace zoomc::infer {
namespace {

// Nobody can ask for sign-in: its name has no group.
bool can_be_asked_for(const catalog::Feature& feature) {
  return !feature.action().empty() && !feature.operations.empty();
}

std::string name_of(const FoundCall& call) {
  return in_backticks(fmt::format("{} {}", call.method, call.path));
}

Diagnostic not_in_catalog(const FoundCall& call) {
  return finding(
      infer_codes::kUnknownCall, call.place,
      fmt::format("{} is not in the catalog; check the method and the path", name_of(call)));
}

Diagnostic unknown_call(const FoundCall& call, const PathTrie& trie) {
  Diagnostic found = not_in_catalog(call);
  if (const auto near = trie.nearest_call(call.method, call.path)) {
    found.hints.push_back(fmt::format("the nearest is {}", in_backticks(*near)));
  }
  return found;
}

std::string doubt_about(const FoundCall& call) {
  if (call.path.empty()) {
    return "a call to Zoom's API whose path is only known when the program runs; list its "
           "operation under `operations` yourself";
  }
  if (call.doubt == ResolutionStatus::method_computed) {
    return fmt::format(
        "a call to {} whose method is not written here; list its operation under `operations` "
        "yourself",
        in_backticks(call.path));
  }
  if (call.doubt == ResolutionStatus::ambiguous) {
    return fmt::format(
        "{} may be several operations; list the right one under `operations` yourself",
        name_of(call));
  }
  return fmt::format(
      "a call to {} whose path is only known when the program runs; list its operation under "
      "`operations` yourself",
      in_backticks(call.path));
}

Diagnostic unresolved_call(const FoundCall& call) {
  return finding(infer_codes::kUnresolvedCall, call.place, doubt_about(call));
}

// What is wrong with the call itself, whatever an app asks for; without a place.
std::vector<Diagnostic> troubles_of(const catalog::Catalog& catalog,
                                    catalog::OperationId operation) {
  std::vector<Diagnostic> troubles;
  const catalog::Operation call = catalog.operations[operation];
  const std::string name = catalog::display_name(call);
  if (call.is_master) {
    troubles.push_back(finding(
        infer_codes::kMasterAccountCall, {},
        fmt::format("{} belongs to the master-account API, whose scopes no app file can ask for; "
                    "only an app of the master account itself can make this call",
                    in_backticks(name))));
  }
  if (const auto row = catalog::find_deprecation(catalog, name)) {
    troubles.push_back(
        finding(infer_codes::kDeprecatedOperation, {}, lint::deprecation_message(*row)));
  }
  return troubles;
}

bool by_place(const Diagnostic& a, const Diagnostic& b) {
  return a.primary < b.primary;
}

class Comparer {
 public:
  Comparer(const resolve::CompiledApp& cx, const Usage& usage, const PathTrie& trie,
           const ComparisonOptions& options)
      : cx_(cx), usage_(usage), trie_(trie), options_(options) {}

  Comparison run() {
    made_.in_code = findings_in_code(cx_.catalog, usage_, trie_);
    for (const auto& [operation, use] : usage_.operations) {
      seen_.insert(operation);
      if (is_unscoped(operation) || is_authorised(operation)) continue;
      made_.missing.insert(operation);
      report_missing(operation, use);
    }
    made_.suggestion = suggest(cx_.catalog, made_.missing, seen_, cx_.resolved.is_admin());
    if (!usage_.operations.empty() || !usage_.logs.empty()) {
      report_unseen_requests();
      report_unseen_scopes();
    }
    for (auto& findings : made_.in_code)
      std::stable_sort(findings.begin(), findings.end(), by_place);
    std::stable_sort(made_.in_app.begin(), made_.in_app.end(), by_place);
    return std::move(made_);
  }

 private:
  catalog::Operation row(catalog::OperationId operation) const {
    return cx_.catalog.operations[operation];
  }

  // True if its scope is not known, or no app of this kind can have it.
  bool is_unscoped(catalog::OperationId operation) const {
    const catalog::Operation call = row(operation);
    return call.is_master || (call.granular.empty() && call.classic.empty());
  }

  bool has_scope(std::span<const catalog::ScopeId> scopes) const {
    return std::any_of(scopes.begin(), scopes.end(), [&](catalog::ScopeId scope) {
      return resolve::find_resolved_scope(cx_.resolved, cx_.catalog.scopes[scope].name) != nullptr;
    });
  }
  bool is_authorised(catalog::OperationId operation) const {
    return has_scope(row(operation).granular) || has_scope(row(operation).classic);
  }

  // The scope that the app would need, at its level.
  std::string needed_scope(catalog::OperationId operation) const {
    const catalog::Level level =
        cx_.resolved.is_admin() ? catalog::Level::admin : catalog::Level::user;
    for (const catalog::ScopeId scope : row(operation).scopes(cx_.resolved.model)) {
      if (cx_.catalog.scopes[scope].level == level)
        return std::string(cx_.catalog.scopes[scope].name);
    }
    return {};
  }

  std::string way_out(catalog::OperationId operation) const {
    const auto features = features_with(cx_.catalog, operation);
    if (features.size() == 1 && cx_.catalog.features[features.front()].operations.size() == 1) {
      const catalog::Feature& feature = cx_.catalog.features[features.front()];
      return fmt::format("ask for the feature {}", in_backticks(feature.name));
    }
    return "list it under `operations`";
  }

  void report_missing(catalog::OperationId operation, const OperationUse& use) {
    const std::string name = in_backticks(catalog::display_name(row(operation)));
    Diagnostic found = finding(infer_codes::kUnauthorizedCall, {}, "");
    found.message = fmt::format("{} is called, and no scope of {} allows it; {}", name,
                                in_backticks(cx_.file.path), way_out(operation));
    const std::string scope = needed_scope(operation);
    if (!scope.empty()) {
      found.zoom = {
          ZoomVerdict::runtime,
          fmt::format("Zoom then answers `Invalid access token, does not contain scopes:[{}].`",
                      scope)};
    } else {
      found.hints.push_back(cx_.resolved.is_admin()
                                ? "Zoom has no scope for it that an admin-managed app may have"
                                : "Zoom has no scope for it that a user-managed app may have");
    }
    if (!options_.write_command.empty()) {
      found.hints.push_back(fmt::format("`{}` adds what is missing", options_.write_command));
    }
    for (const CallPlace& place : use.places) {
      found.primary = place.span;
      made_.in_code[place.file].push_back(found);
    }
    if (!use.places.empty()) return;
    found.primary = home();
    found.message =
        fmt::format("{} is called ({} in the log), and no scope of this app allows it; {}", name,
                    review::count_of(use.times, "time"), way_out(operation));
    made_.in_app.push_back(std::move(found));
  }

  // The place where the app lists what it may do.
  Span home() const {
    if (!cx_.app.features.empty()) return cx_.app.features.front().group.key;
    if (!cx_.app.operations.empty()) return cx_.app.operations.front().key;
    return cx_.app.zoomc_key;
  }

  Severity unseen_severity() const {
    return !usage_.logs.empty() && usage_.days() >= options_.min_days ? Severity::warning
                                                                      : Severity::note;
  }

  std::string where() const {
    if (usage_.logs.empty()) return usage_.files_read > 0 ? "the code" : "";
    const std::string log =
        usage_.days() == 0 ? "the log"
                           : fmt::format("the log of {}", review::count_of(usage_.days(), "day"));
    return usage_.files_read > 0 ? fmt::format("the code and {}", log) : log;
  }

  bool is_seen(std::uint32_t requirement) const {
    const resolve::Requirement& needed = cx_.resolved.requirements[requirement];
    return needed.kind == resolve::RequirementKind::event || seen_.count(needed.row) != 0;
  }
  bool is_seen(const resolve::Request& request) const {
    const auto& needs = request.requirements;
    const bool can_be_seen = !needs.empty() && (request.kind == resolve::RequestKind::feature ||
                                                request.kind == resolve::RequestKind::operation);
    return !can_be_seen || std::any_of(needs.begin(), needs.end(),
                                       [&](std::uint32_t need) { return is_seen(need); });
  }

  void report_unseen_requests() {
    for (const resolve::Request& request : cx_.resolved.requests) {
      if (is_seen(request)) continue;
      const bool is_feature = request.kind == resolve::RequestKind::feature;
      std::string message = is_feature ? fmt::format(
                                             "the app asks for {}, but {} has none of its calls; "
                                             "remove it, or keep it if other code makes them",
                                             in_backticks(request.key), where())
                                       : fmt::format(
                                             "the app asks for {}, but {} has no such call; remove "
                                             "it, or keep it if other code makes the call",
                                             in_backticks(request.key), where());
      Diagnostic found = finding(infer_codes::kUnseenOperation, request.span, std::move(message));
      found.severity = unseen_severity();
      found.zoom = {ZoomVerdict::review, "unused scopes are a stated reason for rejection"};
      made_.in_app.push_back(std::move(found));
    }
  }

  // True if something that is used, or cannot be seen, needs the requirement.
  bool is_wanted(std::uint32_t requirement) const {
    const auto& requests = cx_.resolved.requirements[requirement].requests;
    return std::any_of(requests.begin(), requests.end(), [&](std::uint32_t request) {
      return cx_.resolved.requests[request].kind == resolve::RequestKind::sign_in;
    });
  }

  void report_unseen_scopes() {
    for (const resolve::ResolvedScope& scope : cx_.resolved.scopes) {
      if (!scope.row || lint::is_implied_scope(cx_, scope.name) || allows_seen(*scope.row))
        continue;
      if (scope.source == resolve::ScopeSource::extra) {
        if (cx_.catalog.scopes[*scope.row].grants == catalog::Grants::operation)
          report_extra(scope);
      } else if (scope.source == resolve::ScopeSource::derived) {
        report_derived(scope);
      }
    }
  }

  bool allows_seen(catalog::ScopeId scope) const {
    const auto& allowed = cx_.catalog.scopes[scope].operations;
    return std::any_of(allowed.begin(), allowed.end(),
                       [&](catalog::OperationId operation) { return seen_.count(operation) != 0; });
  }

  void report_extra(const resolve::ResolvedScope& scope) {
    Diagnostic found = finding(
        infer_codes::kUnseenScope, scope.span,
        fmt::format(
            "no call in {} needs the extra scope {}; remove it, or keep it if other code needs it",
            where(), in_backticks(scope.name)));
    found.severity = unseen_severity();
    made_.in_app.push_back(std::move(found));
  }

  // For a feature with several calls of which only others are made. If none is made, the finding is
  // about the feature.
  void report_derived(const resolve::ResolvedScope& scope) {
    const resolve::Request* asker = nullptr;
    for (const std::uint32_t need : scope.satisfies) {
      if (is_seen(need) || is_wanted(need)) return;
      for (const std::uint32_t index : cx_.resolved.requirements[need].requests) {
        const resolve::Request& request = cx_.resolved.requests[index];
        if (asker == nullptr && is_seen(request)) asker = &request;
      }
    }
    if (asker == nullptr) return;
    Diagnostic found =
        finding(infer_codes::kUnseenScope, asker->span,
                fmt::format("no call in {} needs {}, which {} adds; list only the calls that are "
                            "made, under `operations`",
                            where(), in_backticks(scope.name), in_backticks(asker->key)));
    found.severity = unseen_severity();
    made_.in_app.push_back(std::move(found));
  }

  const resolve::CompiledApp& cx_;
  const Usage& usage_;
  const PathTrie& trie_;
  const ComparisonOptions& options_;
  std::set<catalog::OperationId> seen_;
  Comparison made_;
};

}  // namespace

Suggestion suggest(const catalog::Catalog& catalog, const std::set<catalog::OperationId>& needed,
                   const std::set<catalog::OperationId>& seen, bool whole_account) {
  Suggestion suggestion;
  std::set<catalog::OperationId> covered;
  for (std::size_t i = 0; i < catalog.features.size(); ++i) {
    const catalog::Feature& feature = catalog.features[i];
    if (!can_be_asked_for(feature) || (feature.admin_only && !whole_account)) continue;
    const auto& calls = feature.operations;
    const bool all_seen = std::all_of(calls.begin(), calls.end(), [&](catalog::OperationId call) {
      return seen.count(call) != 0;
    });
    const bool one_needed = std::any_of(calls.begin(), calls.end(), [&](catalog::OperationId call) {
      return needed.count(call) != 0;
    });
    if (!all_seen || !one_needed) continue;
    suggestion.features.push_back(static_cast<catalog::FeatureId>(i));
    covered.insert(calls.begin(), calls.end());
  }
  for (const catalog::OperationId call : needed) {
    if (covered.contains(call) || catalog.operations[call].is_master) continue;
    suggestion.operations.push_back(call);
  }
  return suggestion;
}

std::vector<FeatureGroup> groups_of(const catalog::Catalog& catalog, const Suggestion& suggestion) {
  std::vector<FeatureGroup> groups;
  for (const catalog::FeatureId id : suggestion.features) {
    const catalog::Feature& feature = catalog.features[id];
    if (groups.empty() || groups.back().group != feature.group()) {
      groups.push_back({feature.group(), {}});
    }
    groups.back().actions.push_back(feature.action());
  }
  return groups;
}

std::string suggestion_yaml(const catalog::Catalog& catalog, const Suggestion& suggestion) {
  std::string yaml;
  if (!suggestion.features.empty()) yaml += "features:\n";
  for (const FeatureGroup& group : groups_of(catalog, suggestion)) {
    yaml += "  " + std::string(group.group) + ": [";
    for (const std::string_view action : group.actions) {
      if (yaml.back() != '[') yaml += ", ";
      yaml += action;
    }
    yaml += "]\n";
  }
  if (!suggestion.operations.empty()) yaml += "operations:\n";
  for (const catalog::OperationId operation : suggestion.operations) {
    yaml += "  - \"" + catalog::display_name(catalog.operations[operation]) + "\"\n";
  }
  return yaml;
}

std::vector<catalog::FeatureId> features_with(const catalog::Catalog& catalog,
                                              catalog::OperationId operation) {
  std::vector<catalog::FeatureId> features;
  for (std::size_t i = 0; i < catalog.features.size(); ++i) {
    const catalog::Feature& feature = catalog.features[i];
    const auto& calls = feature.operations;
    const bool has = std::find(calls.begin(), calls.end(), operation) != calls.end();
    if (has && can_be_asked_for(feature)) features.push_back(static_cast<catalog::FeatureId>(i));
  }
  return features;
}

std::vector<std::vector<Diagnostic>> findings_in_code(const catalog::Catalog& catalog,
                                                      const Usage& usage, const PathTrie& trie) {
  // Each search for a similar call goes through the whole catalog.
  constexpr std::size_t kMaxNear = 100;
  std::vector<std::vector<Diagnostic>> findings(usage.files.size());
  std::size_t unknown = 0;
  for (const UnresolvedCall& doubtful : usage.doubtful) {
    const bool is_unknown = doubtful.call.doubt == ResolutionStatus::unknown;
    if (is_unknown && ++unknown > kMaxNear) {
      findings[doubtful.file].push_back(not_in_catalog(doubtful.call));
      continue;
    }
    findings[doubtful.file].push_back(is_unknown ? unknown_call(doubtful.call, trie)
                                                 : unresolved_call(doubtful.call));
  }
  for (const auto& [operation, use] : usage.operations) {
    for (Diagnostic& found : troubles_of(catalog, operation)) {
      for (const CallPlace& place : use.places) {
        found.primary = place.span;
        findings[place.file].push_back(found);
      }
    }
  }
  for (auto& in_file : findings) std::stable_sort(in_file.begin(), in_file.end(), by_place);
  return findings;
}

Comparison compare_usage(const resolve::CompiledApp& cx, const Usage& usage, const PathTrie& trie,
                         const ComparisonOptions& options) {
  return Comparer(cx, usage, trie, options).run();
}

}  // namespace zoomc::infer
