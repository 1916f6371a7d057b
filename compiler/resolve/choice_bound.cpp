#include "resolve/choice_bound.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace zoomc::choice {
namespace {

// Unmet requirements, those with the fewest candidates first: they leave most to the others.
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

// Each requirement in turn claims, of the operations that none before it claimed, the same number
// from each of its candidates: as many as the cheapest still has. Whichever candidate a set has for
// the requirement, it pays for that many in this claim; claims are disjoint, so they add up, also
// when one candidate meets several requirements.
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

// Requirements without a common candidate need one each; and no candidate meets more than the most.
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
    most = std::max<std::int64_t>(most, count_common(cover.meets[c], node.requirements));
  });
  const auto unmet = static_cast<std::int64_t>(order.size());
  return std::max(disjoint, (unmet + most - 1) / most);
}

}  // namespace

Cost least_addition(const Cover& cover, const SearchNode& node) {
  const std::vector<std::size_t> order = narrowest_first(cover, node);
  return {least_excess(cover, node, order), least_count(cover, node, order)};
}

}  // namespace zoomc::choice
