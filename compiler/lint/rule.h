#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/config.h"
#include "diagnostics/finding_kind.h"
#include "resolve/compiled_app.h"

namespace zoomc::lint {

// Everything about a rule except its check. `id` is kebab-case and names the problem; `summary` is
// one line for lists. `severity` is the usual one; a rule may give a finding a higher or lower one.
struct RuleInfo {
  std::string_view id;
  std::string_view summary;
  Severity severity = Severity::error;
  FixPromise fix = FixPromise::never;
  // What it runs on: an app file, a manifest seen as an app, or both.
  AppliesTo applies_to = AppliesTo::nothing;
  // The authority behind it.
  Sources sources;
  // The item of the checklist that its findings belong to, or `kItemOfPlace`.
  std::string_view item;
  // The first version of zoomc that had it.
  std::string_view since;
  // Runs after the others, when the state of the suppressions is known. Its findings cannot be
  // allowed: they are about suppressions.
  bool about_suppressions = false;
};

// Refuses, at compile time, an id that is not kebab-case, a summary that is not one plain line, and
// a missing field.
consteval RuleInfo checked(RuleInfo info) {
  if (!is_kebab_case(info.id)) throw "a rule's id is kebab-case";
  if (info.summary.empty() || info.summary.back() == '.') throw "a summary has no full stop";
  if (info.applies_to == AppliesTo::nothing) throw "`applies_to`: an app, a manifest or both";
  if (info.sources.empty()) throw "`sources`: say who requires it";
  if (!is_kebab_case(info.item)) throw "`item`: an item of the checklist, or `kItemOfPlace`";
  if (!is_version(info.since)) throw "`since`: a version of zoomc, \"0.1.0\"";
  return info;
}

struct AllowList;
struct ExtraScope;
struct LintFacts;
class LazyJustifications;
struct ReviewerTexts;
struct Secret;
struct SuppressionUse;
struct UrlValue;

// Everything a rule may look at. `resolved` may be incomplete if an earlier phase found errors.
struct LintContext {
  LintContext(const resolve::CompiledApp& app, const LintFacts& facts,
              std::span<const config::Policy> policies, const SuppressionUse& suppressions);

  // Functions that rules share with other phases take only the app.
  operator const resolve::CompiledApp&() const { return compiled; }

  const resolve::CompiledApp& compiled;
  // Of `compiled`.
  const SourceFile& file;
  const syntax::Document& document;
  const model::App& app;
  const resolve::ResolvedApp& resolved;
  const catalog::Catalog& catalog;
  // Of `LintFacts`.
  const std::vector<ExtraScope>& extra_scopes;
  const AllowList& allow_list;
  const std::vector<UrlValue>& urls;
  const ReviewerTexts& reviewer_texts;
  const LazyJustifications& justifications;
  const std::vector<Secret>& secrets;
  // The organisation's own rules.
  std::span<const config::Policy> policies;
  // The state of the file's suppressions; empty except for the rules that are about them.
  const SuppressionUse& suppressions;
};

// Takes the findings of a rule. A `severity` of the project replaces the rule's.
class Reporter {
 public:
  Reporter(const RuleInfo& info, std::optional<Severity> severity,
           std::vector<Diagnostic>& findings)
      : info_(info), severity_(severity), findings_(findings) {}

  // An empty finding of this rule, to be filled in and handed to `report`.
  Diagnostic make(Span primary, std::string message) const {
    return {.id = info_.id,
            .severity = info_.severity,
            .primary = primary,
            .message = std::move(message),
            .item = info_.item};
  }
  void report(Diagnostic found) {
    if (severity_) found.severity = *severity_;
    findings_.push_back(std::move(found));
  }
  // Reports a finding with a severity of its own, whatever the project says about the rule.
  void report(Diagnostic found, Severity own) {
    found.severity = own;
    findings_.push_back(std::move(found));
  }

 private:
  const RuleInfo& info_;
  std::optional<Severity> severity_;
  std::vector<Diagnostic>& findings_;
};

// A registered rule: a stateless function and its info.
struct Rule {
  const RuleInfo* info;
  void (*check)(const LintContext&, Reporter&);
};

}  // namespace zoomc::lint
