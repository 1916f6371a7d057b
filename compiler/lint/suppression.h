#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "source/line_index.h"
#include "source/source_file.h"
#include "syntax/tree.h"

namespace zoomc::lint {

// The beginning of a comment for zoomc.
inline constexpr std::string_view kSuppressionMark = "zoomc:";

// A rule named by a suppression: "unknown-scope", "policy-violation/eu-only".
struct SuppressedRule {
  std::string_view id;
  Span span;
};

// `# zoomc: allow rule-id[, rule-id] -- reason`. After a value it applies to its own line; alone on
// a line, to the next line that is not such a comment, unless that is blank. It may follow other
// text in the same comment, and another may follow it there.
struct Suppression {
  // From its `#` to its last character.
  Span span;
  // Alone on its line.
  bool above = false;
  // The 1-based line that it applies to; 0 if there is none.
  std::uint32_t line = 0;
  std::vector<SuppressedRule> rules;
  // The words after `--`; empty if there are none.
  Span reason;
  // Words after the rules that are not a reason because `--` is missing; empty if there are none.
  Span stray;
  // The word in place of `allow` ("ignore"); everything else is then empty.
  Span other_word;
};

// The most suppressions of a file, and rules in all of them, that are read; more allow nothing.
inline constexpr std::size_t kMaxSuppressions = 100'000;
inline constexpr std::size_t kMaxSuppressedRules = 100'000;

// The suppressions of a file, in order. Ids are views of the file's text.
std::vector<Suppression> read_suppressions(const SourceFile& file, const syntax::Document& document,
                                           const LineIndex& lines);

// Removes a suppression, with its line if nothing else is on it.
[[nodiscard]] Edit remove_suppression(const SourceFile& file, const Suppression& suppression);
// Removes one of several rules from a suppression, with its comma.
[[nodiscard]] Edit remove_rule(const Suppression& suppression, std::size_t rule);

// "# zoomc: allow a, b -- reason"
[[nodiscard]] std::string write_suppression(const std::vector<std::string>& rules,
                                            std::string_view reason);

}  // namespace zoomc::lint
