#include "driver/fix_run.h"

#include <algorithm>
#include <cstdint>

namespace zoomc {
namespace {

bool is_removal(const Fix& fix) {
  return fix.kind == FixKind::remove;
}

// Where a round of edits puts the places of a text.
class Moves {
 public:
  explicit Moves(const std::vector<MadeEdit>& edits) : edits_(edits), shifts_{0} {
    for (const MadeEdit& edit : edits) {
      shifts_.push_back(shifts_.back() + static_cast<std::int64_t>(edit.size) -
                        static_cast<std::int64_t>(edit.span.size()));
    }
  }

  bool is_edited(Span place) const {
    const std::size_t i = before(place);
    return i < edits_.size() && edits_[i].span.begin < place.end;
  }

  // Of what is not edited.
  Span moved(Span place) const {
    const std::int64_t shift = shifts_[before(place)];
    return {static_cast<std::uint32_t>(place.begin + shift),
            static_cast<std::uint32_t>(place.end + shift)};
  }

 private:
  // How many edits end where the place begins, or before.
  std::size_t before(Span place) const {
    const auto next = std::partition_point(edits_.begin(), edits_.end(), [&](const MadeEdit& edit) {
      return edit.span.end <= place.begin;
    });
    return static_cast<std::size_t>(next - edits_.begin());
  }

  const std::vector<MadeEdit>& edits_;
  // By how much the first 0, 1, 2 … edits together move what is behind them.
  std::vector<std::int64_t> shifts_;
};

}  // namespace

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

void FixRun::made(const std::vector<MadeEdit>& edits) {
  const Moves moves(edits);
  std::erase_if(first_removals_,
                [&](const Removal& removal) { return moves.is_edited(removal.first); });
  for (Removal& removal : first_removals_) removal.first = moves.moved(removal.first);
}

}  // namespace zoomc
