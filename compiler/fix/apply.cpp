#include "fix/apply.h"

#include <algorithm>
#include <utility>

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
                     const FixChoice& may_be_made, std::size_t limit) {
  std::vector<Edit> made;
  FixRound round;
  for (const Diagnostic& found : findings) {
    if (round.applied == limit) break;
    const auto fix =
        std::find_if(found.fixes.begin(), found.fixes.end(),
                     [&](const Fix& candidate) { return may_be_made(found, candidate); });
    if (fix == found.fixes.end() || touches(*fix, made)) continue;
    made.insert(made.end(), fix->edits.begin(), fix->edits.end());
    for (const Edit& edit : fix->edits) {
      round.edits.push_back(
          {edit.span, static_cast<std::uint32_t>(edit.replacement.size()), fix->kind});
    }
    ++round.applied;
  }
  std::stable_sort(round.edits.begin(), round.edits.end(),
                   [](const MadeEdit& a, const MadeEdit& b) { return a.span < b.span; });
  round.text = apply_edits(text, std::move(made));
  return round;
}

}  // namespace zoomc
