#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/resolved_app.h"
#include "review/scope_reason.h"
#include "source/source_file.h"

namespace zoomc::review {

// The guide's names in place of a derived scope, for one feature (or sign-in) that needs the scope.
struct GuideNote {
  std::string_view feature;
  std::vector<std::string_view> names;
  // The scope itself is one of them.
  bool names_it_too = false;
  // What the guide's names do not cover, if anything: "reads one call and not the list".
  std::string_view shortfall;
  // The scope has other features behind it, so that it must be said which one is meant.
  bool one_of_several = false;
};

// In the order of the features; none for a scope that is not derived, for features that the guide
// does not have, and on a platform that the guide is not about.
std::vector<GuideNote> guide_notes(const resolve::ResolvedApp& resolved,
                                   const resolve::ResolvedScope& scope);

// "the guide names it too", "the guide names a, b and c for users.read, which …". `show` makes of a
// name what the output needs.
std::string text_of(const GuideNote& note, std::string (*show)(std::string_view));

// The answers for Zoom's reviewers about one scope.
struct JustifiedScope {
  const resolve::ResolvedScope* scope = nullptr;
  ScopeReason reason;
  // The features, operations, events and extra scopes behind it, in the order of the file.
  std::vector<std::uint32_t> requests;
  // The uses of the scope, ascending.
  std::vector<catalog::OperationId> operations;
  std::vector<catalog::EventId> events;
  std::vector<ReviewStep> steps;
  std::vector<GuideNote> guide;
};

// The information of an app for Zoom's reviewers, for all formats. Points into `resolved`.
struct [[nodiscard]] JustificationReport {
  const resolve::ResolvedApp* resolved = nullptr;
  // In the order of the manifest.
  std::vector<JustifiedScope> scopes;
};

JustificationReport make_justification_report(const resolve::ResolvedApp& resolved);

// The name of a request for people: "sign-in", else its key, with the composite that it was asked
// for with.
std::string asked_as(const resolve::Request& request);

// The calls that one scope allows, and those of them that the app does not need.
struct ScopeAuthority {
  // The scope's place in the report.
  std::size_t scope = 0;
  std::size_t allowed = 0;
  // Ascending.
  std::vector<catalog::OperationId> excess;
  // False for a name that none of Zoom's lists has: nothing can be said then.
  bool is_known = false;

  std::size_t needed() const { return allowed - excess.size(); }
};

// The authority of an app's scopes, those by hand included.
struct [[nodiscard]] AuthorityUse {
  // In the order of the report.
  std::vector<ScopeAuthority> scopes;
  // For all scopes together, each call once.
  std::size_t allowed = 0;
  std::size_t excess = 0;
};

AuthorityUse authority_use_of(const JustificationReport& report);

// The report in each of its formats. Text is for the author: it has the lines of `file` and says
// what was generated. Markdown is for reviewers, csv for their spreadsheets (RFC 4180, no cell can
// be read as a formula), JSON for programs.
std::string justification_text(const JustificationReport& report, const SourceFile& file);
std::string justification_markdown(const JustificationReport& report);
std::string justification_csv(const JustificationReport& report);
std::string justification_json(const JustificationReport& report, const SourceFile& file);

}  // namespace zoomc::review
