#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace zoomc::edit {

// `text` with the edits made. They must lie in the text and not overlap; insertions at one place
// are made in the given order.
[[nodiscard]] std::string apply_edits(std::string_view text, std::vector<Edit> edits);

// An edit of a fix that was made: in place of `span` there are `size` bytes now.
struct [[nodiscard]] MadeEdit {
  Span span;
  std::uint32_t size = 0;
  FixKind kind = FixKind::change;
};

struct [[nodiscard]] FixRound {
  std::string text;
  std::size_t applied = 0;
  // In the order of the text; they do not overlap.
  std::vector<MadeEdit> edits;
};

// True if the fix of the finding may be applied.
using FixChoice = std::function<bool(const Diagnostic&, const Fix&)>;

inline constexpr std::size_t kAllFixes = static_cast<std::size_t>(-1);

// Makes the first fix of each finding that `may_be_made`, in order and `limit` at most, leaving out
// those that touch the text of one made before: a later round sees whether they are still wanted.
FixRound apply_fixes(std::string_view text, const std::vector<Diagnostic>& findings,
                     const FixChoice& may_be_made, std::size_t limit = kAllFixes);

// The change from `before` to `after` as `diff -u` and `git apply` know it, with three lines of
// context and `path` in both header lines; empty when there is none. Lines keep their own line
// breaks.
[[nodiscard]] std::string unified_diff(std::string_view path, std::string_view before,
                                       std::string_view after);

}  // namespace zoomc::edit
