#include "resolve/choice_cover.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <tuple>
#include <utility>
#include <vector>

namespace zoomc::resolve::choice {
namespace {

Bits all_below(std::size_t size) {
  Bits bits(size);
  for (std::size_t i = 0; i < size; ++i) bits.set(i);
  return bits;
}

std::vector<std::uint32_t> distinct(const std::vector<std::vector<std::uint32_t>>& lists) {
  std::vector<std::uint32_t> all;
  for (const auto& list : lists) all.insert(all.end(), list.begin(), list.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::size_t position(const std::vector<std::uint32_t>& sorted, std::uint32_t value) {
  return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), value) -
                                  sorted.begin());
}

std::vector<std::uint32_t> members(const Bits& bits) {
  std::vector<std::uint32_t> list;
  bits.for_each([&](std::size_t i) { list.push_back(static_cast<std::uint32_t>(i)); });
  return list;
}

// The bits of `bits` that are in `kept`, by their position in `kept`.
Bits renumber(const Bits& bits, const std::vector<std::uint32_t>& kept) {
  Bits result(kept.size());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (bits.test(kept[i])) result.set(i);
  }
  return result;
}

// Moves the neighbours of `part` from `rest` into it; false if there were none.
bool grow(const Cover& cover, const SearchNode& node, SearchNode& part, Bits& rest) {
  bool grown = false;
  rest.for_each([&](std::size_t c) {
    if (!intersects(cover.satisfies[c], part.requirements) &&
        !intersects(cover.excess[c], part.operations)) {
      return;
    }
    rest.reset(c);
    part.candidates.set(c);
    part.requirements |= cover.satisfies[c] & node.requirements;
    part.operations |= cover.excess[c] & node.operations;
    grown = true;
  });
  return grown;
}

class Reducer {
 public:
  Reducer(const Cover& cover, SearchNode& node, Ties ties, Cost limit)
      : cover_(cover), node_(node), ties_(ties), limit_(limit) {}

  bool run() {
    do {
      changed_ = false;
      drop_unaffordable();
      if (!take_forced()) return false;
      // This rule looks at pairs, so it runs only when the cheap rules change nothing more.
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
  // Unpaid operations that only one candidate authorises. It may be out of date after a removal,
  // which never makes an operation shared.
  Bits unshared_;
};

// Removes candidates with which every set is too expensive.
void Reducer::drop_unaffordable() {
  node_.candidates.for_each([&](std::size_t c) {
    if (node_.cost + price(cover_, node_, c) < limit_) return;
    node_.candidates.reset(c);
    changed_ = true;
  });
}

// A requirement with one candidate left decides it; with none, there is no set. Returns whether a
// set is still possible.
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

// A candidate that meets q also meets every requirement that has all of q's candidates, so those
// add nothing. They are among the requirements that any one candidate of q meets, so the candidate
// that meets the fewest is used to find them.
void Reducer::close_implied() {
  node_.requirements.for_each([&](std::size_t q) {
    if (!node_.requirements.test(q)) return;
    const Bits options = cover_.alternatives[q] & node_.candidates;
    std::size_t rarest = 0;
    std::uint32_t fewest = std::numeric_limits<std::uint32_t>::max();
    options.for_each([&](std::size_t c) {
      const std::uint32_t met = count_common(cover_.satisfies[c], node_.requirements);
      if (met >= fewest) return;
      fewest = met;
      rarest = c;
    });
    for_each_common(cover_.satisfies[rarest], node_.requirements, [&](std::size_t r) {
      if (r == q || !is_subset(options, node_.candidates, cover_.alternatives[r])) return;
      node_.requirements.reset(r);
      changed_ = true;
    });
  });
}

// Removes candidates that meet nothing, or that another can always replace.
void Reducer::drop_dominated() {
  unshared_ = unshared_operations();
  node_.candidates.for_each([&](std::size_t c) {
    if (intersects(cover_.satisfies[c], node_.requirements) && !is_replaceable(c)) return;
    node_.candidates.reset(c);
    changed_ = true;
  });
}

// A replacement meets all that the candidate meets, so also its requirement with the fewest
// candidates.
bool Reducer::is_replaceable(std::size_t candidate) {
  std::size_t narrowest = 0;
  std::uint32_t fewest = std::numeric_limits<std::uint32_t>::max();
  for_each_common(cover_.satisfies[candidate], node_.requirements, [&](std::size_t r) {
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

// Put `other` in place of `candidate` in any set. All requirements stay met. The excess grows by at
// most `loss` and shrinks by at least `gain`, because nothing else in the set can authorise an
// unshared operation; the count does not grow, and shrinks if `other` was already in the set. So if
// the gain is greater than the loss, or equal and the index smaller, every set with `candidate` is
// worse than some set without it. If it is equal and the index larger, the two are equally good:
// enough if ties are free.
bool Reducer::can_replace(std::size_t other, std::size_t candidate) const {
  if (!is_subset(cover_.satisfies[candidate], node_.requirements, cover_.satisfies[other]))
    return false;
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

// Unmet requirements, those with the fewest candidates first: they leave the most to the others.
std::vector<std::size_t> narrowest_first(const Cover& cover, const SearchNode& node) {
  std::vector<std::pair<std::uint32_t, std::size_t>> order;
  node.requirements.for_each([&](std::size_t r) {
    order.emplace_back(count_common(cover.alternatives[r], node.candidates), r);
  });
  std::sort(order.begin(), order.end());
  std::vector<std::size_t> result;
  result.reserve(order.size());
  for (const auto& entry : order) result.push_back(entry.second);
  return result;
}

// Adds to `claimed` the first `missing` members of `from` that are not in it.
void claim(const Bits& from, std::uint32_t missing, Bits& claimed) {
  from.for_each([&](std::size_t op) {
    if (missing == 0 || claimed.test(op)) return;
    claimed.set(op);
    --missing;
  });
}

// Each requirement in turn claims the same number of operations from each of its candidates, among
// those that no earlier one claimed: as many as the cheapest still has. Whichever candidate a set
// has for the requirement, it pays for that many operations in this claim; claims are disjoint, so
// they add up, even if one candidate meets several requirements.
std::int64_t least_excess(const Cover& cover, const SearchNode& node,
                          const std::vector<std::size_t>& order) {
  Bits unclaimed = node.operations;
  std::int64_t total = 0;
  for (const std::size_t r : order) {
    const Bits& options = cover.alternatives[r];
    std::uint32_t cheapest = std::numeric_limits<std::uint32_t>::max();
    for_each_common(options, node.candidates, [&](std::size_t c) {
      cheapest = std::min(cheapest, count_common(cover.excess[c], unclaimed));
    });
    if (cheapest == 0) continue;
    Bits claimed(cover.operation_count);
    for_each_common(options, node.candidates, [&](std::size_t c) {
      const Bits own = cover.excess[c] & unclaimed;
      const std::uint32_t shared = std::min(cheapest, count_common(own, claimed));
      claim(own, cheapest - shared, claimed);
    });
    unclaimed -= claimed;
    total += cheapest;
  }
  return total;
}

// Requirements without a common candidate need one each; and no candidate meets more than the
// maximum.
std::int64_t least_count(const Cover& cover, const SearchNode& node,
                         const std::vector<std::size_t>& order) {
  Bits used(cover.candidate_count());
  std::int64_t disjoint = 0;
  for (const std::size_t r : order) {
    const Bits options = cover.alternatives[r] & node.candidates;
    if (intersects(options, used)) continue;
    used |= options;
    ++disjoint;
  }
  std::int64_t most = 1;
  node.candidates.for_each([&](std::size_t c) {
    most = std::max<std::int64_t>(most, count_common(cover.satisfies[c], node.requirements));
  });
  const auto unmet = static_cast<std::int64_t>(order.size());
  return std::max(disjoint, (unmet + most - 1) / most);
}

// The candidates of the requirement that has the fewest, so that the tree stays narrow; among
// equals, of the one whose candidates meet the most, so that the rest shrinks soonest.
Bits options_to_branch_on(const Cover& cover, const SearchNode& node) {
  constexpr std::uint32_t kMost = std::numeric_limits<std::uint32_t>::max();
  std::pair<std::uint32_t, std::uint32_t> best_rank{kMost, kMost};
  std::size_t best = 0;
  node.requirements.for_each([&](std::size_t r) {
    const std::uint32_t left = count_common(cover.alternatives[r], node.candidates);
    if (left > best_rank.first) return;
    std::uint32_t met = 0;
    for_each_common(cover.alternatives[r], node.candidates, [&](std::size_t c) {
      met += count_common(cover.satisfies[c], node.requirements);
    });
    const std::pair<std::uint32_t, std::uint32_t> rank{left, kMost - met};
    if (rank >= best_rank) return;
    best_rank = rank;
    best = r;
  });
  return cover.alternatives[best] & node.candidates;
}

// Cheap candidates that meet much come first: an early good set prunes the most.
std::vector<std::size_t> promising_first(const Cover& cover, const SearchNode& node,
                                         const Bits& options) {
  std::vector<std::tuple<std::uint64_t, std::uint32_t, std::size_t>> order;
  options.for_each([&](std::size_t c) {
    constexpr std::uint64_t kScale = 1 << 20;
    const std::uint32_t met = count_common(cover.satisfies[c], node.requirements);
    const auto excess = static_cast<std::uint64_t>(price(cover, node, c).excess);
    order.emplace_back(excess * kScale / met, ~met, c);
  });
  std::sort(order.begin(), order.end());
  std::vector<std::size_t> result;
  result.reserve(order.size());
  for (const auto& entry : order) result.push_back(std::get<2>(entry));
  return result;
}

}  // namespace

void Cover::add_requirement(const Bits& candidates) {
  const std::size_t added = requirement_count();
  for (std::size_t c = 0; c < candidate_count(); ++c) {
    satisfies[c].resize(added + 1);
    if (candidates.test(c)) satisfies[c].set(added);
  }
  alternatives.push_back(candidates);
}

Cover make_cover(const ChoiceProblem& problem) {
  Cover cover;
  cover.origin = distinct(problem.requirements);
  assert(cover.origin.empty() || cover.origin.back() < problem.excess.size());
  const std::vector<std::uint32_t> operations = distinct(problem.excess);
  cover.operation_count = operations.size();
  for (const std::uint32_t candidate : cover.origin) {
    Bits& excess = cover.excess.emplace_back(operations.size());
    for (const std::uint32_t op : problem.excess[candidate]) excess.set(position(operations, op));
  }
  cover.satisfies.assign(cover.origin.size(), Bits(problem.requirements.size()));
  for (std::size_t r = 0; r < problem.requirements.size(); ++r) {
    assert(!problem.requirements[r].empty());
    Bits& alternatives = cover.alternatives.emplace_back(cover.origin.size());
    for (const std::uint32_t candidate : problem.requirements[r]) {
      const std::size_t c = position(cover.origin, candidate);
      alternatives.set(c);
      cover.satisfies[c].set(r);
    }
  }
  return cover;
}

Cover restrict_to(const Cover& cover, const SearchNode& node) {
  const std::vector<std::uint32_t> candidates = members(node.candidates);
  const std::vector<std::uint32_t> requirements = members(node.requirements);
  const std::vector<std::uint32_t> operations = members(node.operations);
  Cover small;
  small.operation_count = operations.size();
  for (const std::uint32_t c : candidates) {
    small.origin.push_back(cover.origin[c]);
    small.excess.push_back(renumber(cover.excess[c], operations));
    small.satisfies.push_back(renumber(cover.satisfies[c], requirements));
  }
  for (const std::uint32_t r : requirements) {
    small.alternatives.push_back(renumber(cover.alternatives[r], candidates));
  }
  return small;
}

SearchNode start_of(const Cover& cover) {
  SearchNode node;
  node.candidates = all_below(cover.candidate_count());
  node.requirements = all_below(cover.requirement_count());
  node.operations = all_below(cover.operation_count);
  node.taken = Bits(cover.candidate_count());
  return node;
}

Cost price(const Cover& cover, const SearchNode& node, std::size_t candidate) {
  return {count_common(cover.excess[candidate], node.operations), 1};
}

void take(const Cover& cover, SearchNode& node, std::size_t candidate) {
  node.cost = node.cost + price(cover, node, candidate);
  node.candidates.reset(candidate);
  node.requirements -= cover.satisfies[candidate];
  node.operations -= cover.excess[candidate];
  node.taken.set(candidate);
}

std::vector<SearchNode> split(const Cover& cover, const SearchNode& node) {
  std::vector<SearchNode> parts;
  Bits requirements = node.requirements;
  Bits rest = node.candidates;
  while (!requirements.none()) {
    SearchNode part{Bits(cover.candidate_count()), Bits(cover.requirement_count()),
                    Bits(cover.operation_count), Bits(cover.candidate_count()), Cost{}};
    part.requirements.set(requirements.first());
    while (grow(cover, node, part, rest)) continue;
    requirements -= part.requirements;
    parts.push_back(std::move(part));
  }
  return parts;
}

bool reduce(const Cover& cover, SearchNode& node, Ties ties, Cost limit) {
  return Reducer(cover, node, ties, limit).run();
}

Cost least_addition(const Cover& cover, const SearchNode& node) {
  const std::vector<std::size_t> order = narrowest_first(cover, node);
  return {least_excess(cover, node, order), least_count(cover, node, order)};
}

bool Search::enter() {
  if (nodes_ == budget_) exhausted_ = true;
  if (!exhausted_) ++nodes_;
  return !exhausted_;
}

std::optional<Solution> Search::cheapest(const Cover& cover, SearchNode node, Cost floor,
                                         Cost limit) {
  if (!enter()) return std::nullopt;
  if (!reduce(cover, node, Ties::free, limit)) return std::nullopt;
  if (node.requirements.none()) return Solution{node.cost, node.taken};
  const Cost bound = node.cost + least_addition(cover, node);
  if (bound >= limit) return std::nullopt;
  floor = std::max(floor, bound);
  std::vector<SearchNode> parts = split(cover, node);
  if (parts.size() > 1) return join(cover, node, std::move(parts), floor, limit);
  return branch(cover, std::move(node), floor, limit);
}

// The first option taken; the first excluded and the second taken; and so on.
std::optional<Solution> Search::branch(const Cover& cover, SearchNode node, Cost floor,
                                       Cost limit) {
  std::optional<Solution> best;
  const Bits options = options_to_branch_on(cover, node);
  for (const std::size_t candidate : promising_first(cover, node, options)) {
    SearchNode child = node;
    take(cover, child, candidate);
    std::optional<Solution> found = cheapest(cover, std::move(child), floor, limit);
    if (exhausted_) return std::nullopt;
    if (found) {
      limit = found->cost;
      best = std::move(found);
      if (limit <= floor) break;
    }
    node.candidates.reset(candidate);
  }
  return best;
}

// The cheapest set of the whole consists of the cheapest sets of the parts. A part may cost as much
// as the limit leaves after the real costs of the solved parts and the minimum costs of those that
// follow.
std::optional<Solution> Search::join(const Cover& cover, const SearchNode& node,
                                     std::vector<SearchNode> parts, Cost floor, Cost limit) {
  std::vector<Cost> bounds;
  Cost total = node.cost;
  for (const SearchNode& part : parts) {
    bounds.push_back(least_addition(cover, part));
    total = total + bounds.back();
  }
  Solution whole{total, node.taken};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Cost others = whole.cost - bounds[i];
    const bool is_last = i + 1 == parts.size();
    const Cost part_floor = is_last ? std::max(bounds[i], floor - others) : bounds[i];
    const auto found = cheapest(cover, std::move(parts[i]), part_floor, limit - others);
    if (!found) return std::nullopt;
    whole.cost = others + found->cost;
    whole.taken |= found->taken;
  }
  return whole;
}

}  // namespace zoomc::resolve::choice
