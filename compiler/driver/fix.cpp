#include "driver/fix.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/codes.h"
#include "edit/apply.h"

namespace zoomc::driver {
namespace {

bool is_removal(const Fix& fix) {
  return fix.kind == FixKind::remove;
}

// Maps the places of a text through a round of edits.
class Moves {
 public:
  explicit Moves(const std::vector<edit::MadeEdit>& edits) : edits_(edits), shifts_{0} {
    for (const edit::MadeEdit& edit : edits) {
      shifts_.push_back(shifts_.back() + static_cast<std::int64_t>(edit.size) -
                        static_cast<std::int64_t>(edit.span.size()));
    }
  }

  bool is_edited(Span place) const {
    const std::size_t i = before(place);
    return i < edits_.size() && edits_[i].span.begin < place.end;
  }

  // For a place that is not edited.
  Span moved(Span place) const {
    const std::int64_t shift = shifts_[before(place)];
    return {static_cast<std::uint32_t>(place.begin + shift),
            static_cast<std::uint32_t>(place.end + shift)};
  }

 private:
  // The number of edits that end where the place begins, or before.
  std::size_t before(Span place) const {
    const auto next = std::partition_point(
        edits_.begin(), edits_.end(),
        [&](const edit::MadeEdit& edit) { return edit.span.end <= place.begin; });
    return static_cast<std::size_t>(next - edits_.begin());
  }

  const std::vector<edit::MadeEdit>& edits_;
  // By how much the first 0, 1, 2 … edits together move what is behind them.
  std::vector<std::int64_t> shifts_;
};

// What one run of fixes remembers from round to round, so that none of them throws away what was
// asked for: a removal that a person must check is made only of what was found wrong before the
// first round and has not been changed since. One that is safe loses nothing.
class FixRun {
 public:
  FixRun(const std::vector<Diagnostic>& findings, bool unsafe_too);

  bool allows(const Diagnostic& found, const Fix& fix) const;
  // The edits of a round have been made; they are in the order of the text and do not overlap.
  void made(const std::vector<edit::MadeEdit>& edits);

 private:
  using Removal = std::pair<Span, std::string_view>;

  bool unsafe_too_;
  // The items that were to be removed at first: their place now and the rule, in order.
  std::vector<Removal> first_removals_;
};

FixRun::FixRun(const std::vector<Diagnostic>& findings, bool unsafe_too) : unsafe_too_(unsafe_too) {
  for (const Diagnostic& found : findings) {
    if (std::any_of(found.fixes.begin(), found.fixes.end(), is_removal)) {
      first_removals_.emplace_back(found.primary, found.id);
    }
  }
  std::sort(first_removals_.begin(), first_removals_.end());
}

bool FixRun::allows(const Diagnostic& found, const Fix& fix) const {
  if (fix.safety == FixSafety::safe) return true;
  if (!unsafe_too_ || !is_removal(fix)) return unsafe_too_;
  return std::binary_search(first_removals_.begin(), first_removals_.end(),
                            Removal(found.primary, found.id));
}

void FixRun::made(const std::vector<edit::MadeEdit>& edits) {
  const Moves moves(edits);
  std::erase_if(first_removals_,
                [&](const Removal& removal) { return moves.is_edited(removal.first); });
  for (Removal& removal : first_removals_) removal.first = moves.moved(removal.first);
}

// Rules settle in two or three rounds; two rules that undo each other must not go on for ever.
constexpr int kMaxRounds = 20;
// Shorter secrets are words like any other.
constexpr std::size_t kMinSecret = 8;

// The new value of a reference may still be written out elsewhere.
void remember_secrets(const SourceFile& before, SourceFile& after) {
  for (const Span place : before.secrets) {
    const std::string_view secret = before.slice(place);
    if (secret.size() < kMinSecret) continue;
    for (auto at = after.text.find(secret); at != std::string::npos;
         at = after.text.find(secret, at + secret.size())) {
      const auto begin = static_cast<std::uint32_t>(at);
      after.secrets.push_back({begin, begin + static_cast<std::uint32_t>(secret.size())});
    }
  }
}

std::ptrdiff_t syntax_errors(const Checked& checked) {
  return std::ranges::count_if(checked.findings, [](const Diagnostic& found) {
    return std::ranges::any_of(all_codes(), [&](const Code& code) {
      return code.phase == Phase::syntax && code.id == found.id;
    });
  });
}

// True if a round turned an app into something else, or YAML into invalid YAML: two equal keys.
bool breaks(const Checked& before, const Checked& after) {
  return (before.is_app && !after.is_app) || syntax_errors(after) > syntax_errors(before);
}

}  // namespace

Fixed fix(SourceFile file, const CheckOptions& options, bool unsafe_too) {
  const std::string path = file.path;
  Fixed fixed{.text = file.text, .checked = check(std::move(file), options)};
  fixed.before = fixed.checked.analysis->file;
  FixRun run(fixed.checked.findings, unsafe_too);
  const edit::FixChoice choice = [&run](const Diagnostic& found, const Fix& fix) {
    return run.allows(found, fix);
  };
  for (int round = 0; round < kMaxRounds; ++round) {
    edit::FixRound next = edit::apply_fixes(fixed.text, fixed.checked.findings, choice);
    if (next.applied == 0) break;
    Checked checked = check({path, next.text}, options);
    if (breaks(fixed.checked, checked) && next.applied > 1) {
      // Fixes that are right by themselves may not be together.
      next = edit::apply_fixes(fixed.text, fixed.checked.findings, choice, 1);
      checked = check({path, next.text}, options);
    }
    if (breaks(fixed.checked, checked)) break;
    run.made(next.edits);
    fixed.text = next.text;
    fixed.applied += next.applied;
    fixed.checked = std::move(checked);
  }
  if (fixed.applied > 0) remember_secrets(fixed.before, fixed.checked.analysis->file);
  return fixed;
}

}  // namespace zoomc::driver
