#include "resolve/choice_reduce.h"

#include <limits>
#include <vector>

namespace zoomc::choice {
namespace {

class Reducer {
 public:
  Reducer(const Cover& cover, SearchNode& node, Ties ties, Cost limit)
      : cover_(cover), node_(node), ties_(ties), limit_(limit) {}

  bool run() {
    do {
      changed_ = false;
      drop_unaffordable();
      if (!take_forced()) return false;
      // The rest looks at pairs: only when the cheap rules have nothing left to say.
      if (changed_) continue;
      close_implied();
      drop_dominated();
    } while (changed_);
    return node_.cost < limit_;
  }

 private:
  void drop_unaffordable();
  bool take_forced();
  void close_implied();
  void drop_dominated();
  bool is_replaceable(std::size_t candidate);
  bool can_replace(std::size_t other, std::size_t candidate) const;
  Bits unshared_operations() const;

  const Cover& cover_;
  SearchNode& node_;
  Ties ties_;
  Cost limit_;
  bool changed_ = false;
  // Unpaid operations that one candidate alone authorises. It may be older than the last removal:
  // a removal never makes an operation shared.
  Bits unshared_;
};

// A set that contains it costs at least this much.
void Reducer::drop_unaffordable() {
  node_.candidates.for_each([&](std::size_t c) {
    if (node_.cost + price(cover_, node_, c) < limit_) return;
    node_.candidates.reset(c);
    changed_ = true;
  });
}

// A requirement with one candidate left decides it; with none, there is no set. Returns whether
// there can be one.
bool Reducer::take_forced() {
  bool possible = true;
  node_.requirements.for_each([&](std::size_t r) {
    if (!possible || !node_.requirements.test(r)) return;
    const std::uint32_t left = count_common(cover_.alternatives[r], node_.candidates);
    if (left == 0) possible = false;
    if (left != 1) return;
    take(cover_, node_, (cover_.alternatives[r] & node_.candidates).first());
    changed_ = true;
  });
  return possible;
}

// Who meets q meets every requirement that has all of q's candidates: the latter say nothing new.
// Such requirements are among those that any one candidate of q meets, so the one that meets the
// fewest is asked.
void Reducer::close_implied() {
  node_.requirements.for_each([&](std::size_t q) {
    if (!node_.requirements.test(q)) return;
    const Bits options = cover_.alternatives[q] & node_.candidates;
    std::size_t rarest = 0;
    std::uint32_t fewest = std::numeric_limits<std::uint32_t>::max();
    options.for_each([&](std::size_t c) {
      const std::uint32_t met = count_common(cover_.meets[c], node_.requirements);
      if (met >= fewest) return;
      fewest = met;
      rarest = c;
    });
    for_each_common(cover_.meets[rarest], node_.requirements, [&](std::size_t r) {
      if (r == q || !is_subset(options, node_.candidates, cover_.alternatives[r])) return;
      node_.requirements.reset(r);
      changed_ = true;
    });
  });
}

// Candidates that meet nothing, or for which another can always stand.
void Reducer::drop_dominated() {
  unshared_ = unshared_operations();
  node_.candidates.for_each([&](std::size_t c) {
    if (intersects(cover_.meets[c], node_.requirements) && !is_replaceable(c)) return;
    node_.candidates.reset(c);
    changed_ = true;
  });
}

// Who replaces it meets all it meets, so also its requirement with the fewest candidates.
bool Reducer::is_replaceable(std::size_t candidate) {
  std::size_t narrowest = 0;
  std::uint32_t fewest = std::numeric_limits<std::uint32_t>::max();
  for_each_common(cover_.meets[candidate], node_.requirements, [&](std::size_t r) {
    const std::uint32_t left = count_common(cover_.alternatives[r], node_.candidates);
    if (left >= fewest) return;
    fewest = left;
    narrowest = r;
  });
  bool found = false;
  for_each_common(cover_.alternatives[narrowest], node_.candidates, [&](std::size_t other) {
    found = found || (other != candidate && can_replace(other, candidate));
  });
  return found;
}

// Put `other` for `candidate` in any set. All requirements stay met. The excess grows by no more
// than `loss` and shrinks by at least `gain`, because nothing else in the set can authorise an
// unshared operation; the count does not grow, and shrinks when `other` was there already. So a
// gain above the loss, or an equal one with a smaller index, makes every set with `candidate` worse
// than some set without it, whatever else it holds. Equal and with a larger index, it is only as
// good: enough where ties are free.
bool Reducer::can_replace(std::size_t other, std::size_t candidate) const {
  if (!is_subset(cover_.meets[candidate], node_.requirements, cover_.meets[other])) return false;
  const std::uint32_t gain = count_common(cover_.excess[candidate], unshared_);
  const std::uint32_t loss =
      count_beyond(cover_.excess[other], node_.operations, cover_.excess[candidate]);
  return loss < gain || (loss == gain && (ties_ == Ties::free || other < candidate));
}

Bits Reducer::unshared_operations() const {
  Bits once(cover_.operation_count);
  Bits twice(cover_.operation_count);
  node_.candidates.for_each([&](std::size_t c) {
    twice |= once & cover_.excess[c];
    once |= cover_.excess[c];
  });
  return (once - twice) & node_.operations;
}

}  // namespace

bool reduce(const Cover& cover, SearchNode& node, Ties ties, Cost limit) {
  return Reducer(cover, node, ties, limit).run();
}

}  // namespace zoomc::choice
