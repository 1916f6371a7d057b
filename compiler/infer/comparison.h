#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "infer/suggestion.h"
#include "infer/usage.h"
#include "resolve/compiled_app.h"

namespace zoomc {

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
  std::set<OperationId> missing;
  // What the app file would have to say more.
  Suggestion suggestion;
};

// Findings about calls whose operation is not known, by file.
std::vector<std::vector<Diagnostic>> doubts_of(const Usage& usage, const PathTrie& trie);

// `cx` is of a file without errors.
Comparison compare_usage(const CompiledApp& cx, const Usage& usage, const PathTrie& trie,
                         const ComparisonOptions& options);

}  // namespace zoomc
