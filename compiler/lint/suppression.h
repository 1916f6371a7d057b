#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/line_index.h"
#include "source/source_file.h"
#include "syntax/tree.h"

namespace zoomc::lint {

// What a comment for zoomc begins with.
inline constexpr std::string_view kSuppressionMark = "zoomc:";

// A rule named by a suppression: "unknown-scope", "policy-violation/eu-only".
struct SuppressedRule {
  std::string_view id;
  Span span;
};

// `# zoomc: allow rule-id[, rule-id] -- reason`. Behind a value it is for its own line; alone on a
// line for the next one that is no such comment line, if that is not blank. It may stand behind
// other text in the same comment, and another may follow it there.
struct Suppression {
  // From its `#` to its last character.
  Span span;
  // Alone on its line.
  bool above = false;
  // The 1-based line that it is for; 0 when there is none.
  std::uint32_t line = 0;
  std::vector<SuppressedRule> rules;
  // The words behind `--`; empty without.
  Span reason;
  // Words behind the rules that no `--` makes a reason; empty without.
  Span stray;
  // What stands in place of `allow` ("ignore"); all else is then empty.
  Span other_word;
};

// How many suppressions of a file, and rules in all of them, are read; more allow nothing.
inline constexpr std::size_t kMaxSuppressions = 100'000;
inline constexpr std::size_t kMaxSuppressedRules = 100'000;

// The suppressions of a file, in order. Ids are views of the file's text.
std::vector<Suppression> read_suppressions(const SourceFile& file, const syntax::Document& document,
                                           const LineIndex& lines);

// Takes a suppression out, with its line when nothing else is on it.
Edit remove_suppression(const SourceFile& file, const Suppression& suppression);
// Takes one of several rules out of a suppression, with its comma.
Edit remove_rule(const Suppression& suppression, std::size_t rule);

// "# zoomc: allow a, b -- reason"
std::string write_suppression(const std::vector<std::string>& rules, std::string_view reason);

}  // namespace zoomc::lint
