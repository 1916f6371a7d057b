#include "fix/apply.h"

#include <algorithm>

namespace zoomc {
namespace {

bool overlap(Span a, Span b) {
  if (a == b) return true;
  return a.begin < b.end && b.begin < a.end;
}

bool touches(const Fix& fix, const std::vector<Edit>& made) {
  return std::any_of(fix.edits.begin(), fix.edits.end(), [&](const Edit& edit) {
    return std::any_of(made.begin(), made.end(),
                       [&](const Edit& other) { return overlap(edit.span, other.span); });
  });
}

}  // namespace

std::string apply_edits(std::string_view text, std::vector<Edit> edits) {
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit& a, const Edit& b) { return a.span < b.span; });
  std::string edited;
  std::size_t from = 0;
  for (const Edit& edit : edits) {
    edited += text.substr(from, edit.span.begin - from);
    edited += edit.replacement;
    from = edit.span.end;
  }
  edited += text.substr(from);
  return edited;
}

FixRound apply_fixes(std::string_view text, const std::vector<Diagnostic>& findings,
                     bool unsafe_too) {
  std::vector<Edit> made;
  FixRound round;
  for (const Diagnostic& found : findings) {
    const auto fix = std::find_if(
        found.fixes.begin(), found.fixes.end(),
        [&](const Fix& candidate) { return unsafe_too || candidate.safety == FixSafety::safe; });
    if (fix == found.fixes.end() || touches(*fix, made)) continue;
    made.insert(made.end(), fix->edits.begin(), fix->edits.end());
    ++round.applied;
  }
  round.text = apply_edits(text, std::move(made));
  return round;
}

}  // namespace zoomc
