#include "review/why.h"

#include <algorithm>
#include <fmt/core.h>
#include <set>
#include <vector>

#include "catalog/lookup.h"
#include "review/justification_report.h"
#include "review/report_text.h"
#include "text/quote.h"

namespace zoomc::review {
namespace {

// The second column of a proof is at least this wide, so that short proofs line up with each other.
constexpr std::size_t kMinProofColumn = 29;

// Names of the catalog and of the manifest need no backticks here; what a user wrote is escaped.
std::vector<std::string> plain(const std::vector<std::string_view>& names) {
  std::vector<std::string> words;
  words.reserve(names.size());
  for (const auto name : names) words.push_back(escape_controls(name));
  return words;
}

class Proof {
 public:
  Proof(const resolve::ResolvedApp& resolved, const SourceFile& file)
      : resolved_(resolved), catalog_(*resolved.catalog), places_(file) {}

  std::string of(const resolve::ResolvedScope& scope) {
    rows_.clear();
    add_sources(scope);
    for (const std::uint32_t number : scope.satisfies) add_requirement(scope, number);
    add_losses(scope);
    add_authority(scope);
    add_guide(scope);
    if (scope.optional)
      rows_.push_back({"  optional", "users can decline it when they install the app", {}});
    return escape_controls(scope.name) + "\n" + lay_out(rows_, kMinProofColumn);
  }

 private:
  std::string level() const { return std::string(model::to_string(resolved_.managed_by)); }

  void add_request(std::string label, const resolve::Request& request) {
    const bool implied = request.kind == resolve::RequestKind::sign_in;
    rows_.push_back({std::move(label), escape_controls(asked_as(request)),
                     implied
                         ? fmt::format("always needed on `platform: {}`", resolved_.platform->id)
                         : places_.text_of(request.span)});
  }

  void add_sources(const resolve::ResolvedScope& scope) {
    if (scope.source == resolve::ScopeSource::extra) {
      rows_.push_back({"  asked for", "by hand", places_.text_of(scope.span)});
    }
    for (const std::uint32_t request : scope.guide_requests) {
      add_request("  guide for", resolved_.requests[request]);
    }
  }

  std::string name_of(const resolve::Requirement& requirement) const {
    return requirement.kind == resolve::RequirementKind::operation
               ? catalog::display_name(catalog_.operations[requirement.row])
               : std::string(catalog_.events[requirement.row].name);
  }

  // Why this scope and no other.
  std::string choice_note(const resolve::ResolvedScope& scope,
                          const resolve::Requirement& requirement) const {
    std::vector<std::string_view> others;
    for (const catalog::ScopeId id : requirement.alternatives) {
      if (id != scope.row) others.push_back(catalog_.scopes[id].name);
    }
    if (others.empty()) return fmt::format("no other {} scope allows it", level());
    return fmt::format("so would {}, in no smaller set", join_words(plain(others), "or"));
  }

  void add_requirement(const resolve::ResolvedScope& scope, std::uint32_t number) {
    const resolve::Requirement& requirement = resolved_.requirements[number];
    const bool is_needed =
        std::find(scope.uniquely_satisfies.begin(), scope.uniquely_satisfies.end(), number) !=
        scope.uniquely_satisfies.end();
    rows_.push_back(
        {is_needed ? "  needed by" : "  also satisfies", name_of(requirement),
         is_needed ? choice_note(scope, requirement) : "another scope here satisfies it"});
    for (const std::uint32_t request : requirement.requests) {
      add_request("    for", resolved_.requests[request]);
    }
    const bool guessed = requirement.kind == resolve::RequirementKind::event &&
                         catalog_.events[requirement.row].basis == catalog::EventBasis::derived;
    if (guessed) {
      rows_.push_back({"    basis", "the names of event and scope, not a page of Zoom's", {}});
    }
  }

  std::string loss(const resolve::Request& request, const resolve::Requirement& requirement) const {
    if (request.kind == resolve::RequestKind::sign_in) return "nobody can sign in";
    if (requirement.kind == resolve::RequirementKind::event) {
      return fmt::format("the event {} does not arrive", name_of(requirement));
    }
    const catalog::Operation& operation = catalog_.operations[requirement.row];
    if (request.kind == resolve::RequestKind::feature && !operation.without.empty()) {
      return request.key + " " + std::string(operation.without);
    }
    return fmt::format("{} is refused", name_of(requirement));
  }

  void add_losses(const resolve::ResolvedScope& scope) {
    std::set<std::string> said;
    for (const std::uint32_t number : scope.uniquely_satisfies) {
      const resolve::Requirement& requirement = resolved_.requirements[number];
      for (const std::uint32_t request : requirement.requests) {
        std::string text = loss(resolved_.requests[request], requirement);
        if (!said.insert(text).second) continue;
        rows_.push_back({said.size() == 1 ? "  without it" : "", std::move(text), {}});
      }
    }
    if (said.empty() && scope.source == resolve::ScopeSource::extra) {
      rows_.push_back({"  without it", "nothing that the file declares is lost", {}});
    }
  }

  void add_authority(const resolve::ResolvedScope& scope) {
    if (!scope.row) {
      rows_.push_back({"  authority", "unknown: the name is in none of Zoom's lists", {}});
      return;
    }
    rows_.push_back({"  authority",
                     fmt::format("{}, {} needed", count_of(scope.operations_allowed, "operation"),
                                 scope.operations_needed),
                     {}});
  }

  void add_guide(const resolve::ResolvedScope& scope) {
    for (const GuideNote& note : guide_notes(resolved_, scope)) {
      rows_.push_back({"  guide", text_of(note, escape_controls), {}});
    }
  }

  const resolve::ResolvedApp& resolved_;
  const catalog::Catalog& catalog_;
  const FilePlaces places_;
  std::vector<TextRow> rows_;
};

// A call that the app's platform makes for a feature of the app, which no scope of the app allows
// although one could.
std::vector<catalog::PlatformCall> uncovered_calls(const resolve::ResolvedApp& resolved) {
  const catalog::Catalog& catalog = *resolved.catalog;
  const catalog::Level level = resolved.is_admin() ? catalog::Level::admin : catalog::Level::user;
  std::vector<std::string_view> names;
  for (const resolve::ResolvedScope& scope : resolved.scopes) names.push_back(scope.name);
  const auto wants = [&](const catalog::PlatformCall& call) {
    return call.platform == resolved.platform->id &&
           resolve::find_request(resolved, resolve::RequestKind::feature,
                                 catalog.features[call.feature].name);
  };
  const auto has_scope = [&](const catalog::PlatformCall& call) {
    const auto scopes = catalog.operations[call.operation].scopes(resolved.model);
    return std::any_of(scopes.begin(), scopes.end(),
                       [&](catalog::ScopeId id) { return catalog.scopes[id].level == level; });
  };
  std::vector<catalog::PlatformCall> uncovered;
  for (const catalog::PlatformCall& call : catalog.platform_calls) {
    if (!wants(call) || !has_scope(call)) continue;
    if (catalog::is_allowed_by(catalog, call.operation, resolved.model, names)) continue;
    uncovered.push_back(call);
  }
  return uncovered;
}

// "no scope for GET /meetings/{meetingId}", with what calls it and the line that adds it.
std::string uncovered_text(const resolve::ResolvedApp& resolved) {
  const catalog::Catalog& catalog = *resolved.catalog;
  std::string text;
  for (const catalog::PlatformCall& call : uncovered_calls(resolved)) {
    const std::string name = catalog::display_name(catalog.operations[call.operation]);
    text += fmt::format("no scope for {}\n", name) +
            lay_out({{"  called by", std::string(call.used_by),
                      fmt::format("for {}", catalog.features[call.feature].name)},
                     {"  to add it", fmt::format("operations: [\"{}\"]", name), {}}},
                    kMinProofColumn) +
            "\n";
  }
  return text;
}

std::string summary(const resolve::ResolvedApp& resolved) {
  const auto by_hand = static_cast<std::size_t>(std::count_if(
      resolved.scopes.begin(), resolved.scopes.end(), [](const resolve::ResolvedScope& scope) {
        return scope.source == resolve::ScopeSource::extra;
      }));
  const std::size_t derived = resolved.scopes.size() - by_hand;
  const std::string scopes = count_of(derived, "scope");
  const std::string_view managed_by = model::to_string(resolved.managed_by);
  const std::string text =
      resolved.vocabulary == model::Vocabulary::guide
          ? fmt::format("{}, {}-managed, with the guide's own names", scopes, managed_by)
          : fmt::format("{}, {}-managed, for {}: no smaller set works; extra API calls allowed: {}",
                        scopes, managed_by, count_of(resolved.requirements.size(), "requirement"),
                        resolved.excess_authority);
  if (by_hand == 0) return text + "\n";
  return fmt::format("{}; {} more by hand\n", text, count_of(by_hand, "scope"));
}

}  // namespace

std::string explain_scope(const resolve::ResolvedApp& resolved, const SourceFile& file,
                          const resolve::ResolvedScope& scope) {
  return Proof(resolved, file).of(scope);
}

std::string explain_scopes(const resolve::ResolvedApp& resolved, const SourceFile& file) {
  Proof proof(resolved, file);
  std::string text;
  for (const resolve::ResolvedScope& scope : resolved.scopes) text += proof.of(scope) + "\n";
  return text + uncovered_text(resolved) + summary(resolved);
}

}  // namespace zoomc::review
