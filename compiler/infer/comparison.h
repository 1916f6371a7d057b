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

// What to write into an app file so that it may make certain calls.
struct Suggestion {
  std::vector<catalog::FeatureId> features;
  std::vector<catalog::OperationId> operations;

  bool empty() const { return features.empty() && operations.empty(); }
};

// The features all of whose calls are among `seen` and one of whose calls is `needed`; the calls
// that are needed and in none of them by themselves. Features for the whole account only where
// `whole_account`.
Suggestion suggest(const catalog::Catalog& catalog, const std::set<catalog::OperationId>& needed,
                   const std::set<catalog::OperationId>& seen, bool whole_account);

// Its features by group, in the catalog's order: "meetings", then "create", "read".
struct FeatureGroup {
  std::string_view group;
  std::vector<std::string_view> actions;
};
std::vector<FeatureGroup> groups_of(const catalog::Catalog& catalog, const Suggestion& suggestion);

// `features:` and `operations:` as they may stand in an app file.
std::string suggestion_yaml(const catalog::Catalog& catalog, const Suggestion& suggestion);

// The features that call the operation, sign-in left out.
std::vector<catalog::FeatureId> features_with(const catalog::Catalog& catalog,
                                              catalog::OperationId operation);

struct ComparisonOptions {
  // A log must cover as many days before what is not in it is worth a warning.
  std::uint64_t min_days = 28;
  // What adds the missing operations to the app file, for hints.
  std::string write_command;
};

// What was seen against what an app may do. Findings are by file of `Usage::files`, in order of
// place; those about the app itself stand by themselves.
struct Comparison {
  std::vector<std::vector<Diagnostic>> in_code;
  std::vector<Diagnostic> in_app;
  // The operations that were seen and that no scope of the app allows.
  std::set<catalog::OperationId> missing;
  // What the app file would have to say more.
  Suggestion suggestion;
};

// Findings about calls whose operation is not known, by file.
std::vector<std::vector<Diagnostic>> doubts_of(const Usage& usage, const PathTrie& trie);

// `cx` is of a file without errors.
Comparison compare_usage(const resolve::CompiledApp& cx, const Usage& usage, const PathTrie& trie,
                         const ComparisonOptions& options);

// The text of the app file with the suggestion added to `features` and `operations`; comments and
// all else stay. Nothing where the file is written in a way that cannot be added to (an alias).
std::optional<std::string> add_to_app(const resolve::CompiledApp& cx, const Suggestion& suggestion);

}  // namespace zoomc::infer
