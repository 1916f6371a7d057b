#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"
#include "diagnostics/diagnostic.h"
#include "infer/usage.h"
#include "resolve/compiled_app.h"

namespace zoomc::infer {

// The lines that an app file needs for certain calls.
struct Suggestion {
  std::vector<catalog::FeatureId> features;
  std::vector<catalog::OperationId> operations;

  bool empty() const { return features.empty() && operations.empty(); }
};

// The features whose calls are all among `seen` and one of them among `needed`; and the needed
// calls that are in none of these, except those that no app file can ask for. Features for the
// whole account only if `whole_account`.
[[nodiscard]] Suggestion suggest(const catalog::Catalog& catalog,
                                 const std::set<catalog::OperationId>& needed,
                                 const std::set<catalog::OperationId>& seen, bool whole_account);

// Its features by group, in the catalog's order: "meetings", then "create", "read".
struct FeatureGroup {
  std::string_view group;
  std::vector<std::string_view> actions;
};
std::vector<FeatureGroup> groups_of(const catalog::Catalog& catalog, const Suggestion& suggestion);

// `features:` and `operations:` as an app file can have them.
std::string suggestion_yaml(const catalog::Catalog& catalog, const Suggestion& suggestion);

// The features that call the operation, except sign-in.
std::vector<catalog::FeatureId> features_with(const catalog::Catalog& catalog,
                                              catalog::OperationId operation);

struct ComparisonOptions {
  // The days that a log must cover before something missing in it is worth a warning.
  std::uint64_t min_days = 28;
  // The command that adds the missing operations to the app file, for hints.
  std::string write_command;
};

// The calls that were seen, compared with those that an app may make. Findings are by file of
// `Usage::files`, in order of place; those about the app itself are separate.
struct Comparison {
  std::vector<std::vector<Diagnostic>> in_code;
  std::vector<Diagnostic> in_app;
  // The operations that were seen and that no scope of the app allows.
  std::set<catalog::OperationId> missing;
  // The lines that the app file lacks.
  Suggestion suggestion;
};

// Findings about the calls themselves, by file: those whose operation is not known, and those that
// Zoom is taking away or keeps for master accounts.
std::vector<std::vector<Diagnostic>> findings_in_code(const catalog::Catalog& catalog,
                                                      const Usage& usage, const PathTrie& trie);

// `cx` is of a file without errors.
[[nodiscard]] Comparison compare_usage(const resolve::CompiledApp& cx, const Usage& usage,
                                       const PathTrie& trie, const ComparisonOptions& options);

// The text of the app file with the suggestion added to `features` and `operations`; comments and
// everything else stay. Nothing if nothing can be added to the file as it is written (an alias).
[[nodiscard]] std::optional<std::string> add_to_app(const resolve::CompiledApp& cx,
                                                    const Suggestion& suggestion);

}  // namespace zoomc::infer
